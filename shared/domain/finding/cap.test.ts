import { describe, expect, test } from 'vitest';
import { auditContextOf, stage2 } from '../../../test/builders/audit.ts';
import { aNonconformity, anOfi } from '../../../test/builders/finding.ts';
import { cast } from '../../../test/builders/people.ts';
import type { AnchorDates } from './anchor-dates.ts';
import { capFor, capOf, flagDatesOf, flagOf } from './cap.ts';

const anchors = (change: Partial<AnchorDates> = {}): AnchorDates => ({
  reportReceived: '2026-03-09',
  reportIssued: '2026-03-09',
  closeOfAudit: '2026-02-27',
  lastDay: '2026-02-27',
  ...change,
});

describe('the hard cap', () => {
  const certificate = (on: string) => ({ on, reason: 'certificate' });
  const sixMonths = (on: string) => ({ on, reason: 'six-months' });
  test.each([
    ['six months from the last day of stage 2', 'major', { stage2LastDay: '2026-02-27' }, sixMonths('2026-08-27')],
    ['month ends are kept', 'major', { stage2LastDay: '2027-08-31' }, sixMonths('2028-02-29')],
    ['not for a minor', 'minor', { stage2LastDay: '2026-02-27' }, undefined],
    ['the certificate', 'minor', { certificateExpires: '2026-04-01' }, certificate('2026-04-01')],
    [
      'the certificate, when it is earlier',
      'major',
      { stage2LastDay: '2026-02-27', certificateExpires: '2026-05-01' },
      certificate('2026-05-01'),
    ],
    [
      'the six months, when they are earlier',
      'major',
      { stage2LastDay: '2026-02-27', certificateExpires: '2029-01-01' },
      sixMonths('2026-08-27'),
    ],
    ['none', 'major', {}, undefined],
  ] as const)('%s', (_what, grade, dates, cap) => {
    expect(capFor(grade, anchors(dates))).toEqual(cap);
  });
});

describe('the flag of a major of stage 2, whose last day was 2026-02-27', () => {
  const { state } = aNonconformity();
  const finding = () => {
    const found = state();
    if (!found) throw new Error('not issued');
    return found;
  };
  test.each([
    ['31 days before', '2026-07-27', undefined],
    ['30 days before', '2026-07-28', { state: 'near', days: 30 }],
    ['on its day', '2026-08-27', { state: 'near', days: 0 }],
    ['the day after', '2026-08-28', { state: 'passed', days: -1 }],
  ])('%s', (_what, today, flag) => {
    const whole = flag && { on: '2026-08-27', reason: 'six-months', ...flag };
    expect(flagOf(finding(), today)).toEqual(whole);
  });
  test('is raised and changed on two dates', () => {
    expect(flagDatesOf(finding())).toEqual([
      { on: '2026-07-28', state: 'near' },
      { on: '2026-08-28', state: 'passed' },
    ]);
  });
});

describe('there is none', () => {
  test.each([
    ['for an opportunity', () => anOfi()],
    ['for a minor without a certificate', () => aNonconformity('minor')],
    ['once it is closed', () => aNonconformity().reach('closed')],
  ])('%s', (_what, life) => {
    const finding = life().finding();
    expect(capOf(finding)).toBeUndefined();
    expect(flagOf(finding, '2030-01-01')).toBeUndefined();
    expect(flagDatesOf(finding)).toEqual([]);
  });
  test('but a certificate caps a minor too, and a regrade asks for the other cap', () => {
    const audit = auditContextOf({ ...stage2, dates: { ...stage2.dates, certificateExpires: '2029-03-31' } });
    const life = aNonconformity('minor', { audit });
    expect(capOf(life.finding())).toEqual({ on: '2029-03-31', reason: 'certificate' });
    life.must('regrade', cast.leadAuditor, { grade: 'major', reason: 'Systematic.' });
    expect(capOf(life.finding())).toEqual({ on: '2026-08-27', reason: 'six-months' });
  });
});
