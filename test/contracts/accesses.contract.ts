import { describe, expect, it } from 'vitest';
import type { Access } from '#domain/evidence/access.ts';
import type { Accesses } from '#ports/accesses.ts';
import { instant, newId } from './samples.ts';

const anAccess = (more: Partial<Access> = {}): Access => ({
  at: instant(0),
  kind: 'evidence-downloaded',
  person: 'lena@cb.example',
  address: '203.0.113.7',
  ...more,
});

export const accessesContract = (name: string, makeAdapter: () => Accesses): void => {
  describe(`accesses: ${name}`, () => {
    it('keeps every access, oldest first, those of a finding and of an audit apart', async () => {
      const accesses = makeAdapter();
      const aggregate = newId();
      const late = anAccess({ at: instant(2), kind: 'link-opened', link: newId() });
      const early = anAccess({ at: instant(1), subject: newId() });
      const ofAudit = anAccess({ kind: 'link-made' });
      for (const access of [late, early]) await accesses.record({ kind: 'finding', aggregate }, access);
      await accesses.record({ kind: 'audit', aggregate }, ofAudit);
      expect(await accesses.of({ kind: 'finding', aggregate })).toEqual([early, late]);
      expect(await accesses.of({ kind: 'audit', aggregate })).toEqual([ofAudit]);
      expect(await accesses.of({ kind: 'finding', aggregate: newId() })).toEqual([]);
    });

    it('keeps what happened in one moment as often as it happened', async () => {
      const accesses = makeAdapter();
      const owner = { kind: 'finding', aggregate: newId() } as const;
      await Promise.all(Array.from({ length: 5 }, () => accesses.record(owner, anAccess())));
      expect(await accesses.of(owner)).toEqual(Array.from({ length: 5 }, () => anAccess()));
    });
  });
};
