import { describe, expect, test } from 'vitest';
import { weekdayOf } from '#domain/calendar/working-days.ts';
import { builtInPolicies } from '#domain/policy/built-in/index.ts';
import { encodePolicy } from '#domain/policy/encoded.ts';
import { publicHolidays } from './public-holidays.ts';
import { resolvePolicy } from './resolve-policy.ts';

const datesOf = async (region: string, from: number, to = from) => {
  const holidays = await publicHolidays(region, { from, to });
  return holidays.ok ? holidays.value.dates : holidays.refusals.map(({ message }) => message);
};

describe('the public holidays of a region', () => {
  test('are those of the calendar on the wall: the canton of Zurich', async () => {
    expect((await datesOf('CH-ZH', 2026)).filter((date) => weekdayOf(date) !== 'sunday')).toEqual([
      '2026-01-01',
      '2026-04-03', // Good Friday
      '2026-04-06',
      '2026-05-01',
      '2026-05-14', // Ascension
      '2026-05-25',
      '2026-08-01',
      '2026-12-25',
      '2026-12-26',
    ]);
  });
  test('are neither bank holidays nor optional: Berchtoldstag, and the Christmas Eve of German banks', async () => {
    expect(await datesOf('CH-ZH', 2026)).not.toContain('2026-01-02');
    expect(await datesOf('DE-BY', 2026)).not.toContain('2026-12-24');
  });
  test('differ by part of a country: Epiphany is one in Bavaria and not in Berlin', async () => {
    expect(await datesOf('DE-BY', 2026)).toContain('2026-01-06');
    expect(await datesOf('DE-BE', 2026)).not.toContain('2026-01-06');
  });
  test('may be a substitute: Boxing Day of 2026 is a Saturday, so Monday is free in England', async () => {
    expect(await datesOf('GB-ENG', 2026)).toContain('2026-12-28');
  });
  test('take several days, also from the year before: New Year in Russia, Incwala in Eswatini', async () => {
    expect(await datesOf('RU', 2026)).toEqual(expect.arrayContaining(['2026-01-02', '2026-01-06']));
    expect(await datesOf('SZ', 2026)).toEqual(expect.arrayContaining(['2026-01-02', '2026-12-28', '2026-12-31']));
    expect(await datesOf('SZ', 2026)).not.toContain('2026-01-03');
  });
  test('are whole on the days on which clocks change: Easter 2027 in Albania, 26 October 2025 in Austria', async () => {
    expect(await datesOf('AL', 2027)).toContain('2027-03-28');
    expect(await datesOf('AT', 2025)).toContain('2025-10-26');
  });
  test('are whole days: the evening of 24 December is none in Queensland, nor the half 1 May in Solothurn', async () => {
    expect(await datesOf('AU-QLD', 2026)).not.toContain('2026-12-24');
    expect(await datesOf('CH-SO', 2026)).not.toContain('2026-05-01');
  });
  test('are asked for by years, both included, and said up to when', async () => {
    const holidays = await publicHolidays('CH', { from: 2025, to: 2027 });
    expect(holidays).toMatchObject({ ok: true, value: { from: '2025-01-01', until: '2027-12-31' } });
    const dates = await datesOf('CH', 2025, 2027);
    expect([dates[0], dates.at(-1)]).toEqual(['2025-01-01', '2027-12-26']);
    expect(dates).toEqual([...new Set(dates)].toSorted());
  });
  test.each([
    ['XX', /no country XX.*AD.*CH/],
    ['CH-XX', /CH has no part XX.*CH-ZH/],
    ['DE-BY-XX', /DE-BY has no part XX.*DE-BY-A/],
  ])('of %s are not known', async (region, message) => {
    expect(await datesOf(region, 2026)).toEqual([expect.stringMatching(message)]);
  });
});

describe('a policy', () => {
  const zurich = { ...builtInPolicies.default, name: 'ours', region: 'CH-ZH' };
  test('without a region stays as it is', async () => {
    expect(await resolvePolicy(builtInPolicies.default, '2026-03-09')).toEqual({
      ok: true,
      value: builtInPolicies.default,
    });
  });
  test('with one has its holidays, of three years back to twelve ahead, beside its own closed days', async () => {
    const resolved = await resolvePolicy({ ...zurich, closedOn: ['2026-04-13', '2026-12-24'] }, '2026-03-09');
    if (!resolved.ok) throw new Error('refused');
    const { closedOn, holidays } = resolved.value;
    expect(holidays).toEqual({ from: '2023-01-01', until: '2038-12-31' });
    expect(closedOn.filter((date) => date.startsWith('2026-'))).toEqual([
      ...['2026-01-01', '2026-04-03', '2026-04-06', '2026-04-13', '2026-05-01', '2026-05-14', '2026-05-25'],
      ...['2026-12-24', '2026-12-25'],
    ]);
    expect(new Set(closedOn.map((date) => date.slice(0, 4))).size).toBe(16);
  });
  test('with an unknown one is refused', async () => {
    expect(await resolvePolicy({ ...zurich, region: 'CH-XX' }, '2026-03-09')).toMatchObject({
      ok: false,
      refusals: [{ code: 'region-unknown', field: 'policy.region' }],
    });
  });
  // The regions with the most public holidays, and the longest of the built-in policies.
  test.each(['IR', 'VA', 'ME', 'BA-SRP', 'LK', 'PR', 'CO', 'JP'])('fits into an environment: %s', async (region) => {
    const resolved = await resolvePolicy({ ...builtInPolicies['working-days'], region }, '2026-03-09');
    expect(resolved).toMatchObject({ ok: true });
    if (resolved.ok) expect(encodePolicy(resolved.value).length).toBeLessThan(2600);
  });
});
