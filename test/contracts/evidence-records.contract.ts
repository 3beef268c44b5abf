import { describe, expect, it } from 'vitest';
import type { EvidenceRecords } from '#ports/evidence.ts';
import { fileRecord, instant, newId } from './samples.ts';

export interface Evidence {
  readonly records: EvidenceRecords;
  /** Why writers cannot be raced against each other here. */
  readonly racesNothing?: string | undefined;
}

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

    it('settles a record once, for one writer of many', async (context) => {
      const { records, racesNothing } = makeAdapter();
      if (racesNothing !== undefined) context.skip(racesNothing);
      const record = fileRecord();
      await records.add(record);
      const outcomes = await Promise.all(
        Array.from({ length: 4 }, () => records.settle(record, record.id, { status: 'registered' })),
      );
      expect(outcomes.toSorted()).toEqual(['done', 'settled', 'settled', 'settled']);
      const refusal = { status: 'refused', reason: 'another type' } as const;
      expect(await records.settle(record, record.id, refusal)).toBe('settled');
      expect(await records.get(record, record.id)).toEqual({ ...record, status: 'registered' });
    });

    it('keeps the reason of a refusal', async () => {
      const { records } = makeAdapter();
      const record = fileRecord();
      await records.add(record);
      expect(await records.settle(record, record.id, { status: 'refused', reason: 'another type' })).toBe('done');
      expect(await records.get(record, record.id)).toEqual({ ...record, status: 'refused', reason: 'another type' });
    });

    it('throws when there is nothing to settle', async () => {
      const { records } = makeAdapter();
      const { kind, aggregate, id } = fileRecord();
      await expect(records.settle({ kind, aggregate }, id, { status: 'registered' })).rejects.toThrow();
      expect(await records.get({ kind, aggregate }, id)).toBeUndefined();
    });
  });
};
