import { describe, expect, test } from 'vitest';
import { compactDates, DatesFromCompact } from '../calendar/compact-dates.ts';
import { builtInPolicies } from './built-in/index.ts';
import { EncodedPolicy, encodePolicy } from './encoded.ts';

const policy = {
  ...builtInPolicies['working-days'],
  region: 'CH-ZH',
  closedOn: ['2026-04-03', '2026-04-06', '2027-01-01'],
  holidays: { from: '2025-01-01', until: '2038-12-31' },
};

test('dates by year', () => {
  const dates = ['2027-01-01', '2026-04-06', '2026-04-03', '2026-04-03'];
  expect(compactDates(dates)).toEqual({ '2026': '04030406', '2027': '0101' });
  expect(DatesFromCompact.parse(compactDates(dates))).toEqual(['2026-04-03', '2026-04-06', '2027-01-01']);
  expect(compactDates([])).toEqual({});
});

test('a policy comes back as it went', () => {
  expect(EncodedPolicy.parse(encodePolicy(policy))).toEqual(policy);
  for (const each of Object.values(builtInPolicies)) expect(EncodedPolicy.parse(encodePolicy(each))).toEqual(each);
});

describe('refused', () => {
  test.each([
    ['no JSON', 'default'],
    ['dates as a list', JSON.stringify(policy)],
    ['a day that does not exist', encodePolicy(policy).replace('0403', '0231')],
    ['half a day', encodePolicy(policy).replace('0403', '04')],
    ['half a policy', '{"closedOn":{}}'],
  ])('%s', (_what, text) => {
    expect(EncodedPolicy.safeParse(text).success).toBe(false);
  });
});
