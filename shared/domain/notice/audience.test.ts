import { describe, expect, test } from 'vitest';
import { aNonconformity, anOfi, type Life } from '../../../test/builders/finding.ts';
import { cast } from '../../../test/builders/people.ts';
import { completeSubmission } from '../../../test/builders/submissions.ts';
import { defaultPolicy } from '../policy/built-in/default.ts';
import { toldOf, toldOfCap, toldOfDeadline } from './audience.ts';

const told = (life: Life) => {
  const event = life.events.at(-1);
  return event && toldOf[event.type]?.(event.state);
};

describe('of a change', () => {
  const submitter = ['submitter', 'owner'];
  test.each<[string, () => Life, readonly string[] | undefined]>([
    ['issued', () => aNonconformity(), ['owner']],
    ['an OFI issued', () => anOfi(), ['owner']],
    ['assigned', () => aNonconformity().must('assign', cast.ismsManager), ['owner']],
    ['submitted, for calendars alone', () => aNonconformity().reach('plan.validating'), []],
    ['complete, to be reviewed', () => aNonconformity().reach('plan.in-review'), ['lead-auditor']],
    ['complete, to be verified', () => aNonconformity().reach('remediation.verifying'), ['internal-auditor']],
    ['incomplete', () => aNonconformity().handIn(completeSubmission('plan', { rootCause: undefined })), submitter],
    ['confirmed', () => aNonconformity().reach('remediation.in-review'), ['lead-auditor']],
    [
      'not confirmed',
      () =>
        aNonconformity()
          .reach('remediation.verifying')
          .must('verify', cast.internalAuditor, { confirmed: false, statement: 'No.' }),
      submitter,
    ],
    ['returned', () => aNonconformity().reach('plan.in-review').must('return', cast.leadAuditor), submitter],
    ['accepted', () => aNonconformity().pass('plan'), ['owner']],
    [
      'accepted, and closed by it',
      () => aNonconformity().reach('remediation.in-review').must('accept', cast.leadAuditor),
      ['owner', 'isms-manager', 'lead-auditor'],
    ],
    ['an extension asked for', () => aNonconformity().must('requestExtension', cast.owner), ['lead-auditor']],
    [
      'an extension granted',
      () => aNonconformity().must('requestExtension', cast.owner).must('decideExtension', cast.leadAuditor),
      ['owner'],
    ],
    ['regraded', () => aNonconformity().must('regrade', cast.leadAuditor), ['owner', 'isms-manager']],
    ['a withdrawal proposed', () => aNonconformity().must('withdraw', cast.leadAuditor), ['decision-maker']],
    ['appealed', () => aNonconformity().must('appeal', cast.owner), ['decision-maker', 'lead-auditor']],
    [
      'an appeal decided',
      () => aNonconformity().must('appeal', cast.owner).must('decideAppeal', cast.decisionMaker),
      ['owner', 'lead-auditor'],
    ],
    ['reopened', () => aNonconformity().reach('closed').must('reopen', cast.leadAuditor), ['owner', 'isms-manager']],
    ['an OFI accepted', () => anOfi().must('respond', cast.owner), ['isms-manager']],
    ['a fault', () => aNonconformity().must('recordFault', cast.system), ['administrator']],
  ])('%s', (_what, life, audience) => {
    expect(told(life())).toEqual(audience);
  });
});

describe('of a deadline', () => {
  const { escalation } = defaultPolicy.notices;
  test.each([
    [-7, []],
    [0, []],
    [1, ['isms-manager']],
    [6, ['isms-manager']],
    [7, ['isms-manager', 'top-management']],
    [14, ['isms-manager', 'top-management']],
  ])('%i days from the due date the owner, and escalated to %j', (offset, escalated) => {
    expect(toldOfDeadline('owner', offset, escalation)).toEqual({ acting: 'owner', escalated });
  });
  test.each([
    ['owner', 'owner'],
    ['verifier', 'internal-auditor'],
    ['reviewer', 'lead-auditor'],
    ['appeal', 'decision-maker'],
  ] as const)('that the %s must keep', (waitsFor, acting) => {
    expect(toldOfDeadline(waitsFor, -1, escalation)).toEqual({ acting, escalated: [] });
    expect(toldOfDeadline(waitsFor, 7, escalation)).toEqual({ acting, escalated: ['isms-manager', 'top-management'] });
  });
  test('a role that the policy names twice is told once', () => {
    const twice = [
      { after: 2, to: 'lead-auditor' },
      { after: 3, to: 'lead-auditor' },
    ] as const;
    expect(toldOfDeadline('owner', 3, [...twice]).escalated).toEqual(['lead-auditor']);
  });
});

test('of a hard cap: the owner, the ISMS manager and the lead auditor; once it has passed, top management too', () => {
  expect(toldOfCap('near')).toEqual({ acting: 'owner', escalated: ['isms-manager', 'lead-auditor'] });
  expect(toldOfCap('passed').escalated).toEqual(['isms-manager', 'lead-auditor', 'top-management']);
});
