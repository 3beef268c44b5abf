import { describe, expect, test } from 'vitest';
import { aNonconformity, bodies, type Life } from '../../../../test/builders/finding.ts';
import { cast } from '../../../../test/builders/people.ts';
import { defaultPolicy } from '../../policy/built-in/default.ts';
import { type MovedBecause, type Moving, movedBecause } from './moved-because.ts';

/** Why each date moved by the last event of a life did. */
const reasons = (life: Life): Readonly<Record<string, MovedBecause>> => {
  const event = life.events.at(-1);
  if (!event || !('dueChanges' in event.data)) throw new Error('nothing moved');
  const moving = event as Moving;
  const review = 'reviewChange' in moving.data ? moving.data.reviewChange : undefined;
  return {
    ...Object.fromEntries(moving.data.dueChanges.map((change) => [change.stage, movedBecause(moving, change)])),
    ...(review && { review: movedBecause(moving, review) }),
  };
};

describe('a date moved because', () => {
  test('it was extended, and those after it with it', () => {
    const policy = { ...defaultPolicy, extensions: { ...defaultPolicy.extensions, movesLaterStages: true } };
    const life = aNonconformity('major', { policy })
      .must('requestExtension', cast.owner)
      .must('decideExtension', cast.leadAuditor);
    expect(reasons(life)).toEqual({
      plan: { because: 'extended', days: 7 },
      correction: { because: 'with-stage', stage: 'plan' },
      remediation: { because: 'with-stage', stage: 'plan' },
    });
  });
  test('a new clock began by a regrade, by a reopening, or by an appeal that regrades', () => {
    const regraded = aNonconformity().must('regrade', cast.leadAuditor);
    expect(reasons(regraded)).toMatchObject({ plan: { because: 'regrade' }, remediation: { because: 'regrade' } });
    const reopened = aNonconformity().reach('closed').must('reopen', cast.leadAuditor);
    expect(reasons(reopened)).toMatchObject({ plan: { because: 'reopening' } });
    const appealed = aNonconformity()
      .must('appeal', cast.owner)
      .on('2026-03-12')
      .must('decideAppeal', cast.decisionMaker, { ...bodies.decideAppeal, outcome: 'regraded' });
    expect(reasons(appealed)).toMatchObject({ plan: { because: 'regrade' } });
  });
  test('clocks stood still during an appeal, a review among them', () => {
    const life = aNonconformity()
      .reach('plan.in-review')
      .must('appeal', cast.owner)
      .on('2026-03-12')
      .must('decideAppeal', cast.decisionMaker);
    expect(reasons(life)).toMatchObject({
      plan: { because: 'paused', days: 2 },
      review: { because: 'paused', days: 2 },
    });
  });
  test('the next audit moved', () => {
    const life = aNonconformity('minor').revise({ nextAudit: '2027-03-15' }).must('followAudit', cast.system);
    expect(reasons(life)).toEqual({ remediation: { because: 'next-audit', on: '2027-03-15' } });
  });
  test('a hard cap came before it, of a review too', () => {
    const life = aNonconformity()
      .reach('plan.in-review')
      .revise({ certificateExpires: '2026-03-20' })
      .must('followAudit', cast.system);
    const byCap = { because: 'cap', on: '2026-03-20', reason: 'certificate' };
    expect(reasons(life)).toEqual({ plan: byCap, correction: byCap, remediation: byCap, review: byCap });
  });
  test('the next audit moved to the very day of the hard cap', () => {
    const life = aNonconformity('minor')
      .revise({ nextAudit: '2027-02-10', certificateExpires: '2027-02-10' })
      .must('followAudit', cast.system);
    expect(reasons(life)).toEqual({ remediation: { because: 'next-audit', on: '2027-02-10' } });
  });
  test('a hard cap has passed already: a review is due today, by that cap', () => {
    const life = aNonconformity()
      .reach('plan.in-review')
      .revise({ certificateExpires: '2026-03-05' })
      .must('followAudit', cast.system);
    expect(reasons(life)).toMatchObject({ review: { because: 'cap', on: '2026-03-05', reason: 'certificate' } });
  });
  test('an appeal regrades while a review is going on: that stood still, and has no new clock', () => {
    const life = aNonconformity()
      .reach('plan.in-review')
      .must('appeal', cast.owner)
      .on('2026-03-12')
      .must('decideAppeal', cast.decisionMaker, { ...bodies.decideAppeal, outcome: 'regraded' });
    expect(reasons(life)).toMatchObject({ plan: { because: 'regrade' }, review: { because: 'paused', days: 2 } });
  });
});
