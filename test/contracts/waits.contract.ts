import { describe, expect, it } from 'vitest';
import type { Wait, Waits } from '#ports/waits.ts';
import { instant, newId } from './samples.ts';

const wait = (more: Partial<Wait> = {}): Wait => ({
  token: newId().repeat(30),
  step: 'plan.awaiting',
  epoch: 1,
  at: instant(0),
  ...more,
});

/** More than what any other suite leaves marked. */
const all = 1000;

export const waitsContract = (name: string, makeAdapter: () => Waits): void => {
  describe(`waits: ${name}`, () => {
    const stalledOf = async (waits: Waits, finding: string) =>
      (await waits.stalled(all)).filter((mark) => mark.finding === finding);

    it('keeps the newest wait of a finding', async () => {
      const waits = makeAdapter();
      const subject = { kind: 'finding', finding: newId() } as const;
      expect(await waits.get(subject)).toBeUndefined();
      for (const each of [wait(), wait({ step: 'plan.in-review' }), wait({ epoch: 2 })]) {
        await waits.put(subject, each);
        expect(await waits.get(subject)).toEqual(each);
      }
    });

    it('lets no earlier epoch replace a later one', async () => {
      const waits = makeAdapter();
      const subject = { kind: 'finding', finding: newId() } as const;
      const later = wait({ epoch: 10 });
      await waits.put(subject, later);
      await waits.put(subject, wait({ epoch: 9 }));
      expect(await waits.get(subject)).toEqual(later);
    });

    it('keeps the imports of an audit apart, and a finding of the same id', async () => {
      const waits = makeAdapter();
      const id = newId();
      const [one, two, three] = [wait(), wait(), wait()];
      await waits.put({ kind: 'import', audit: id, importId: 'a' }, one);
      await waits.put({ kind: 'import', audit: id, importId: 'b' }, two);
      await waits.put({ kind: 'finding', finding: id }, three);
      expect(await waits.get({ kind: 'import', audit: id, importId: 'a' })).toEqual(one);
      expect(await waits.get({ kind: 'import', audit: id, importId: 'b' })).toEqual(two);
      expect(await waits.get({ kind: 'finding', finding: id })).toEqual(three);
    });

    it('marks a finding as stalled until the mark is taken off', async () => {
      const waits = makeAdapter();
      const finding = newId();
      await waits.stall(finding, 1, instant(1));
      await waits.stall(finding, 1, instant(2));
      await expect.poll(() => stalledOf(waits, finding)).toEqual([{ finding, epoch: 1, at: instant(1) }]);
      await waits.unstall(finding);
      await waits.unstall(finding);
      await expect.poll(() => stalledOf(waits, finding)).toEqual([]);
      await waits.stall(finding, 1, instant(3));
      await expect.poll(() => stalledOf(waits, finding)).toEqual([{ finding, epoch: 1, at: instant(3) }]);
      await waits.unstall(finding);
    });

    it('keeps the mark of the later epoch', async () => {
      const waits = makeAdapter();
      const finding = newId();
      await waits.stall(finding, 2, instant(2));
      await waits.stall(finding, 1, instant(1));
      await waits.unstall(finding, 1);
      await expect.poll(() => stalledOf(waits, finding)).toEqual([{ finding, epoch: 2, at: instant(2) }]);
      await waits.stall(finding, 3, instant(3));
      await expect.poll(() => stalledOf(waits, finding)).toEqual([{ finding, epoch: 3, at: instant(3) }]);
      await waits.unstall(finding, 3);
      await expect.poll(() => stalledOf(waits, finding)).toEqual([]);
    });

    it('needs no wait to mark a finding, and leaves the wait alone', async () => {
      const waits = makeAdapter();
      const finding = newId();
      const subject = { kind: 'finding', finding } as const;
      await waits.unstall(finding);
      await waits.stall(finding, 1, instant(1));
      expect(await waits.get(subject)).toBeUndefined();
      const there = wait();
      await waits.put(subject, there);
      await expect.poll(() => stalledOf(waits, finding)).toHaveLength(1);
      await waits.unstall(finding);
      expect(await waits.get(subject)).toEqual(there);
    });

    it('gives the oldest marks first, no more than asked for', async () => {
      const waits = makeAdapter();
      const [late, early] = [newId(), newId()];
      await waits.stall(late, 1, '1991-01-01T00:00:00.000Z');
      await waits.stall(early, 1, '1990-01-01T00:00:00.000Z');
      await expect.poll(async () => (await waits.stalled(2)).map(({ finding }) => finding)).toEqual([early, late]);
      expect((await waits.stalled(1)).map(({ finding }) => finding)).toEqual([early]);
      for (const finding of [late, early]) await waits.unstall(finding);
    });
  });
};
