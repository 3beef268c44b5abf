import { describe, expect, it } from 'vitest';
import { builtInPolicies } from '../policy/built-in/index.ts';
import { dueDates, reviewDueOn } from './clocks.ts';
import { explainedDates, type GivenDates } from './explained-dates.ts';

const { default: usual, 'working-days': working } = builtInPolicies;
const received = { received: '2026-03-09', stage2: false };
const given: GivenDates = {
  received: '2026-03-30',
  closing: '2026-03-20',
  lastDay: '2026-03-19',
  certificateExpires: '2026-05-20',
  stage2: true,
};

describe('every date of a nonconformity, explained', () => {
  it('what is not given is stood in for, and says by what', () => {
    expect(explainedDates(usual, 'major', received).anchors).toEqual({
      lastDay: { on: '2026-03-09', standIn: 'receipt' },
      closeOfAudit: { on: '2026-03-09', standIn: 'last-day' },
      reportIssued: { on: '2026-03-09', standIn: 'receipt' },
      reportReceived: { on: '2026-03-09' },
    });
    const { lastDay, closeOfAudit } = explainedDates(usual, 'major', { ...received, closing: '2026-02-27' }).anchors;
    expect(lastDay).toEqual({ on: '2026-02-27', standIn: 'closing-meeting' });
    expect(closeOfAudit).toEqual({ on: '2026-02-27' });
  });

  it('has the very due dates that a finding would be issued with', () => {
    const { due, nextAudit } = explainedDates(usual, 'minor', { ...received, nextAudit: '2027-02-22' });
    const on = '2026-03-09';
    const anchors = { reportReceived: on, reportIssued: on, closeOfAudit: on, lastDay: on, nextAudit: '2027-02-22' };
    const expected = dueDates(usual, 'minor', anchors);
    expect({ plan: due.plan.on, correction: due.correction.on, remediation: due.remediation.on }).toEqual(expected);
    expect(due.remediation.steps).toEqual([{ step: 'next-audit', on: '2027-02-22' }]);
    expect(nextAudit).toBe('2027-02-22');
  });

  it('a review is cut to the hard cap, and says so', () => {
    const { review, cap, due } = explainedDates(working, 'major', given);
    expect(cap).toEqual({
      on: '2026-05-20',
      reason: 'certificate',
      flaggedFrom: '2026-04-20',
      sixMonths: '2026-09-19',
    });
    expect(review.remediation.on).toBe(reviewDueOn(due.remediation.on, working, '2026-05-20'));
    expect(review.remediation.steps.at(-1)).toEqual({ step: 'capped', from: '2026-06-03', reason: 'certificate' });
    expect(review.plan.steps.some(({ step }) => step === 'capped')).toBe(false);
  });

  it('six months are told only where they would have held', () => {
    expect(explainedDates(working, 'minor', given).cap?.sixMonths).toBeUndefined();
    expect(explainedDates(working, 'major', { ...given, stage2: false }).cap?.sixMonths).toBeUndefined();
    expect(explainedDates(usual, 'major', received).cap).toBeUndefined();
  });

  it('reminders go out on the days of the policy, before the due date and after', () => {
    const notices = { ...usual.notices, before: [7, 1, 0], overdue: [1, 5] };
    expect(explainedDates({ ...usual, notices }, 'major', received).reminders.plan).toEqual([
      '2026-03-16',
      '2026-03-22',
      '2026-03-23',
      '2026-03-24',
      '2026-03-28',
    ]);
  });

  it('lists the closed days that lie among the dates, and no others', () => {
    const closedOn = ['2026-03-18', '2026-03-20', '2026-04-03', '2026-04-04', '2026-12-25'];
    const { closedOn: among } = explainedDates({ ...working, closedOn }, 'major', given);
    // Not the first day itself, no Saturday, nothing after the last review.
    expect(among).toEqual(['2026-03-20', '2026-04-03']);
  });
});
