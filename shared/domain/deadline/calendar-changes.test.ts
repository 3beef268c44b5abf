import { describe, expect, test } from 'vitest';
import { aNonconformity, anOfi, bodies, findingId, type Life } from '../../../test/builders/finding.ts';
import { cast } from '../../../test/builders/people.ts';
import { completeSubmission } from '../../../test/builders/submissions.ts';
import type { Finding } from '../finding/state.ts';
import { type CalendarChange, calendarChanges } from './calendar-changes.ts';
import { presentDeadline } from './deadline.ts';

/** What the last event of a life changes. */
const last = (life: Life) => {
  const [after, before] = life.events.map(({ state }) => state).reverse();
  if (!after) throw new Error('nothing happened');
  const said = (change: CalendarChange | undefined) =>
    change && [
      change.entry.uid.replace(`${findingId}-`, '').replace('@redress', ''),
      change.entry.on,
      change.finding.owner,
      change.audience,
    ];
  const { cancelled, requested } = calendarChanges(before, after);
  for (const change of [cancelled, requested]) if (change) expect(change.entry.sequence).toBe(after.seq);
  return { cancelled: said(cancelled), requested: said(requested) };
};

const owner = cast.owner.person;
const other = bodies.assign.owner;
const plan = ['c1-plan-owner', '2026-03-23', owner, 'owner'];

describe('an event changes in calendars', () => {
  test.each<[string, () => Life, Partial<ReturnType<typeof last>>]>([
    ['issue: the first deadline comes', () => aNonconformity(), { requested: plan }],
    ['nothing for an OFI', () => anOfi(), {}],
    ['a submission: it is met', () => aNonconformity().reach('plan.validating'), { cancelled: plan }],
    [
      'found complete: the review comes',
      () => aNonconformity().reach('plan.in-review'),
      { requested: ['c1-plan-reviewer', '2026-03-24', owner, 'reviewer'] },
    ],
    [
      'found incomplete: it comes back under its id',
      () => aNonconformity().handIn(completeSubmission('plan', { rootCause: undefined })),
      { requested: plan },
    ],
    [
      'accepted: the review is met, the next stage comes',
      () => aNonconformity().pass('plan'),
      {
        cancelled: ['c1-plan-reviewer', '2026-03-24', owner, 'reviewer'],
        requested: ['c1-correction-owner', '2026-04-08', owner, 'owner'],
      },
    ],
    [
      'accepted at the end: nothing comes',
      () => aNonconformity().reach('closed'),
      { cancelled: ['c1-remediation-reviewer', '2026-03-24', owner, 'reviewer'] },
    ],
    [
      'verified: the reviewer has it now',
      () => aNonconformity().reach('remediation.in-review'),
      {
        cancelled: ['c1-remediation-verifier', '2026-04-28', owner, 'verifier'],
        requested: ['c1-remediation-reviewer', '2026-03-24', owner, 'reviewer'],
      },
    ],
    [
      'extended: the same one, on another day',
      () => aNonconformity().must('requestExtension', cast.owner).must('decideExtension', cast.leadAuditor),
      { requested: ['c1-plan-owner', '2026-03-30', owner, 'owner'] },
    ],
    ['an extension asked for: nothing', () => aNonconformity().must('requestExtension', cast.owner), {}],
    [
      'assigned: out of one calendar and into another',
      () => aNonconformity().must('assign', cast.ismsManager),
      { cancelled: plan, requested: ['c1-plan-owner', '2026-03-23', other, 'owner'] },
    ],
    [
      'assigned while others act: nothing',
      () => aNonconformity().reach('plan.in-review').must('assign', cast.ismsManager),
      {},
    ],
    [
      'appealed: the decision on it alone',
      () => aNonconformity().must('appeal', cast.owner),
      { cancelled: plan, requested: ['c1-appeal', '2026-03-25', owner, 'appeal'] },
    ],
    [
      'withdrawn: nothing is left',
      () => aNonconformity().must('withdraw', cast.leadAuditor).must('decideWithdrawal', cast.decisionMaker),
      { cancelled: plan },
    ],
  ])('%s', (_what, life, expected) => {
    expect(last(life())).toEqual({ cancelled: undefined, requested: undefined, ...expected });
  });

  test('another grade on the same day is said anew', () => {
    const before = aNonconformity().finding();
    if (before.grade === 'ofi') throw new Error('a nonconformity is not an OFI');
    const after: Finding = { ...before, grade: 'minor', seq: 2 };
    expect(calendarChanges(before, after)).toEqual({
      requested: { finding: after, audience: 'owner', entry: presentDeadline(after) },
    });
  });
});
