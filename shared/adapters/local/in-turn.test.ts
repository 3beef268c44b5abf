import { expect, it } from 'vitest';
import { createTurns } from './in-turn.ts';

const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

it('does what has one name one after the other, and the rest beside it', async () => {
  const inTurn = createTurns();
  const log: string[] = [];
  const work = (name: string, text: string) =>
    inTurn(name, async () => {
      log.push(`${text} begins`);
      await pause();
      log.push(`${text} ends`);
      return text;
    });
  expect(await Promise.all([work('a', '1'), work('a', '2'), work('b', '3')])).toEqual(['1', '2', '3']);
  expect(log.filter((line) => !line.startsWith('3'))).toEqual(['1 begins', '1 ends', '2 begins', '2 ends']);
  expect(log.indexOf('3 begins')).toBeLessThan(log.indexOf('1 ends'));
});

it('goes on after a failure, which is told to who asked for it alone', async () => {
  const inTurn = createTurns();
  const failing = inTurn('a', async () => {
    throw new Error('no');
  });
  const next = inTurn('a', async () => 'done');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('done');
});
