import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FindingHead, Raised } from '#ports/register.ts';
import { findingHead } from '../../../test/contracts/samples.ts';
import { createKnownHeads } from './known-heads.ts';

const raised = (mark: string, ...findings: readonly FindingHead[]): Raised => ({ findings, audits: [], mark });

/** A register that gives these answers, one after the other, and remembers the marks it was handed. */
const answering = (...answers: readonly (Raised | Error)[]) => {
  const marks: (string | undefined)[] = [];
  const rest = [...answers];
  return {
    marks,
    raised: async (mark?: string): Promise<Raised> => {
      marks.push(mark);
      const answer = rest.shift();
      if (answer === undefined) throw new Error('asked too often');
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
};

const a1 = findingHead({ seq: 1 });
const a2 = { ...a1, seq: 2 };
const b1 = findingHead({ seq: 1 });

test('reads on from where it was, and keeps the rest', async () => {
  const register = answering(raised('one', a1, b1), raised('two', a2), raised('three'));
  const heads = createKnownHeads(register);
  await heads.latest();
  await heads.latest();
  expect((await heads.latest()).findings).toEqual([a2, b1]);
  expect(register.marks).toEqual([undefined, 'one', 'two']);
});

test('what comes late does not lower what is known', async () => {
  const heads = createKnownHeads(answering(raised('one', a2), raised('two', a1)));
  await heads.latest();
  expect((await heads.latest()).findings).toEqual([a2]);
});

test('whoever asks while it is read is answered from what is read after', async () => {
  const register = answering(raised('one', a1), raised('two', a2));
  const heads = createKnownHeads(register);
  const first = heads.latest();
  // The first read has begun by now.
  await Promise.resolve();
  const others = [heads.latest(), heads.latest()];
  expect((await first).findings).toEqual([a1]);
  for (const other of others) expect((await other).findings).toEqual([a2]);
  expect(register.marks).toHaveLength(2);
});

test('a read that fails leaves what is known, and the next begins where it did', async () => {
  const register = answering(raised('one', a1), new Error('no table'), raised('two', b1));
  const heads = createKnownHeads(register);
  await heads.latest();
  await expect(heads.latest()).rejects.toThrow('no table');
  expect((await heads.latest()).findings).toEqual([a1, b1]);
  expect(register.marks).toEqual([undefined, 'one', 'one']);
});

test('knows the highest of each head, in whatever order and however often they came', async () => {
  const heads = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c'), seq: fc.integer({ min: 1, max: 5 }) }));
  await fc.assert(
    fc.asyncProperty(fc.array(heads, { minLength: 1, maxLength: 6 }), async (answers) => {
      const known = createKnownHeads(
        answering(...answers.map((each, n) => raised(String(n), ...each.map((head) => findingHead(head))))),
      );
      for (const _each of answers.slice(1)) await known.latest();
      const { findings } = await known.latest();
      const highest = new Map<string, number>();
      for (const { id, seq } of answers.flat()) highest.set(id, Math.max(seq, highest.get(id) ?? 0));
      expect(new Map(findings.map(({ id, seq }) => [id, seq]))).toEqual(highest);
    }),
  );
});
