import { describe, expect, it } from 'vitest';
import { type Known, startStepsFor } from './progress.ts';

type Finding = Known['findings'][number];
type Audit = NonNullable<Known['audit']>;

const nothing: Known = { people: undefined, audit: undefined, findings: [] };
const audit = { id: '2026', version: 1, facts: { title: 'Audit' }, imports: [], actions: [] } as unknown as Audit;
const finding = (part: Partial<Finding>): Finding => ({
  id: 'f1',
  version: 1,
  audit: '2026',
  number: 'NC-01',
  grade: 'minor',
  status: 'awaiting',
  stage: 'plan',
  round: 1,
  owner: 'omar@example.org',
  requirements: ['9.2'],
  summary: '',
  issuedOn: '2026-03-09',
  overdue: false,
  ...part,
});
const done = (known: Known): readonly string[] =>
  startStepsFor(known).flatMap(({ name, isDone }) => (isDone ? [name] : []));
const pathOf = (known: Known, step: string): string | undefined =>
  startStepsFor(known).find(({ name }) => name === step)?.path;

describe('the guided start', () => {
  it('begins with who is there', () => {
    expect(done(nothing)).toEqual(['people']);
  });

  it('an administrator alone is nobody yet who could begin', () => {
    const adam = { email: 'adam@example.org', name: 'Adam', roles: ['administrator'] } as const;
    expect(done({ ...nothing, people: [{ ...adam, roles: [...adam.roles] }] })).toEqual([]);
    const people = [
      { ...adam, roles: [...adam.roles] },
      { email: 'omar@example.org', name: 'Omar', roles: [] },
    ];
    expect(done({ ...nothing, people })).toEqual(['people']);
  });

  it('leads to the audit, then to its report, then to its rows', () => {
    expect(pathOf(nothing, 'audit')).toBe('/audits/new');
    expect(pathOf(nothing, 'report')).toBe('/audits/new');
    expect(pathOf({ ...nothing, audit }, 'report')).toBe('/audits/2026/import');
    const read = {
      id: 'i1',
      fileName: 'r.csv',
      status: 'to-confirm',
      by: 'i@example.org',
      role: 'isms-manager',
    } as const;
    const known = { ...nothing, audit: { ...audit, imports: [read] } };
    expect(pathOf(known, 'findings')).toBe('/audits/2026/imports/i1');
    expect(done(known)).toEqual(['people', 'audit', 'report']);
  });

  it('a plan is handed in once somebody else has it, or it came back', () => {
    const before = ['people', 'audit', 'report', 'findings'];
    const of = (part: Partial<Finding>): Known => ({ ...nothing, audit, findings: [finding(part)] });
    expect(done(of({}))).toEqual(before);
    expect(pathOf(of({}), 'plan')).toBe('/findings/f1');
    for (const part of [{ status: 'in-review' }, { round: 2 }, { stage: 'correction' }] as const)
      expect(done(of(part))).toEqual([...before, 'plan']);
    expect(pathOf(of({ status: 'in-review' }), 'review')).toBe('/findings/f1');
  });

  it('an opportunity for improvement has no plan', () => {
    const improvement = finding({ grade: 'ofi', status: 'response-accepted' });
    expect(done({ ...nothing, audit, findings: [improvement] })).not.toContain('plan');
  });

  it('ends with a finding that is closed', () => {
    const decision = { stage: 'plan', outcome: 'accepted' } as unknown as NonNullable<Finding['decision']>;
    const { stage: _stage, ...closed } = finding({ status: 'closed', decision });
    expect(done({ ...nothing, audit, findings: [closed] })).toHaveLength(7);
  });
});
