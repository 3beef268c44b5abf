import { describe, expect, it } from 'vitest';
import type { FindingEvent } from '#domain/finding/events.ts';
import type { Outbox, Trail } from '#ports/trail.ts';
import { newId, sealedEvent } from './samples.ts';

interface Boxed {
  readonly findings: Trail<FindingEvent>;
  readonly outbox: Outbox;
}

/** More than what any other suite leaves in the outbox. */
const all = 1000;

export const outboxContract = (name: string, makeAdapter: () => Boxed): void => {
  describe(`outbox: ${name}`, () => {
    const waitingOf = async (outbox: Outbox, id: string) =>
      (await outbox.unrelayed(all)).filter(({ aggregate }) => aggregate === id);

    it('holds an event from its commit until it is relayed', async () => {
      const { findings, outbox } = makeAdapter();
      const id = newId();
      const event = sealedEvent(id, 1);
      await findings.append(event);
      const waiting = [{ kind: 'finding', aggregate: id, seq: 1, at: event.at }];
      await expect.poll(() => waitingOf(outbox, id)).toEqual(waiting);
      await findings.relayed(id, 1);
      await expect.poll(() => waitingOf(outbox, id)).toEqual([]);
      expect(await findings.latest(id)).toEqual(event);
    });

    it('takes a repeated relay, and one of an event that is not there, for done', async () => {
      const { findings } = makeAdapter();
      const id = newId();
      await findings.append(sealedEvent(id, 1));
      await findings.relayed(id, 1);
      await findings.relayed(id, 1);
      await findings.relayed(id, 2);
      expect((await findings.all(id)).map(({ seq }) => seq)).toEqual([1]);
    });

    it('gives the oldest first, no more than asked for', async () => {
      const { findings, outbox } = makeAdapter();
      const [late, early, middle] = [newId(), newId(), newId()];
      const years = { [late]: 1992, [early]: 1990, [middle]: 1991 };
      for (const [id, year] of Object.entries(years))
        await findings.append(sealedEvent(id, 1, undefined, { at: `${year}-01-01T00:00:00.000Z` }));
      const oldest = async (limit: number) => (await outbox.unrelayed(limit)).map(({ aggregate }) => aggregate);
      await expect.poll(() => oldest(3)).toEqual([early, middle, late]);
      expect(await oldest(2)).toEqual([early, middle]);
      for (const id of [early, middle, late]) await findings.relayed(id, 1);
    });
  });
};
