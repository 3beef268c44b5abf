import { expect, test } from 'vitest';
import { aNonconformity, anOfi, type Life } from '../../../test/builders/finding.ts';
import { cast } from '../../../test/builders/people.ts';
import { deadlinesOf } from './deadlines.ts';

const plan = (life: Life) =>
  deadlinesOf(life.finding()).map(({ id, on }) => [id.replace('2026-stage-2-nc-01-', ''), on]);

test.each<[string, () => Life, readonly (readonly [string, string])[]]>([
  [
    'all stages ahead',
    () => aNonconformity(),
    [
      ['plan', '2026-03-23'],
      ['correction', '2026-04-08'],
      ['remediation', '2026-04-28'],
    ],
  ],
  [
    'in review: the date of the review under the name of the stage',
    () => aNonconformity().reach('plan.in-review'),
    [
      ['plan', '2026-03-24'],
      ['correction', '2026-04-08'],
      ['remediation', '2026-04-28'],
    ],
  ],
  [
    'the stages that are left',
    () => aNonconformity().pass('plan'),
    [
      ['correction', '2026-04-08'],
      ['remediation', '2026-04-28'],
    ],
  ],
  [
    'an appeal too',
    () => aNonconformity().pass('plan').pass('correction').must('appeal', cast.owner),
    [
      ['appeal', '2026-03-25'],
      ['remediation', '2026-04-28'],
    ],
  ],
  ['nothing once closed', () => aNonconformity().reach('closed'), []],
  ['nothing for an OFI', () => anOfi(), []],
])('%s', (_what, life, expected) => {
  expect(plan(life())).toEqual(expected);
});

test('a deadline says which finding, what, and how new it is', () => {
  const [first] = deadlinesOf(aNonconformity().reach('plan.in-review').finding());
  expect(first).toMatchObject({ summary: 'NC-01: review of the corrective action plan', version: 3 });
});
