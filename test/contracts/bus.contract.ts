import { describe, expect, it } from 'vitest';
import type { Bus, BusMessage } from '#ports/bus.ts';
import { newId } from './samples.ts';

export interface Wired {
  readonly bus: Bus;
  /** What a subscriber to everything has been given since the beginning, at least once each, in any order. */
  readonly received: () => Promise<readonly BusMessage[]>;
}

export const busContract = (name: string, makeAdapter: () => Wired): void => {
  describe(`bus: ${name}`, () => {
    const deliveredOf = async ({ received }: Wired, run: string) => {
      const details = (await received())
        .filter(({ detail }) => typeof detail === 'object' && detail !== null && 'run' in detail && detail.run === run)
        .map(({ detailType, detail }) => JSON.stringify([detailType, detail]));
      return [...new Set(details)].toSorted();
    };

    it('delivers a message with its type and its detail', async () => {
      const wired = makeAdapter();
      const run = newId();
      const message = { detailType: 'submitted', detail: { run, kind: 'finding', seq: 3, text: 'für «alle»' } };
      await wired.bus.publish([message]);
      await expect
        .poll(() => deliveredOf(wired, run), { timeout: 15_000 })
        .toEqual([JSON.stringify(['submitted', message.detail])]);
    });

    it('takes none, and more than one request carries', { timeout: 60_000 }, async () => {
      const wired = makeAdapter();
      const run = newId();
      await wired.bus.publish([]);
      const messages = Array.from({ length: 12 }, (_, seq) => ({
        detailType: `type-${seq % 3}`,
        detail: { run, seq },
      }));
      await wired.bus.publish(messages);
      const sent = messages.map(({ detailType, detail }) => JSON.stringify([detailType, detail])).toSorted();
      await expect.poll(() => deliveredOf(wired, run), { timeout: 30_000 }).toEqual(sent);
    });
  });
};
