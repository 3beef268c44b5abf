import { expect, test } from 'vitest';
import { aNonconformity, anOfi, findingId, type Life } from '../../../test/builders/finding.ts';
import { cast } from '../../../test/builders/people.ts';
import { deadlinesOf, presentDeadline } from './deadline.ts';

type Listed = readonly (readonly [uid: string, on: string])[];

const uidOf = (uid: string): string => uid.replace(`${findingId}-`, '').replace('@redress', '');
const listed = (life: Life): Listed => deadlinesOf(life.finding()).map(({ uid, on }) => [uidOf(uid), on]);

test.each<[string, () => Life, Listed]>([
  [
    'all stages ahead',
    () => aNonconformity(),
    [
      ['c1-plan-owner', '2026-03-23'],
      ['c1-correction-owner', '2026-04-08'],
      ['c1-remediation-owner', '2026-04-28'],
    ],
  ],
  [
    'what is being validated is met',
    () => aNonconformity().reach('plan.validating'),
    [
      ['c1-correction-owner', '2026-04-08'],
      ['c1-remediation-owner', '2026-04-28'],
    ],
  ],
  [
    'in review: the date of the review',
    () => aNonconformity().reach('plan.in-review'),
    [
      ['c1-plan-reviewer', '2026-03-24'],
      ['c1-correction-owner', '2026-04-08'],
      ['c1-remediation-owner', '2026-04-28'],
    ],
  ],
  [
    'verification, by the date of the stage',
    () => aNonconformity().reach('remediation.verifying'),
    [['c1-remediation-verifier', '2026-04-28']],
  ],
  [
    'the stages that are left',
    () => aNonconformity().pass('plan'),
    [
      ['c1-correction-owner', '2026-04-08'],
      ['c1-remediation-owner', '2026-04-28'],
    ],
  ],
  [
    'an appeal too, before what the stage waits for',
    () => aNonconformity().pass('plan').pass('correction').must('appeal', cast.owner),
    [
      ['c1-appeal', '2026-03-25'],
      ['c1-remediation-owner', '2026-04-28'],
    ],
  ],
  [
    'another cycle: other deadlines',
    () => aNonconformity().reach('closed').must('reopen', cast.leadAuditor),
    [
      ['c2-plan-owner', '2026-03-24'],
      ['c2-correction-owner', '2026-04-09'],
      ['c2-remediation-owner', '2026-05-09'],
    ],
  ],
  ['nothing once closed', () => aNonconformity().reach('closed'), []],
  ['nothing for an OFI', () => anOfi(), []],
])('%s', (_what, life, expected) => {
  expect(listed(life())).toEqual(expected);
});

test('the present one is what the finding waits for, and as new as the finding', () => {
  expect(presentDeadline(aNonconformity().reach('plan.in-review').finding())).toEqual({
    uid: `${findingId}-c1-plan-reviewer@redress`,
    finding: findingId,
    number: 'NC-01',
    stage: 'plan',
    waitsFor: 'reviewer',
    on: '2026-03-24',
    sequence: 3,
  });
  expect(presentDeadline(aNonconformity().must('appeal', cast.owner).finding())?.waitsFor).toBe('appeal');
  expect(presentDeadline(aNonconformity().reach('plan.validating').finding())).toBeUndefined();
  expect(presentDeadline(anOfi().finding())).toBeUndefined();
});
