import { describe, expect, test } from 'vitest';
import { committedTypes } from './event-types.ts';
import { callTries, callWait } from './retries.ts';
import { WebhookSettings, wants } from './webhook.ts';

const settings = { name: 'Tickets', url: 'https://hooks.example.org/redress?team=isms' };
const refusedAt = (change: object): unknown => {
  const parsed = WebhookSettings.safeParse({ ...settings, ...change });
  return parsed.success ? undefined : parsed.error.issues.map(({ path, message }) => [path.join('.'), message]);
};

describe('settings', () => {
  test('are a name and an address at the least', () => {
    expect(WebhookSettings.parse(settings)).toEqual({ ...settings, format: 'redress' });
  });

  test.each(['http://hooks.example.org', 'ftp://hooks.example.org', 'javascript:alert(1)', 'hooks.example.org', ''])(
    'take no address such as %j',
    (url) => {
      expect(refusedAt({ url })).toEqual([['url', 'Give an address that begins with https://.']]);
    },
  );

  test.each(['https://a:b@hooks.example.org', 'https://a@hooks.example.org', 'https://:b@hooks.example.org'])(
    'take no address with a password: %s',
    (url) => {
      expect(refusedAt({ url })).toEqual([
        ['url', 'Leave user name and password out of the address: calls are signed.'],
      ]);
    },
  );

  test('name types of events that there are', () => {
    expect(refusedAt({ events: [...committedTypes] })).toBeUndefined();
    expect(refusedAt({ events: ['submited'] })).toEqual([['events.0', expect.stringContaining('no such type')]]);
    expect(refusedAt({ events: [] })).toBeDefined();
    expect(refusedAt({ secret: 'own' })).toBeDefined();
  });
});

test('a webhook wants the events of its choice, or all, and none while it is switched off', () => {
  expect(wants({ enabled: true, events: ['returned'] }, 'returned')).toBe(true);
  expect(wants({ enabled: true, events: ['returned'] }, 'accepted')).toBe(false);
  expect(wants({ enabled: true }, 'accepted')).toBe(true);
  expect(wants({ enabled: false }, 'accepted')).toBe(false);
});

test('calls are tried for 24 hours, each wait no shorter than the one before, none longer than a queue can wait', () => {
  const waits = Array.from({ length: callTries - 1 }, (_each, i) => callWait(i + 1));
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBe(24 * 60 * 60);
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(waits[0]).toBe(60);
  expect(Math.max(...waits)).toBeLessThanOrEqual(12 * 60 * 60);
  expect(callWait(callTries)).toBe(0);
});
