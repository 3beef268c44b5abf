import { describe, expect, it } from 'vitest';
import type { FileOwner } from '#ports/evidence.ts';
import type { Notices } from '#ports/notices.ts';
import { instant, newId } from './samples.ts';

export interface Noticing {
  readonly notices: Notices;
  /** Why writers cannot be raced against each other here. */
  readonly racesNothing?: string | undefined;
}

const lease = 60;

/** Claimed at a second of the day, for a minute. */
const notice = (owner: FileOwner, key: string, second = 0) => ({
  owner,
  key,
  kind: 'due',
  to: 'anna@example.org',
  subject: 'Plan due',
  at: instant(second),
  leasedUntil: instant(second + lease),
});

/** As it is listed once its claim is over. */
const settled = (owner: FileOwner, key: string, second = 0) => {
  const { leasedUntil: _over, ...rest } = notice(owner, key, second);
  return rest;
};

const newFinding = (): FileOwner => ({ kind: 'finding', aggregate: newId() });

export const noticesContract = (name: string, makeAdapter: () => Noticing): void => {
  describe(`notices: ${name}`, () => {
    const key = 'due#plan#1#2026-03-23#-7#anna@example.org';

    it('gives a notice to one claimer alone while the lease runs, then to the next, until it is sent', async () => {
      const { notices } = makeAdapter();
      const finding = newFinding();
      expect(await notices.claim(notice(finding, key))).toBe('new');
      expect(await notices.claim(notice(finding, key, 1))).toBe('busy');
      expect(await notices.claim(notice(finding, key, lease - 1))).toBe('busy');
      expect(await notices.claim(notice(finding, key, lease))).toBe('unsent');
      // That one's lease runs now.
      expect(await notices.claim(notice(finding, key, 2 * lease - 1))).toBe('busy');
      expect(await notices.claim(notice(finding, key, 2 * lease))).toBe('unsent');
      await notices.markSent(finding, key, 'message-1');
      expect(await notices.claim(notice(finding, key, 3 * lease))).toBe('sent');
      expect(await notices.claim(notice(finding, `${key}2`))).toBe('new');
      expect(await notices.claim(notice(newFinding(), key))).toBe('new');
    });

    it('gives one without a lease, or with none to speak of, to whoever asks next', async () => {
      const { notices } = makeAdapter();
      const finding = newFinding();
      const at = instant(0);
      expect(await notices.claim({ ...notice(finding, key), leasedUntil: at })).toBe('new');
      expect(await notices.claim({ ...notice(finding, key), leasedUntil: at })).toBe('unsent');
      expect(await notices.claim(settled(finding, 'other'))).toBe('new');
      expect(await notices.claim(notice(finding, 'other'))).toBe('unsent');
    });

    it('lets exactly one of many claimers be the first, and the first after a lease', async (context) => {
      const { notices, racesNothing } = makeAdapter();
      if (racesNothing !== undefined) context.skip(racesNothing);
      const finding = newFinding();
      const race = async (second: number) => {
        const claims = Array.from({ length: 6 }, () => notices.claim(notice(finding, key, second)));
        return (await Promise.all(claims)).toSorted();
      };
      const others = Array(5).fill('busy');
      expect(await race(0)).toEqual([...others, 'new']);
      expect(await race(lease)).toEqual([...others, 'unsent']);
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
        { ...settled(finding, 'a', 2), status: 'sent', messageId: 'message-1' },
      ]);
      expect(await notices.of(newFinding())).toEqual([]);
    });

    it('keeps what was not sent since its address is suppressed, for good', async () => {
      const { notices } = makeAdapter();
      const finding = newFinding();
      await notices.claim(notice(finding, key));
      await notices.markSuppressed(finding, key);
      await notices.markSent(finding, key, 'message-1');
      expect(await notices.claim(notice(finding, key, lease))).toBe('sent');
      expect(await notices.of(finding)).toEqual([{ ...settled(finding, key), status: 'suppressed' }]);
      await notices.claim(notice(finding, 'sent'));
      await notices.markSent(finding, 'sent', 'message-2');
      await notices.markSuppressed(finding, 'sent');
      expect((await notices.of(finding)).map(({ status }) => status).toSorted()).toEqual(['sent', 'suppressed']);
    });

    it('marks what came back, once; and nothing where there is no such notice', async () => {
      const { notices } = makeAdapter();
      const finding = newFinding();
      const returned = { kind: 'bounce', at: instant(9), reason: 'no such mailbox' } as const;
      await notices.claim(notice(finding, key));
      await notices.markSent(finding, key, 'message-1');
      await notices.markReturned(finding, key, returned);
      await notices.markReturned(finding, key, { ...returned, kind: 'complaint', at: instant(10) });
      await notices.markReturned(finding, 'unknown', returned);
      expect(await notices.of(finding)).toEqual([
        { ...settled(finding, key), status: 'sent', messageId: 'message-1', returned },
      ]);
    });

    it('keeps the notices of an audit apart from those of a finding with its id', async () => {
      const { notices } = makeAdapter();
      const finding = newFinding();
      const audit: FileOwner = { ...finding, kind: 'audit' };
      expect(await notices.claim(notice(audit, key))).toBe('new');
      expect(await notices.claim(notice(finding, key))).toBe('new');
      await notices.markSent(audit, key, 'message-1');
      expect(await notices.of(audit)).toEqual([{ ...settled(audit, key), status: 'sent', messageId: 'message-1' }]);
      expect(await notices.of(finding)).toEqual([{ ...notice(finding, key), status: 'claimed' }]);
    });

    it('throws when a notice is marked that nobody claimed', async () => {
      const { notices } = makeAdapter();
      const finding = newFinding();
      await expect(notices.markSent(finding, key, 'message-1')).rejects.toThrow();
      await expect(notices.markSuppressed(finding, key)).rejects.toThrow();
      expect(await notices.of(finding)).toEqual([]);
    });
  });
};
