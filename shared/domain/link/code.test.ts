import { describe, expect, test } from 'vitest';
import { aLink, later } from '../../../test/builders/link.ts';
import {
  afterWrongCode,
  hasSession,
  keptOpen,
  opened,
  refusedSending,
  refusedTaking,
  revoked,
  withCode,
  wrongCode,
} from './code.ts';
import type { Link } from './link.ts';

const now = later(0);
const coded = withCode(aLink(), 'a hash', now);

/** So many wrong codes at one moment. */
const wronged = (link: Link, times: number, at: string): Link =>
  Array.from({ length: times }).reduce<Link>((each) => afterWrongCode(each, at), link);

test('a code is good for 10 minutes and 5 tries', () => {
  expect(coded).toEqual(
    aLink({ code: { hash: 'a hash', sentAt: now, expiresAt: later(600), triesLeft: 5 }, version: 2 }),
  );
});

describe('a code is sent', () => {
  const paused = wronged(coded, 5, later(30));
  test.each([
    ['at once', aLink(), 0, undefined],
    ['not again within the minute', coded, 59, 'code-too-soon'],
    ['again after a minute', coded, 60, undefined],
    ['not in the pause', paused, 30 + 15 * 60 - 1, 'code-paused'],
    ['again after the pause', paused, 30 + 15 * 60, undefined],
    ['at once after one was used', opened(coded, 'a session', later(10)), 10, undefined],
  ])('%s', (_when, link, seconds, expected) => {
    expect(refusedSending(link, later(seconds))?.code).toBe(expected);
  });
});

describe('a code is taken', () => {
  test.each([
    ['not where none was sent', aLink(), 0, 'code-missing'],
    ['at once', coded, 0, undefined],
    ['in its last second', coded, 599, undefined],
    ['not after 10 minutes', coded, 600, 'code-expired'],
    ['after 4 wrong ones', wronged(coded, 4, later(5)), 6, undefined],
    ['not after 5 wrong ones', wronged(coded, 5, later(5)), 6, 'code-paused'],
    ['not until the pause is over', wronged(coded, 5, later(5)), 5 + 15 * 60 - 1, 'code-paused'],
    ['not the old one after the pause', wronged(coded, 5, later(5)), 5 + 15 * 60, 'code-missing'],
    ['not twice', opened(coded, 'a session', later(5)), 6, 'code-missing'],
  ])('%s', (_when, link, seconds, expected) => {
    expect(refusedTaking(link, later(seconds))?.code).toBe(expected);
  });
});

describe('a wrong code', () => {
  test('leaves one try less, and says how many', () => {
    const once = afterWrongCode(coded, later(5));
    expect(once).toMatchObject({ code: { triesLeft: 4, hash: 'a hash' }, version: 3 });
    expect(wrongCode(once)).toMatchObject({ code: 'code-wrong', message: expect.stringContaining('4 tries are left') });
    expect(wrongCode(wronged(coded, 4, later(5))).message).toContain('One try is left');
  });
  test('the fifth begins a pause of 15 minutes and takes the code away', () => {
    const paused = wronged(coded, 5, later(5));
    expect(paused).toEqual(aLink({ pausedUntil: later(5 + 900), version: 7 }));
    expect(wrongCode(paused).code).toBe('code-paused');
  });
});

describe('a new code', () => {
  const tries = (link: Link, at: number) => withCode(link, 'another', later(at)).code?.triesLeft;
  test('is no way to guess more often: it has the tries that the one before had left', () => {
    expect(tries(wronged(coded, 4, later(5)), 60)).toBe(1);
    expect(tries(wronged(coded, 4, later(5)), 899)).toBe(1);
  });
  test('has all tries again after as long as a pause, after a pause, and after the right code', () => {
    expect(tries(wronged(coded, 4, later(5)), 900)).toBe(5);
    expect(tries(wronged(coded, 5, later(5)), 905)).toBe(5);
    expect(tries(opened(wronged(coded, 4, later(5)), 'a session', later(6)), 7)).toBe(5);
  });
  test('ends a pause that is over', () => {
    expect(withCode(wronged(coded, 5, later(5)), 'another', later(905))).not.toHaveProperty('pausedUntil');
  });
});

describe('the right code', () => {
  const open = opened(wronged(coded, 2, later(5)), 'a session', later(6));
  test('is used, and opens the link for 30 minutes', () => {
    expect(open).toEqual(
      aLink({ session: { hash: 'a session', openedAt: later(6), expiresAt: later(6 + 1800) }, version: 5 }),
    );
    expect(hasSession(open, later(6 + 1799))).toBe(true);
    expect(hasSession(open, later(6 + 1800))).toBe(false);
    expect(hasSession(aLink(), later(6))).toBe(false);
  });
  test('stays open while a large file is sent, for eight hours at the most', () => {
    const until = (link: Link) => link.session?.expiresAt;
    const minutes = (count: number) => later(6 + count * 60);
    expect(until(keptOpen(open, minutes(20)))).toBe(minutes(50));
    expect(keptOpen(open, minutes(20)).version).toBe(open.version + 1);
    expect(keptOpen(open, later(6 + 59))).toBe(open);
    expect(keptOpen(open, minutes(30))).toBe(open);
    expect(keptOpen(aLink(), minutes(1))).toEqual(aLink());
    let link = open;
    for (let minute = 20; minute < 600; minute += 20) link = keptOpen(link, minutes(minute));
    expect(until(link)).toBe(minutes(480));
  });
});

test('revoking ends the code and the session with the link', () => {
  const open = withCode(opened(coded, 'a session', later(5)), 'another', later(70));
  expect(revoked(open, 'irma@example.org', later(80))).toEqual(
    aLink({ revoked: { by: 'irma@example.org', at: later(80) }, version: 5 }),
  );
});
