import { describe, expect, it } from 'vitest';
import { digest } from '#adapters/runtime/digest.ts';
import type { AuditEvent } from '#domain/audit/events.ts';
import type { FindingEvent } from '#domain/finding/events.ts';
import { firstBreak, type Sealed } from '#domain/trail/chain.ts';
import type { Trail } from '#ports/trail.ts';
import { findingEvent, newId, sealedEvent } from './samples.ts';

export interface Trails {
  readonly findings: Trail<FindingEvent>;
  readonly audits: Trail<AuditEvent>;
  /** Why writers cannot be raced against each other here. */
  readonly racesNothing?: string | undefined;
}

/** Appends a chain of `length` events. */
const chain = async (trail: Trail<FindingEvent>, aggregate: string, length: number, tookPart: string[] = []) => {
  const events: Sealed<FindingEvent>[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const event = sealedEvent(aggregate, seq, events.at(-1), { tookPart });
    expect(await trail.append(event)).toBe('appended');
    events.push(event);
  }
  return events;
};

export const trailContract = (name: string, makeAdapter: () => Trails): void => {
  describe(`trail: ${name}`, () => {
    it('knows nothing of a chain that nobody began', async () => {
      const { findings } = makeAdapter();
      const id = newId();
      expect(await findings.latest(id)).toBeUndefined();
      expect(await findings.at(id, 1)).toBeUndefined();
      expect(await findings.all(id)).toEqual([]);
    });

    it('gives an event back as it was sealed', async () => {
      const { findings } = makeAdapter();
      const id = newId();
      const [event] = await chain(findings, id, 1);
      expect(await findings.latest(id)).toEqual(event);
      expect(await findings.at(id, 1)).toEqual(event);
      expect(await findings.at(id, 2)).toBeUndefined();
    });

    it('keeps the chain whole and in order past the tenth event', async () => {
      const { findings } = makeAdapter();
      const id = newId();
      const events = await chain(findings, id, 12);
      const read = await findings.all(id);
      expect(read).toEqual(events);
      expect(firstBreak(read, digest)).toBeUndefined();
      expect((await findings.latest(id))?.seq).toBe(12);
    });

    it('reads chains that are larger than one answer of the table', async () => {
      const { findings } = makeAdapter();
      const id = newId();
      const crowd = Array.from({ length: 3000 }, (_, index) => `${index}`.padStart(100, 'x'));
      await chain(findings, id, 4, crowd);
      expect((await findings.all(id)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    });

    it('answers conflict where the number is taken, and leaves what is there', async () => {
      const { findings } = makeAdapter();
      const id = newId();
      const [first] = await chain(findings, id, 1);
      expect(await findings.append(sealedEvent(id, 1))).toBe('conflict');
      expect(await findings.all(id)).toEqual([first]);
    });

    it('lets exactly one of many writers have a number', { timeout: 60_000 }, async (context) => {
      const { findings, racesNothing } = makeAdapter();
      if (racesNothing !== undefined) context.skip(racesNothing);
      const id = newId();
      let last: Sealed<FindingEvent> | undefined;
      for (let seq = 1; seq <= 25; seq += 1) {
        const rivals = Array.from({ length: seq % 5 === 0 ? 6 : 2 }, () => sealedEvent(id, seq, last));
        const outcomes = await Promise.all(rivals.map((event) => findings.append(event)));
        expect(outcomes.filter((outcome) => outcome === 'appended')).toHaveLength(1);
        last = await findings.latest(id);
        expect(last).toEqual(rivals[outcomes.indexOf('appended')]);
      }
      expect(firstBreak(await findings.all(id), digest)).toBeUndefined();
    });

    it('keeps findings and audits apart', async () => {
      const { findings, audits } = makeAdapter();
      const id = newId();
      await chain(findings, id, 1);
      expect(await audits.latest(id)).toBeUndefined();
    });

    it('does not hand out what does not fit the schema', async () => {
      const { findings, audits } = makeAdapter();
      const id = newId();
      const event = { ...findingEvent(id, 1), prevHash: null, hash: 'none' };
      await findings.append({ ...event, at: 'yesterday' });
      await expect(findings.latest(id)).rejects.toThrow(/at/);
      expect(await audits.all(id)).toEqual([]);
    });
  });
};
