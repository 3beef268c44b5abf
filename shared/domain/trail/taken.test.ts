import { expect, test } from 'vitest';
import { alsoTaken } from './taken.ts';
import type { TakenCommand } from './taken-command.ts';

const event = (seq: number) => ({ seq, command: { name: 'submit', id: `id-${seq}`, fingerprint: `print-${seq}` } });

test('the commands taken, newest last', () => {
  const taken = alsoTaken(alsoTaken([], event(1)), event(2));
  expect(taken).toEqual([
    { id: 'id-1', fingerprint: 'print-1', seq: 1 },
    { id: 'id-2', fingerprint: 'print-2', seq: 2 },
  ]);
});

test('the newest forty are kept', () => {
  let taken: TakenCommand[] = [];
  for (let seq = 1; seq <= 45; seq += 1) taken = alsoTaken(taken, event(seq));
  expect(taken).toHaveLength(40);
  expect([taken[0]?.seq, taken.at(-1)?.seq]).toEqual([6, 45]);
});
