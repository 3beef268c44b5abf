import { createHash, createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { secrets } from './secrets.ts';

it('knows a secret by its SHA-256', () => {
  expect(secrets.hash('öffne')).toBe(createHash('sha256').update('öffne', 'utf8').digest('hex'));
});

it('binds a code to a secret: another secret or another code is another hash', () => {
  const bound = secrets.bind('secret', '123456');
  expect(bound).toBe(createHmac('sha256', 'secret').update('123456').digest('hex'));
  expect(secrets.bind('secret', '123457')).not.toBe(bound);
  expect(secrets.bind('Secret', '123456')).not.toBe(bound);
});

it.each([
  ['ab12', 'ab12', true],
  ['ab12', 'ab13', false],
  ['ab12', 'ab1', false],
  ['ab12', '', false],
  ['', '', true],
])('%s and %s are the same: %s', (one, other, expected) => {
  expect(secrets.same(one, other)).toBe(expected);
});
