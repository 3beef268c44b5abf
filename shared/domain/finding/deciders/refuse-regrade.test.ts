import { describe, expect, test } from 'vitest';
import { createLife, issueBody, type Life } from '../../../../test/builders/finding.ts';
import { cast } from '../../../../test/builders/people.ts';
import { ISO_27001 } from '../../requirement/requirement.ts';
import { proposedRegrades } from '../proposals.ts';
import type { ProposedBecause } from '../state.ts';

const requirement = { framework: ISO_27001, id: '6.1.3 d' };
const minor = (number = 'NC-1', grade: 'major' | 'minor' = 'minor'): Life =>
  createLife().must('issue', cast.leadAuditor, issueBody({ number, grade, requirements: [requirement] }));
const byAudit: ProposedBecause = { because: 'open-at-next-audit', nextAudit: '2027-02-22' };
const byMinors = (...minors: string[]) => ({
  because: 'minors-on-one-requirement' as const,
  framework: ISO_27001,
  requirement: '6.1.3',
  minors,
});
const three = byMinors('NC-1', 'NC-2', 'NC-3');
const reason = 'Three teams, three causes.';
const codes = (life: Life, proposed: ProposedBecause, actor = cast.leadAuditor) => {
  const given = life.give('refuseRegrade', actor, { proposed, reason });
  return given.ok ? [] : given.refusals.map(({ code }) => code);
};

describe('a refused proposal', () => {
  test('is on the record, with its reason, and changes neither grade nor clock', () => {
    const life = minor();
    const before = life.finding();
    life.must('refuseRegrade', cast.leadAuditor, { proposed: three, reason });
    expect(life.events.at(-1)).toMatchObject({ type: 'regrade-refused', data: { proposed: three, reason } });
    const {
      seq: _s,
      taken: _t,
      refusedRegrades,
      ...after
    } = life.finding() as Extract<ReturnType<Life['finding']>, { stage: unknown }>;
    expect(refusedRegrades).toEqual([three]);
    expect(before).toMatchObject(after);
  });
  test('is not made again, until there is more to it', () => {
    const life = minor().must('refuseRegrade', cast.leadAuditor, { proposed: three, reason });
    const others = ['NC-2', 'NC-3'].map((number) => minor(number).finding());
    const proposed = (...more: ReturnType<Life['finding']>[]) =>
      proposedRegrades([life.finding(), ...others, ...more], '2026-03-10').map(({ number }) => number);
    expect(proposed()).toEqual(['NC-2', 'NC-3']);
    expect(proposed(minor('NC-4').finding())).toEqual(['NC-1', 'NC-2', 'NC-3', 'NC-4']);
  });
  test('for one audit says nothing of the one after it, nor of too many minors', () => {
    const life = minor().must('refuseRegrade', cast.leadAuditor, { proposed: byAudit, reason });
    expect(proposedRegrades([life.finding()], '2027-03-01')).toEqual([]);
    expect(codes(life, byAudit)).toEqual(['refused-before']);
    expect(codes(life, three)).toEqual([]);
  });
});

describe('what is not proposed is not refused', () => {
  test.each<[string, ProposedBecause]>([
    ['another audit', { ...byAudit, nextAudit: '2028-01-01' }],
    ['without this finding', byMinors('NC-2', 'NC-3', 'NC-4')],
    ['too few', byMinors('NC-1', 'NC-2')],
    ['another requirement', { ...three, requirement: '9.2' }],
    ['another framework', { ...three, framework: 'SOC 2' }],
  ])('%s', (_what, proposed) => {
    expect(codes(minor(), proposed)).toEqual(['not-proposed']);
  });
  test('a major is none', () => {
    expect(codes(minor('NC-1', 'major'), three)).toEqual(['wrong-state']);
  });
  test('nobody but the lead auditor of this audit refuses', () => {
    for (const actor of [cast.owner, cast.ismsManager, cast.otherLeadAuditor, cast.decisionMaker])
      expect(codes(minor(), byAudit, actor)).toEqual(['wrong-person']);
  });
});
