import { expect, test } from 'vitest';
import { Link } from './link.ts';
import { personalFeed } from './personal-feed.ts';
import { statusOf, usesLeft } from './status.ts';

const feed = personalFeed('feed-1', 'olga@example.org', '2026-03-10T12:00:00.000Z');

test('is a link of one’s own, for no audit and no finding, made by oneself', () => {
  expect(Link.parse(feed)).toEqual(feed);
  expect(feed).toMatchObject({ purpose: 'calendar', email: 'olga@example.org', by: 'olga@example.org', version: 1 });
  expect(Object.keys(feed)).not.toEqual(expect.arrayContaining(['audit']));
  expect(Object.keys(feed)).not.toEqual(expect.arrayContaining(['finding']));
});

test('is read as often as one likes, for 366 days', () => {
  expect(usesLeft(feed)).toBeUndefined();
  expect(statusOf(feed, '2027-03-11T11:59:59.999Z')).toBe('open');
  expect(statusOf(feed, '2027-03-11T12:00:00.000Z')).toBe('expired');
});
