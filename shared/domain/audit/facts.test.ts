import { describe, expect, test } from 'vitest';
import { stage2 } from '../../../test/builders/audit.ts';
import { cast } from '../../../test/builders/people.ts';
import { refusedFacts } from './facts.ts';
import { AuditFacts } from './state.ts';

const directory = new Map<string, (typeof cast)[keyof typeof cast]['roles']>(
  Object.values(cast).map(({ person, roles }) => [person, roles]),
);
const refused = (change: Partial<AuditFacts>): readonly string[] =>
  refusedFacts({ ...stage2, ...change }, (person) => directory.get(person)).map(
    ({ code, field }) => `${code} ${field}`,
  );
const lead = { person: cast.leadAuditor.person, role: 'lead-auditor' } as const;
const auditor = { person: cast.auditor.person, role: 'auditor' } as const;

test('nothing is wrong with the sample', () => {
  expect(refused({})).toEqual([]);
  expect(AuditFacts.parse(stage2)).toEqual(stage2);
});

describe('dates out of order', () => {
  test.each([
    ['lastDay', '2026-02-22'],
    ['closingMeeting', '2026-02-26'],
    ['reportIssued', '2026-02-26'],
    ['reportReceived', '2026-03-05'],
    ['nextAudit', '2026-03-08'],
  ] as const)('%s on %s', (name, date) => {
    expect(refused({ dates: { ...stage2.dates, [name]: date } })).toContain(`dates-out-of-order dates.${name}`);
  });
  test('what is left out is passed over', () => {
    const dates = { firstDay: '2026-02-23', lastDay: '2026-02-27', nextAudit: '2026-02-26' };
    expect(refused({ dates })).toEqual(['dates-out-of-order dates.nextAudit']);
  });
  test('all on one day is in order', () => {
    const day = '2026-02-23';
    const dates = { firstDay: day, lastDay: day, closingMeeting: day, reportIssued: day, reportReceived: day };
    expect(refused({ dates })).toEqual([]);
  });
});

describe('the team', () => {
  test('has one lead auditor, not none and not two', () => {
    expect(refused({ team: [auditor] })).toEqual(['one-lead-auditor team']);
    const second = { person: cast.otherLeadAuditor.person, role: 'lead-auditor' } as const;
    expect(refused({ team: [lead, second] })).toEqual(['one-lead-auditor team']);
  });
  test('is led by who holds that role', () => {
    expect(refused({ team: [{ ...auditor, role: 'lead-auditor' }] })).toEqual(['not-a-lead-auditor team[0].person']);
  });
  test('may have a lead auditor of other audits as auditor', () => {
    expect(refused({ team: [lead, { person: cast.otherLeadAuditor.person, role: 'auditor' }] })).toEqual([]);
  });
  test('has no decision-maker', () => {
    expect(refused({ team: [lead, { person: cast.decisionMaker.person, role: 'auditor' }] })).toEqual([
      'decision-maker-on-team team[1].person',
    ]);
  });
  test('has nobody the directory does not know', () => {
    expect(refused({ team: [lead, { person: 'nobody@cb.example', role: 'auditor' }] })).toEqual([
      'unknown-person team[1].person',
    ]);
  });
  test('has nobody twice', () => {
    expect(refused({ team: [lead, { ...lead, role: 'auditor' }] })).toEqual(['person-twice team[1].person']);
  });
});

test('everything is told at once', () => {
  const dates = { ...stage2.dates, lastDay: '2026-02-22' };
  expect(refused({ dates, team: [{ person: cast.decisionMaker.person, role: 'auditor' }] })).toEqual([
    'dates-out-of-order dates.lastDay',
    'one-lead-auditor team',
    'decision-maker-on-team team[0].person',
  ]);
});

test.each([
  ['a date of another century', { dates: { ...stage2.dates, nextAudit: '2206-02-22' } }],
  ['a date that does not exist', { dates: { ...stage2.dates, firstDay: '2026-02-30' } }],
  ['no team', { team: [] }],
  ['another kind', { kind: 'friendly' }],
  ['a field it does not know', { colour: 'red' }],
])('the schema refuses %s', (_what, change) => {
  expect(AuditFacts.safeParse({ ...stage2, ...change }).success).toBe(false);
});
