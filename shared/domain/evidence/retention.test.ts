import { describe, expect, test } from 'vitest';
import { aNonconformity, anOfi } from '../../../test/builders/finding.ts';
import { cast } from '../../../test/builders/people.ts';
import { defaultPolicy } from '../policy/built-in/default.ts';
import { holdChanges, holdsFiles, policyOf, retainUntil } from './retention.ts';

describe('files are kept until the end of the civil day, so many years later', () => {
  test.each([
    ['2026-03-09T08:00:00.000Z', 'Europe/Zurich', 6, '2032-03-09T23:00:00.000Z'],
    ['2026-07-01T21:59:59.000Z', 'Europe/Zurich', 6, '2032-07-01T22:00:00.000Z'],
    // Still June in UTC, July in Zurich.
    ['2026-06-30T22:00:00.000Z', 'Europe/Zurich', 6, '2032-07-01T22:00:00.000Z'],
    ['2028-02-29T08:00:00.000Z', 'UTC', 4, '2032-03-01T00:00:00.000Z'],
    ['2028-02-29T08:00:00.000Z', 'UTC', 1, '2029-03-01T00:00:00.000Z'],
    ['2026-02-28T08:00:00.000Z', 'UTC', 2, '2028-02-29T00:00:00.000Z'],
    ['2026-12-31T08:00:00.000Z', 'America/New_York', 30, '2057-01-01T05:00:00.000Z'],
  ])('%s in %s, %i years: %s', (at, zone, years, until) => {
    expect(retainUntil(at, zone, years)).toBe(until);
  });
});

describe('legal hold', () => {
  const appealed = () => aNonconformity().must('appeal', cast.owner);

  test('while an appeal is pending, and only then', () => {
    expect(holdsFiles(aNonconformity().finding())).toBe(false);
    expect(holdsFiles(appealed().finding())).toBe(true);
    expect(holdsFiles(appealed().must('decideAppeal', cast.decisionMaker).finding())).toBe(false);
    expect(holdsFiles(anOfi().finding())).toBe(false);
  });

  test.each([
    ['upheld', () => appealed().must('decideAppeal', cast.decisionMaker)],
    [
      'withdrawn by the appeal',
      () => appealed().must('decideAppeal', cast.decisionMaker, { outcome: 'withdrawn', reason: 'It was shown.' }),
    ],
    [
      'withdrawn meanwhile',
      () =>
        aNonconformity()
          .must('withdraw', cast.leadAuditor)
          .must('appeal', cast.owner)
          .must('decideWithdrawal', cast.decisionMaker),
    ],
  ])('is set by the events after which it is another: %s', (_how, live) => {
    const { events } = live();
    const held = events.map(({ state }) => holdsFiles(state));
    const changes = events.filter((_event, i) => i > 0 && held[i] !== held[i - 1]).map(({ type }) => type);
    expect(changes).toHaveLength(2);
    expect(holdChanges).toEqual(expect.arrayContaining(changes));
  });
});

test('a finding goes by its own policy, an opportunity for improvement by the one in force', () => {
  const inForce = { ...defaultPolicy, name: 'other' };
  expect(policyOf(aNonconformity().finding(), inForce).name).toBe('default');
  expect(policyOf(anOfi().finding(), inForce)).toBe(inForce);
});
