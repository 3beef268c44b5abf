import { describe, expect, test } from 'vitest';
import { aNonconformity } from '../../../test/builders/finding.ts';
import { completeSubmission, registered } from '../../../test/builders/submissions.ts';
import { evidenceStatuses } from '../evidence/evidence.ts';
import { capReasons } from '../finding/cap.ts';
import { stages } from '../finding/stage.ts';
import { grades } from '../finding/state.ts';
import { decisionWays } from '../finding/way.ts';
import { linkPurposes } from '../link/link.ts';
import { returnKinds } from '../notice/suppression.ts';
import { type Checked, checkSubmission } from '../submission/check.ts';
import type { Submission } from '../submission/submission.ts';
import { wordsOf } from './index.ts';
import { inLanguage } from './sentences/index.ts';

const en = wordsOf('en');
const de = wordsOf('de');

describe('dates in the words of a language', () => {
  test.each([
    ['2026-03-23', '23 March 2026', '23. März 2026'],
    ['2028-02-29', '29 February 2028', '29. Februar 2028'],
    ['2026-12-31', '31 December 2026', '31. Dezember 2026'],
    ['2027-01-01', '1 January 2027', '1. Januar 2027'],
  ])('%s', (date, english, german) => {
    expect(en.day(date)).toBe(english);
    expect(de.day(date)).toBe(german);
  });
  test('an instant is said by the clocks of a place', () => {
    const instant = '2026-03-23T23:30:00.000Z';
    expect(en.instant(instant, 'Europe/Zurich')).toBe('24 March 2026, 00:30 (Europe/Zurich)');
    expect(de.instant(instant, 'Pacific/Pago_Pago')).toBe('23. März 2026, 12:30 Uhr (Pacific/Pago_Pago)');
  });
});

/** Everything a catalogue says, by where it stands: entries that take something are called with all there is. */
const sayings = (words: typeof en): ReadonlyMap<string, string> => {
  const said = new Map<string, string>();
  const note = (name: string, text: unknown): void => {
    if (typeof text !== 'string') throw new Error(`${name} says nothing`);
    said.set(name, text);
  };
  const plain = (name: string, value: unknown): void => {
    if (typeof value === 'string') note(name, value);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) plain(`${name}.${key}`, inner);
  };
  plain('', words);
  const { change, digest, file, returned, link, letter } = words;
  for (const stage of stages) {
    for (const waitsFor of ['owner', 'verifier', 'reviewer', 'appeal'] as const) {
      note(`task ${waitsFor} ${stage}`, words.task(waitsFor, stage));
      note(`due ${waitsFor} ${stage}`, letter.dueOn(waitsFor, stage, '2026-03-23'));
      for (const late of [-7, -1, 0, 1, 7])
        note(`digest ${waitsFor} ${stage} ${late}`, digest.one(waitsFor, stage, late));
    }
    for (const say of [
      'toVerify',
      'toReview',
      'verified',
      'incomplete',
      'notConfirmed',
      'accepted',
      'acceptedLast',
      'next',
      'returned',
    ] as const)
      note(`${say} ${stage}`, change[say](stage));
    note(`extension ${stage}`, change.extensionRequested(stage, '2026-03-23'));
    for (const grade of grades) note(`issued ${stage} ${grade}`, change.issued(grade, stage));
  }
  for (const grade of grades) note(`regraded ${grade}`, change.regraded(grade) + change.regradeRefused(grade));
  for (const outcome of ['upheld', 'regraded', 'withdrawn'] as const)
    note(`appeal ${outcome}`, change.appealDecided(outcome));
  for (const cause of ['recurrence', 'ineffective', 'false-evidence'] as const)
    note(`reopened ${cause}`, change.reopened(cause));
  for (const way of decisionWays) if (way !== 'account') note(`way ${way}`, change.happened('accepted', way));
  for (const reason of capReasons) note(`cap ${reason}`, digest.capLine('X', reason, '2026-03-23', 1));
  for (const why of [
    { because: 'extended', days: 1 },
    { because: 'with-stage', stage: 'plan' },
    { because: 'regrade' },
    { because: 'reopening' },
    { because: 'paused', days: 2 },
    { because: 'next-audit', on: '2026-03-23' },
    { because: 'cap', on: '2026-03-23', reason: 'certificate' },
    { because: 'audit-revised' },
  ] as const)
    note(`moved ${why.because}`, change.moved({ what: 'review', from: '2026-03-22', to: '2026-03-24', why }));
  for (const status of ['held', 'quarantined'] as const)
    note(`file ${status}`, file.subject('F', status, 'X') + file.lead(status, 'X') + file.advice(status));
  for (const kind of returnKinds) note(`returned ${kind}`, returned.subject('A', kind) + returned.lead('A', kind));
  for (const purpose of linkPurposes) note(`link ${purpose}`, link.subject(purpose, 'X'));
  for (const status of evidenceStatuses) note(`evidence ${status}`, words.evidence[status]);
  return said;
};

test('German says everything that English says, and in its own words', () => {
  const [english, german] = [sayings(en), sayings(de)];
  expect([...german.keys()]).toEqual([...english.keys()]);
  const same = [...english].filter(([name, text]) => german.get(name) === text).map(([name]) => name);
  expect(same).toEqual(['.letter.audit']);
  for (const text of [...english.values(), ...german.values()]) expect(text).not.toMatch(/undefined|^\s*$|\d-\d/);
  for (const text of german.values()) expect(text).not.toMatch(/\b(the|finding|plan|due|was|days?)\b/);
});

test('German counts', () => {
  expect(de.digest.one('owner', 'plan', 1)).toBe('Korrekturmaßnahmenplan seit 1 Tag überfällig');
  expect(de.digest.one('owner', 'plan', -2)).toBe('Korrekturmaßnahmenplan in 2 Tagen fällig');
  expect(de.link.usesOf(1)).toBe('Er kann einmal genutzt werden.');
  expect(de.link.usesOf(3)).toBe('Er kann 3-mal genutzt werden.');
  expect(de.digest.lead(1, '2026-03-23')).toBe('1 Frist, Stand 23. März 2026, die dringendsten zuerst:');
});

describe('why a submission is incomplete, in German', () => {
  const life = aNonconformity();
  const finding = life.finding();
  if (finding.grade === 'ofi') throw new Error('a nonconformity is not an OFI');
  const plan = completeSubmission('plan');
  if (plan.stage !== 'plan') throw new Error('a plan is one');
  const reasonsFor = (submission: Submission, evidence: Checked['evidence'] = [registered]) =>
    checkSubmission({ finding, today: '2026-03-10', submission, evidence, acceptedPlan: plan.content });
  const ref = { id: registered.id, sha256: registered.sha256 };
  const status = (more: Partial<typeof registered>) => [{ ...registered, ...more }];
  const withFile: Submission = {
    stage: 'correction',
    content: { evidence: [ref], correctedOn: '2027-01-01', extent: { allInstances: false } },
  };

  const all = [
    ...reasonsFor({ stage: 'plan', content: {} }),
    ...reasonsFor({
      stage: 'plan',
      content: {
        correction: { what: 'Restore', who: 'Olga', by: '2030-01-01' },
        rootCause: {
          method: 'five-whys',
          causes: [
            { label: 'C1', description: finding.facts.statement },
            { label: 'C1', description: 'Nobody was named.' },
          ],
        },
        similar: { lookedFor: true, where: 'Everywhere', found: true },
        actions: [
          { label: 'A1', what: 'Do', dueDate: '2030-01-01', removes: ['C9'], dependsOn: ['A2'] },
          { label: 'A2', what: 'Do', dependsOn: ['A1', 'A9'] },
        ],
      } as never,
    }),
    ...reasonsFor({ stage: 'plan', content: { rootCause: { method: 'other', causes: [] } } as never }),
    ...reasonsFor({ stage: 'correction', content: {} }),
    ...reasonsFor(withFile, []),
    ...(['uploading', 'checking', 'held', 'quarantined'] as const).flatMap((each) =>
      reasonsFor(withFile, status({ status: each })),
    ),
    ...reasonsFor(withFile, status({ sha256: 'f'.repeat(64) })),
    ...reasonsFor({ stage: 'remediation', content: {} }),
    ...reasonsFor({
      stage: 'remediation',
      content: {
        actions: [{ label: 'A9' }, { label: 'A9', doneOn: '2027-01-01' }],
        causes: [{ label: 'C9' }],
        effectiveness: {},
      } as never,
    }),
  ];

  test('every reason there is was given here', () => {
    expect([...new Set(all.map(({ code }) => code))].sort()).toEqual([
      'action-after-deadline',
      'action-cycle',
      'action-left-out',
      'cause-left-out',
      'cause-not-removed',
      'cause-repeats-statement',
      'evidence-checking',
      'evidence-hash-differs',
      'evidence-held',
      'evidence-missing',
      'evidence-quarantined',
      'future-date',
      'label-used-twice',
      'missing-part',
      'unknown-action',
      'unknown-cause',
    ]);
  });
  test('each is said in German, with what it names', () => {
    for (const reason of all) {
      const said = inLanguage(reason.message, 'de');
      expect(said).not.toMatch(/\b(the|this|of|Add|Upload|plan's)\b/);
      expect(said).toMatch(/^([A-ZÄÖÜ\d]|restore test\.pdf ).*\.$/);
      for (const [label] of reason.message.matchAll(/\b[AC]\d\b/g)) expect(said).toContain(label);
    }
  });
  test.each([
    ['Add a due date to action A2.', 'Geben Sie an, wann die Maßnahme A2 fällig ist.'],
    [
      '2027-01-01 lies in the future: only what is done can be handed in.',
      'Der 1. Januar 2027 liegt in der Zukunft: Eingereicht werden kann nur, was erledigt ist.',
    ],
    ['Mend it.', 'Mend it.'],
  ])('%s', (message, expected) => {
    expect(inLanguage(message, 'de')).toBe(expected);
    expect(inLanguage(message, 'en')).toBe(message);
  });
});
