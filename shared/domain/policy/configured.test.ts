import { describe, expect, test } from 'vitest';
import { builtInNames, builtInPolicies } from './built-in/index.ts';
import { ConfiguredPolicy } from './configured.ts';

const wrong = (value: unknown): readonly string[] => {
  const parsed = ConfiguredPolicy.safeParse(value);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

test('left out it is the default', () => {
  expect(ConfiguredPolicy.parse(undefined)).toEqual(builtInPolicies.default);
});

test.each(builtInNames)('%s by its name', (name) => {
  expect(ConfiguredPolicy.parse(name)).toEqual(builtInPolicies[name]);
});

describe('with changes', () => {
  const { default: base, 'ninety-day': ninety } = builtInPolicies;
  test('of the default, where it extends none', () => {
    expect(ConfiguredPolicy.parse({ name: 'ours', extensions: { atMost: 0 }, closedOn: ['2026-12-24'] })).toEqual({
      ...base,
      name: 'ours',
      extensions: { ...base.extensions, atMost: 0 },
      closedOn: ['2026-12-24'],
    });
  });
  test('of the one it extends', () => {
    const remediation = { days: 120, from: 'last-audit-day', count: 'working' };
    const changes = {
      extends: 'ninety-day',
      name: 'ours',
      region: 'CH-ZH',
      review: { days: 5 },
      due: { major: { remediation } },
      notices: { thenEvery: 14 },
    };
    expect(ConfiguredPolicy.parse(changes)).toEqual({
      ...ninety,
      name: 'ours',
      region: 'CH-ZH',
      review: { days: 5, count: 'working' },
      due: { ...ninety.due, major: { ...ninety.due.major, remediation } },
      notices: { ...ninety.notices, thenEvery: 14 },
    });
  });
});

test.each<[string, unknown, readonly string[]]>([
  [
    'a name that is none',
    'thirty-day',
    [': Give one of default, ninety-day, working-days, internal-audit, or an object with changes.'],
  ],
  [
    'no policy at all',
    7,
    [': Give one of default, ninety-day, working-days, internal-audit, or an object with changes.'],
  ],
  [
    'one that extends none',
    { name: 'ours', extends: 'thirty-day' },
    ['extends: Give one of default, ninety-day, working-days, internal-audit.'],
  ],
  [
    'the name of a built-in one',
    { name: 'working-days', minorsToMajor: 4 },
    ['name: Give the changed policy a name of its own.'],
  ],
  [
    'settings there are not',
    { name: 'ours', grace: 3, review: { hours: 2 } },
    ['review.hours: There is no such setting.', 'grace: There is no such setting.'],
  ],
  [
    'a region that is none',
    { name: 'ours', region: 'Zurich' },
    ['region: Give a country, or a part of one, such as CH or CH-ZH.'],
  ],
  ['what only Redress looks up', { name: 'ours', holidays: '2030-12-31' }, ['holidays: There is no such setting.']],
])('refused: %s', (_what, value, reasons) => {
  expect(wrong(value)).toEqual(reasons);
});

test('a clock without an anchor says what a clock is', () => {
  expect(wrong({ name: 'ours', due: { major: { plan: { days: 14 } } } })).toEqual([
    expect.stringMatching(/^due\.major\.plan: Give \{"days", "from"\}.*report-received, report-issued/),
  ]);
});

test('more closed days than an environment holds are refused', () => {
  const closedOn = Array.from(
    { length: 550 },
    (_each, n) => `${2026 + Math.floor(n / 28)}-02-${String((n % 28) + 1).padStart(2, '0')}`,
  );
  expect(wrong({ name: 'ours', closedOn })).toEqual([expect.stringMatching(/^closedOn: .*3000 at most/)]);
});
