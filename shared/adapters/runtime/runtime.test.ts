import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Instant } from '#domain/calendar/civil-date.ts';
import { systemClock } from './clock.ts';
import { digest } from './digest.ts';
import { systemRandom } from './random.ts';

describe('digest', () => {
  it('is the SHA-256 of the canonical JSON, keys in order', () => {
    const text = '{"a":[1,"ü"],"b":null}';
    const expected = createHash('sha256').update(text).digest('hex');
    expect(digest({ b: null, a: [1, 'ü'] })).toBe(expected);
  });

  it('is the same before and after a value has been stored as JSON', () => {
    const value = { kept: 1, left: undefined, deep: [{ left: undefined, kept: 'x' }] };
    expect(digest(value)).toBe(digest(JSON.parse(JSON.stringify(value))));
  });

  it('is none of what JSON cannot say', () => {
    expect(() => digest(undefined)).toThrow(TypeError);
    expect(() => digest({ days: Number.NaN })).toThrow();
  });
});

it('the system clock gives instants in UTC with milliseconds', () => {
  const now = systemClock.now();
  expect(Instant.parse(now)).toMatch(/\.\d{3}Z$/);
  expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(5000);
});

it('ids are 32 hex digits and differ', () => {
  const ids = Array.from({ length: 100 }, () => systemRandom.id());
  expect(new Set(ids).size).toBe(100);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
});
