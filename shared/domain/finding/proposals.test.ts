import { describe, expect, test } from 'vitest';
import { createLife, issueBody } from '../../../test/builders/finding.ts';
import { cast } from '../../../test/builders/people.ts';
import { defaultPolicy } from '../policy/built-in/default.ts';
import type { Requirement } from '../requirement/requirement.ts';
import { clauseOf, proposedRegrades } from './proposals.ts';

const iso = 'ISO/IEC 27001:2022';
const control = (id: string, framework = iso): Requirement => ({ framework, id });
const minor = (number: string, requirements: Requirement[], minorsToMajor = 3, grade: 'major' | 'minor' = 'minor') =>
  createLife({ policy: { ...defaultPolicy, minorsToMajor } }).must(
    'issue',
    cast.leadAuditor,
    issueBody({ number, grade, requirements }),
  );
const day = '2026-03-10';
const numbers = (...findings: ReturnType<typeof minor>[]) =>
  proposedRegrades(
    findings.map((life) => life.finding()),
    day,
  ).map(({ number }) => number);

describe('three minors on one requirement', () => {
  const [one, two] = [minor('NC-1', [control('A.8.13')]), minor('NC-2', [control('A.8.13'), control('9.2')])];

  test('propose each of them, and say which they are', () => {
    const three = minor('NC-3', [control('7.2'), control('A.8.13')]);
    expect(numbers(three, one, two)).toEqual(['NC-1', 'NC-2', 'NC-3']);
    const [proposal] = proposedRegrades(
      [one, two, three].map((life) => life.finding()),
      day,
    );
    expect(proposal).toEqual({
      finding: '2026-stage-2-nc-01',
      number: 'NC-1',
      because: 'minors-on-one-requirement',
      framework: iso,
      requirement: 'A.8.13',
      minors: ['NC-1', 'NC-2', 'NC-3'],
    });
  });
  test('on one clause, whichever of its letters they name, and each finding once', () => {
    const letters = ['6.1.3', '6.1.3 c', '6.1.3 d'].map((id, i) => minor(`NC-${i}`, [control(id)]));
    expect(numbers(...letters)).toEqual(['NC-0', 'NC-1', 'NC-2']);
    const twice = minor('NC-4', [control('6.1.3 c'), control('6.1.3 d')]);
    expect(numbers(twice, minor('NC-5', [control('6.1.3')]))).toEqual([]);
  });
  test.each([
    ['two are too few', () => [one, two]],
    ['of another framework is another', () => [one, two, minor('NC-3', [control('A.8.13', 'SOC 2')])]],
    ['a major is none', () => [one, two, minor('NC-3', [control('A.8.13')], 3, 'major')]],
    [
      'a withdrawn one is none',
      () => [
        one,
        two,
        minor('NC-3', [control('A.8.13')])
          .must('withdraw', cast.leadAuditor)
          .must('decideWithdrawal', cast.decisionMaker),
      ],
    ],
    ['where the policy says four, three are too few', () => ['1', '2', '3'].map((n) => minor(n, [control('9.2')], 4))],
  ])('%s', (_what, findings) => {
    expect(numbers(...findings())).toEqual([]);
  });
  test('a closed one counts and is not proposed itself', () => {
    expect(numbers(one, two, minor('NC-3', [control('A.8.13')]).reach('closed'))).toEqual(['NC-1', 'NC-2']);
  });
});

describe('a minor still open at the next audit', () => {
  const open = minor('NC-1', [control('A.8.13')]);
  const proposed = (today: string, life = open) => proposedRegrades([life.finding()], today);
  test('which begins on 2027-02-22', () => {
    expect(proposed('2027-02-21')).toEqual([]);
    expect(proposed('2027-02-22')).toEqual([
      { finding: '2026-stage-2-nc-01', number: 'NC-1', because: 'open-at-next-audit', nextAudit: '2027-02-22' },
    ]);
    expect(proposed('2027-03-22')).toHaveLength(1);
  });
  test('is not proposed once closed, nor before the date that an extension granted', () => {
    expect(proposed('2027-03-22', minor('NC-1', [control('9.2')]).reach('closed'))).toEqual([]);
    const extended = minor('NC-1', [control('9.2')])
      .reach('remediation.awaiting')
      .must('requestExtension', cast.owner, { newDueDate: '2027-03-01', reason: 'Supplier.' })
      .must('decideExtension', cast.leadAuditor);
    expect(proposed('2027-02-28', extended)).toEqual([]);
    expect(proposed('2027-03-01', extended)).toHaveLength(1);
  });
});

test.each([
  ['6.1.3 d', '6.1.3'],
  ['9.2', '9.2'],
  ['A.8.13', 'A.8.13'],
])('%s is of %s', (id, clause) => {
  expect(clauseOf(control(id))).toBe(clause);
  expect(clauseOf(control(id, 'SOC 2'))).toBe(id);
});
