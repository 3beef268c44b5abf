import { expect, test } from 'vitest';
import { aLink } from '../../../test/builders/link.ts';
import { statusOf, usesLeft } from './status.ts';

const revoked = { by: 'irma@example.org', at: '2026-03-11T12:00:00.000Z' };
const end = '2026-03-24T12:00:00.000Z';
const justBefore = '2026-03-24T11:59:59.999Z';
const nextYear = '2027-03-24T12:00:00.000Z';

test.each([
  ['just made', {}, '2026-03-10T12:00:00.000Z', 'open'],
  ['in its last moment', {}, justBefore, 'open'],
  ['at its end', {}, end, 'expired'],
  ['after its end', {}, nextYear, 'expired'],
  ['with one use left', { used: 2 }, justBefore, 'open'],
  ['with none left', { used: 3 }, justBefore, 'used-up'],
  ['used more often than it may be', { used: 4 }, justBefore, 'used-up'],
  ['used often where that is not counted', { uses: undefined, used: 900 }, justBefore, 'open'],
  ['revoked', { revoked }, justBefore, 'revoked'],
  ['revoked, and also over and used up', { revoked, used: 3 }, end, 'revoked'],
  ['over, and also used up', { used: 3 }, end, 'expired'],
] as const)('a link %s', (_what, change, now, expected) => {
  expect(statusOf(aLink(change), now)).toBe(expected);
});

test.each([
  [{ used: 1 }, 2],
  [{ used: 3 }, 0],
  [{ used: 4 }, 0],
  [{ uses: undefined, used: 4 }, undefined],
])('%j has %s uses left', (change, expected) => {
  expect(usesLeft(aLink(change))).toBe(expected);
});
