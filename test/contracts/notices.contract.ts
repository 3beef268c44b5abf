import { describe, expect, it } from 'vitest';
import type { FileOwner } from '#ports/evidence.ts';
import type { Notices } from '#ports/notices.ts';
import { instant, newId } from './samples.ts';

export interface Noticing {
  readonly notices: Notices;
  /** Why writers cannot be raced against each other here. */
  readonly racesNothing?: string | undefined;
}

const notice = (owner: FileOwner, key: string, second = 0) => ({
  owner,
  key,
  kind: 'due',
  to: 'anna@example.org',
  subject: 'Plan due',
  at: instant(second),
});

const newFinding = (): FileOwner => ({ kind: 'finding', aggregate: newId() });

export const noticesContract = (name: string, makeAdapter: () => Noticing): void => {
  describe(`notices: ${name}`, () => {
    const key = 'due#plan#1#2026-03-23#-7#anna@example.org';

    it('gives a notice to one claimer, and to the next while it is not sent', async () => {
      const { notices } = makeAdapter();
      const finding = newFinding();
      expect(await notices.claim(notice(finding, key))).toBe('new');
      expect(await notices.claim(notice(finding, key))).toBe('unsent');
      await notices.markSent(finding, key, 'message-1');
      expect(await notices.claim(notice(finding, key))).toBe('sent');
      expect(await notices.claim(notice(finding, `${key}2`))).toBe('new');
      expect(await notices.claim(notice(newFinding(), key))).toBe('new');
    });

    it('lets exactly one of many claimers be the first', async (context) => {
      const { notices, racesNothing } = makeAdapter();
      if (racesNothing !== undefined) context.skip(racesNothing);
      const finding = newFinding();
      const claims = await Promise.all(Array.from({ length: 6 }, () => notices.claim(notice(finding, key))));
      expect(claims.filter((claim) => claim === 'new')).toHaveLength(1);
      expect(claims.filter((claim) => claim === 'unsent')).toHaveLength(5);
    });

    it('lists what was claimed and sent, oldest first, as it was claimed first', async () => {
      const { notices } = makeAdapter();
      const finding = newFinding();
      await notices.claim(notice(finding, 'a', 2));
      await notices.claim(notice(finding, 'b', 1));
      await notices.claim(notice(finding, 'b', 5));
      await notices.markSent(finding, 'a', 'message-1');
      await notices.markSent(finding, 'a', 'message-2');
      expect(await notices.of(finding)).toEqual([
        { ...notice(finding, 'b', 1), status: 'claimed' },
        { ...notice(finding, 'a', 2), status: 'sent', messageId: 'message-1' },
      ]);
      expect(await notices.of(newFinding())).toEqual([]);
    });

    it('keeps the notices of an audit apart from those of a finding with its id', async () => {
      const { notices } = makeAdapter();
      const finding = newFinding();
      const audit: FileOwner = { ...finding, kind: 'audit' };
      expect(await notices.claim(notice(audit, key))).toBe('new');
      expect(await notices.claim(notice(finding, key))).toBe('new');
      await notices.markSent(audit, key, 'message-1');
      expect(await notices.of(audit)).toEqual([{ ...notice(audit, key), status: 'sent', messageId: 'message-1' }]);
      expect(await notices.of(finding)).toEqual([{ ...notice(finding, key), status: 'claimed' }]);
    });

    it('throws when a notice is marked that nobody claimed', async () => {
      const { notices } = makeAdapter();
      const finding = newFinding();
      await expect(notices.markSent(finding, key, 'message-1')).rejects.toThrow();
      expect(await notices.of(finding)).toEqual([]);
    });
  });
};
