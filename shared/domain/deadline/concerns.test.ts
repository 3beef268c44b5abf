import { expect, test } from 'vitest';
import { auditContextOf } from '../../../test/builders/audit.ts';
import { aNonconformity, type Life } from '../../../test/builders/finding.ts';
import { alsoHolding, cast } from '../../../test/builders/people.ts';
import type { Actor } from '../people/person.ts';
import { concerns } from './concerns.ts';
import { deadlinesOf } from './deadline.ts';

const { team } = auditContextOf();
const stagesOf = (life: Life, person: Actor): readonly string[] =>
  deadlinesOf(life.finding())
    .filter((deadline) => concerns(deadline, person, life.finding(), team))
    .map(({ stage, waitsFor }) => (waitsFor === 'owner' ? stage : waitsFor));

const stranger: Actor = { person: 'else@example.org', roles: ['lead-auditor', 'observer', 'top-management'] };
const all = ['plan', 'correction', 'remediation'];

test.each<[string, () => Life, Actor, readonly string[]]>([
  ['the owner hands in, now and later', () => aNonconformity(), cast.owner, all],
  ['the owner does not review', () => aNonconformity().reach('plan.in-review'), cast.owner, all.slice(1)],
  [
    'the ISMS manager has all in view',
    () => aNonconformity().reach('plan.in-review'),
    cast.ismsManager,
    ['reviewer', ...all.slice(1)],
  ],
  [
    'the lead auditor of the audit reviews',
    () => aNonconformity().reach('plan.in-review'),
    cast.leadAuditor,
    ['reviewer'],
  ],
  ['the lead auditor hands nothing in', () => aNonconformity(), cast.leadAuditor, []],
  ['another lead auditor has nothing to do with it', () => aNonconformity().reach('plan.in-review'), stranger, []],
  [
    'an internal auditor verifies',
    () => aNonconformity().reach('remediation.verifying'),
    cast.internalAuditor,
    ['verifier'],
  ],
  ['an internal auditor does nothing else', () => aNonconformity(), cast.internalAuditor, []],
  [
    'a decision-maker decides appeals',
    () => aNonconformity().must('appeal', cast.owner),
    cast.decisionMaker,
    ['appeal'],
  ],
  ['an action owner hands in', () => aNonconformity().pass('plan'), cast.actionOwner, all.slice(1)],
  [
    'whoever holds two roles has both',
    () => aNonconformity().reach('remediation.verifying'),
    alsoHolding(cast.owner, 'internal-auditor'),
    ['verifier'],
  ],
  ['an observer is not concerned', () => aNonconformity(), cast.observer, []],
])('%s', (_what, life, person, expected) => {
  expect(stagesOf(life(), person)).toEqual(expected);
});
