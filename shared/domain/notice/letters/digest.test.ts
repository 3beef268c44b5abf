import { describe, expect, test } from 'vitest';
import { aNonconformity, createLife, issueBody } from '../../../../test/builders/finding.ts';
import { cast } from '../../../../test/builders/people.ts';
import { addDays } from '../../calendar/civil-date.ts';
import type { Finding } from '../../finding/state.ts';
import { written } from '../../message/written.ts';
import type { Language } from '../../people/preferences.ts';
import type { DigestEntry } from '../deadline-notice.ts';
import { digestLetter } from './digest.ts';

const date = '2026-04-01';
const finding = (number: string, statement = 'Backups were never restored.'): Finding =>
  createLife({ id: `2026-stage-2-${number.toLowerCase()}` })
    .must('issue', cast.leadAuditor, issueBody({ number, statement }))
    .finding();

/** A deadline of the plan, so many days late. */
const late = (number: string, days: number, escalated = false, clock = 'plan#1#1#owner'): DigestEntry => ({
  finding: finding(number),
  notice: { kind: 'deadline', waitsFor: 'owner', clock, due: addDays(date, -days), offset: days },
  escalated,
});
const cap = (number: string, days: number, escalated = false): DigestEntry => ({
  finding: finding(number),
  notice: { kind: 'cap', reason: 'six-months', on: addDays(date, -days), state: days > 0 ? 'passed' : 'near' },
  escalated,
});
const digest = (entries: readonly DigestEntry[], language: Language = 'en') =>
  written(
    digestLetter({ date, entries }, { language, organization: 'Example AG', baseUrl: 'https://redress.example.org' }),
  );
/** Headings, and of each line the finding and how it lies. */
const outline = (text: string): readonly string[] =>
  text.split('\n').flatMap((line, i, all) => {
    if (all[i + 1]?.startsWith('---')) return [`# ${line}`];
    const [, number, when] = /^(NC-\d+) .*?(?:, |\) )([^,)]+)$/.exec(line) ?? [];
    return number === undefined ? [] : [`${number} ${when}`];
  });

test('the most urgent first: escalated, longest overdue, today, soonest; caps where they belong', () => {
  const entries = [
    late('NC-1', -7),
    cap('NC-2', -20),
    late('NC-3', 0),
    late('NC-4', 1),
    cap('NC-5', 1),
    late('NC-6', -1),
    late('NC-7', 14),
    late('NC-8', 7, true),
    cap('NC-9', 3, true),
    cap('NC-10', -10, true),
    late('NC-11', 21, true),
    cap('NC-12', 0),
  ];
  const { text, subject } = digest(entries);
  expect(outline(text)).toEqual([
    '# Escalated to you',
    'NC-11 overdue by 21 days',
    'NC-8 overdue by 7 days',
    'NC-9 passed 3 days ago',
    '# Overdue',
    'NC-7 overdue by 14 days',
    'NC-4 overdue by 1 day',
    'NC-5 passed 1 day ago',
    '# Due today',
    'NC-3 today',
    'NC-12 today',
    '# Due soon',
    'NC-6 in 1 day',
    'NC-1 in 7 days',
    'NC-10 in 10 days',
    'NC-2 in 20 days',
  ]);
  expect(subject).toBe('12 deadlines (1 April 2026): 6 overdue, 2 due today');
  expect(digest(entries.toReversed()).text).toBe(text);
});

test('a line has number, what is due, date, days, a link and the statement', () => {
  expect(digest([late('NC-1', -7), late('NC-2', 3)]).text).toBe(
    [
      '2 deadlines as of 1 April 2026, the most urgent first:',
      '',
      'Overdue',
      '-------',
      '',
      'NC-2 (major nonconformity), 2026-stage-2: corrective action plan, due on 29 March 2026, overdue by 3 days',
      'https://redress.example.org/findings/2026-stage-2-nc-2',
      '',
      '> Backups were never restored.',
      '',
      'Due soon',
      '--------',
      '',
      'NC-1 (major nonconformity), 2026-stage-2: corrective action plan, due on 8 April 2026, in 7 days',
      'https://redress.example.org/findings/2026-stage-2-nc-1',
      '',
      '> Backups were never restored.',
      '',
      'Redress, for Example AG',
      '',
    ].join('\n'),
  );
});

test('and the same in German', () => {
  const { text, subject } = digest([late('NC-1', -7), late('NC-2', 1, true), cap('NC-3', 5), cap('NC-4', -30)], 'de');
  expect(subject).toBe('4 Fristen (1. April 2026): 2 überfällig');
  for (const line of [
    '4 Fristen, Stand 1. April 2026, die dringendsten zuerst:',
    'An Sie eskaliert',
    'NC-2 (wesentliche Nichtkonformität), 2026-stage-2: Korrekturmaßnahmenplan, fällig am 31. März 2026, seit 1 Tag überfällig',
    'Überfällig',
    'NC-3 (wesentliche Nichtkonformität), 2026-stage-2: noch offen, obwohl die Höchstfrist am 27. März 2026 (sechs Monate nach dem letzten Tag der Stufe 2) vor 5 Tagen abgelaufen ist',
    'Demnächst fällig',
    'NC-1 (wesentliche Nichtkonformität), 2026-stage-2: Korrekturmaßnahmenplan, fällig am 8. April 2026, in 7 Tagen',
    'NC-4 (wesentliche Nichtkonformität), 2026-stage-2: muss bis zur Höchstfrist am 1. Mai 2026 (sechs Monate nach dem letzten Tag der Stufe 2) abgeschlossen sein, in 30 Tagen',
  ])
    expect(text.split('\n')).toContain(line);
});

describe('one deadline alone is said in the subject', () => {
  test.each<[DigestEntry, string, string]>([
    [late('NC-1', -7), 'corrective action plan is due in 7 days', 'Korrekturmaßnahmenplan in 7 Tagen fällig'],
    [late('NC-1', -1), 'corrective action plan is due in 1 day', 'Korrekturmaßnahmenplan in 1 Tag fällig'],
    [late('NC-1', 0), 'corrective action plan is due today', 'Korrekturmaßnahmenplan heute fällig'],
    [
      late('NC-1', 14),
      'corrective action plan is overdue by 14 days',
      'Korrekturmaßnahmenplan seit 14 Tagen überfällig',
    ],
    [cap('NC-1', -30), 'hard cap in 30 days', 'Höchstfrist in 30 Tagen'],
    [cap('NC-1', 1), 'hard cap passed', 'Höchstfrist überschritten'],
  ])('%#', (entry, english, german) => {
    expect(digest([entry]).subject).toBe(`NC-1: ${english} (Backups were never restored.)`);
    expect(digest([entry], 'de').subject).toBe(`NC-1: ${german} (Backups were never restored.)`);
  });
  test.each([
    ['verifier', 'remediation.verifying', 'verification of the evidence of remediation is due today'],
    ['reviewer', 'plan.in-review', 'review of the corrective action plan is due today'],
    ['appeal', 'plan.awaiting', 'decision on the appeal is due today'],
  ] as const)('that the %s must keep', (waitsFor, step, expected) => {
    const its = aNonconformity().reach(step).finding();
    const notice = { kind: 'deadline', waitsFor, clock: 'c', due: date, offset: 0 } as const;
    expect(digest([{ finding: its, notice, escalated: false }]).subject).toContain(`: ${expected} (`);
  });
});

describe('notices that a missed week left behind', () => {
  test('are one line each deadline, as of the day it is sent', () => {
    const missed = [-7, -3, -1].map((offset): DigestEntry => {
      const entry = late('NC-1', -1);
      return { ...entry, notice: { ...entry.notice, offset } as DigestEntry['notice'] };
    });
    const { text, subject } = digest(missed);
    expect(outline(text)).toEqual(['# Due soon', 'NC-1 in 1 day']);
    expect(subject).toMatch(/^NC-1: /);
  });
  test('are two of a finding that has two: its deadline and its hard cap', () => {
    expect(outline(digest([late('NC-1', 1), cap('NC-1', 1)]).text)).toHaveLength(3);
  });
  test('are not escalated to who must act themselves', () => {
    expect(outline(digest([late('NC-1', 7, true), late('NC-1', 7, false)]).text)[0]).toBe('# Overdue');
  });
});

test('findings of one number in two audits are told apart, and follow each other as their numbers do', () => {
  const other = late('NC-2', 1);
  const elsewhere: DigestEntry = {
    ...other,
    finding: { ...other.finding, facts: { ...other.finding.facts, id: 'x', audit: '2026-internal' } },
  };
  const lines = digest([late('NC-10', 1), other, elsewhere]).text.match(/^NC-\d+ .*?, [\w-]+/gm);
  expect(lines).toEqual([
    'NC-2 (major nonconformity), 2026-internal',
    'NC-2 (major nonconformity), 2026-stage-2',
    'NC-10 (major nonconformity), 2026-stage-2',
  ]);
});

test('more than mail services take is counted and not shown', () => {
  const { text, subject } = digest(Array.from({ length: 450 }, (_none, i) => late(`NC-${i + 1}`, 1)));
  expect(outline(text)).toHaveLength(401);
  expect(text).toContain(
    'And 50 more: the register shows all of them.\n\nOpen the register\nhttps://redress.example.org/findings\n',
  );
  expect(subject).toBe('450 deadlines (1 April 2026): 450 overdue');
});
