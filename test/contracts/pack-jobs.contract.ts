import { describe, expect, it } from 'vitest';
import type { PackJob } from '#domain/pack/job.ts';
import type { PackJobs } from '#ports/packs.ts';
import { instant, newId } from './samples.ts';

export interface Jobs {
  readonly jobs: PackJobs;
  /** Why writers cannot be raced against each other here. */
  readonly racesNothing?: string | undefined;
}

const packJob = (change: Partial<PackJob> = {}): PackJob => ({
  id: newId(),
  kind: 'finding',
  aggregate: newId(),
  status: 'waiting',
  begun: 0,
  done: 0,
  of: 0,
  by: 'isms@example.org',
  at: instant(0),
  version: 1,
  ...change,
});

export const packJobsContract = (name: string, makeAdapter: () => Jobs): void => {
  describe(`pack jobs: ${name}`, () => {
    it('keeps the packs of a finding, newest first, and those of an audit apart', async () => {
      const { jobs } = makeAdapter();
      const aggregate = newId();
      const early = packJob({ id: `z${newId()}`, aggregate, at: instant(1) });
      const late = packJob({ id: `a${newId()}`, aggregate, at: instant(2) });
      const ofAudit = packJob({ aggregate, kind: 'audit' });
      for (const job of [early, late, ofAudit]) await jobs.add(job);
      expect(await jobs.of({ kind: 'finding', aggregate })).toEqual([late, early]);
      expect(await jobs.of({ kind: 'audit', aggregate })).toEqual([ofAudit]);
      expect(await jobs.get(late, late.id)).toEqual(late);
      expect(await jobs.get(late, ofAudit.id)).toBeUndefined();
      expect(await jobs.of({ kind: 'finding', aggregate: newId() })).toEqual([]);
    });

    it('throws where the id is taken, and leaves what is there', async () => {
      const { jobs } = makeAdapter();
      const job = packJob();
      await jobs.add(job);
      await expect(jobs.add({ ...job, status: 'ready' })).rejects.toThrow();
      expect(await jobs.get(job, job.id)).toEqual(job);
    });

    it('changes a job on its version, and no other', async () => {
      const { jobs } = makeAdapter();
      const job = packJob();
      await jobs.add(job);
      const building = { ...job, status: 'building', begun: 1, key: 'packs/1', version: 2 } as const;
      expect(await jobs.change(building)).toBe('done');
      expect(await jobs.change(building)).toBe('stale');
      expect(await jobs.change({ ...building, version: 4 })).toBe('stale');
      expect(await jobs.get(job, job.id)).toEqual(building);
      const { key: _key, ...failed } = building;
      expect(await jobs.change({ ...failed, status: 'failed', reason: 'gone', version: 3 })).toBe('done');
      expect(await jobs.get(job, job.id)).toEqual({ ...failed, status: 'failed', reason: 'gone', version: 3 });
      expect(await jobs.change(packJob({ version: 2 }))).toBe('stale');
    });

    it('lets one of many change it', async (context) => {
      const { jobs, racesNothing } = makeAdapter();
      if (racesNothing !== undefined) context.skip(racesNothing);
      const job = packJob();
      await jobs.add(job);
      const outcomes = await Promise.all([1, 2, 3].map((begun) => jobs.change({ ...job, begun, version: 2 })));
      expect(outcomes.toSorted()).toEqual(['done', 'stale', 'stale']);
    });
  });
};
