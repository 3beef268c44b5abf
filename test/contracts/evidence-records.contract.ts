import { describe, expect, it } from 'vitest';
import { evidenceTransitions, evidenceStatuses as statuses } from '#domain/evidence/evidence.ts';
import type { EvidenceRecords, Settlement } from '#ports/evidence.ts';
import { fileRecord, instant, newId } from './samples.ts';

export interface Evidence {
  readonly records: EvidenceRecords;
  /** Why writers cannot be raced against each other here. */
  readonly racesNothing?: string | undefined;
}

const scan = { by: 'GuardDuty', verdict: 'clean', at: instant(3) } as const;
const held = { status: 'held', reason: 'It could not be scanned.', scan: { ...scan, verdict: 'undecided' } } as const;
const registered = {
  status: 'registered',
  scan,
  kept: { key: 'evidence/1/2', versionId: '3sL4kqtJlcpXroDTDmJ', retainUntil: '2036-03-09T08:00:00.000Z' },
} as const;
const settlements: readonly Settlement[] = [
  { status: 'checking' },
  held,
  registered,
  { status: 'quarantined', reason: 'It is infected.', scan: { ...scan, verdict: 'infected', detail: 'Eicar' } },
];

export const evidenceRecordsContract = (name: string, makeAdapter: () => Evidence): void => {
  describe(`evidence records: ${name}`, () => {
    it('keeps the records of a finding, oldest first, and those of an audit apart', async () => {
      const { records } = makeAdapter();
      const aggregate = newId();
      const late = fileRecord({ id: `a${newId()}`, aggregate, at: instant(2) });
      const early = fileRecord({ id: `b${newId()}`, aggregate, at: instant(1) });
      const report = fileRecord({ aggregate, kind: 'audit' });
      for (const record of [late, early, report]) await records.add(record);
      expect(await records.of({ kind: 'finding', aggregate })).toEqual([early, late]);
      expect(await records.of({ kind: 'audit', aggregate })).toEqual([report]);
      expect(await records.get(late, late.id)).toEqual(late);
      expect(await records.get(late, report.id)).toBeUndefined();
      expect(await records.of({ kind: 'finding', aggregate: newId() })).toEqual([]);
    });

    it('throws where the id is taken, and leaves what is there', async () => {
      const { records } = makeAdapter();
      const record = fileRecord();
      await records.add(record);
      await expect(records.add({ ...record, fileName: 'other.pdf' })).rejects.toThrow();
      expect(await records.get(record, record.id)).toEqual(record);
    });

    it.each(statuses)('goes on from %s as the table of transitions says, and nowhere else', async (from) => {
      const { records } = makeAdapter();
      for (const to of settlements) {
        const record = fileRecord({ status: from });
        await records.add(record);
        const goes = (evidenceTransitions[from] as readonly string[]).includes(to.status);
        expect([to.status, await records.settle(record, record.id, to)]).toEqual([
          to.status,
          goes ? 'done' : 'settled',
        ]);
        expect(await records.get(record, record.id)).toEqual(goes ? { ...record, ...to } : record);
      }
    });

    it('settles a record once, for one writer of many', async (context) => {
      const { records, racesNothing } = makeAdapter();
      if (racesNothing !== undefined) context.skip(racesNothing);
      const record = fileRecord();
      await records.add(record);
      const outcomes = await Promise.all(
        Array.from({ length: 4 }, () => records.settle(record, record.id, registered)),
      );
      expect(outcomes.toSorted()).toEqual(['done', 'settled', 'settled', 'settled']);
      expect(await records.get(record, record.id)).toEqual({ ...record, ...registered });
    });

    it('keeps what the last settlement said, and nothing of those before', async () => {
      const { records } = makeAdapter();
      const record = fileRecord();
      await records.add(record);
      await records.settle(record, record.id, held);
      await records.settle(record, record.id, { status: 'quarantined', reason: 'It is too small.' });
      expect(await records.get(record, record.id)).toEqual({
        ...record,
        status: 'quarantined',
        reason: 'It is too small.',
      });
      const released = fileRecord();
      await records.add(released);
      await records.settle(released, released.id, held);
      await records.settle(released, released.id, registered);
      expect(await records.get(released, released.id)).toEqual({ ...released, ...registered });
    });

    it('remembers what was announced, whatever is settled', async () => {
      const { records } = makeAdapter();
      const record = fileRecord();
      await records.add(record);
      await records.settle(record, record.id, held);
      await records.markAnnounced(record, record.id, 'held');
      await records.settle(record, record.id, registered);
      expect(await records.get(record, record.id)).toEqual({ ...record, ...registered, announced: 'held' });
    });

    it('throws when there is nothing to settle or to announce', async () => {
      const { records } = makeAdapter();
      const { kind, aggregate, id } = fileRecord();
      await expect(records.settle({ kind, aggregate }, id, registered)).rejects.toThrow();
      await expect(records.markAnnounced({ kind, aggregate }, id, 'held')).rejects.toThrow();
      expect(await records.get({ kind, aggregate }, id)).toBeUndefined();
    });
  });
};
