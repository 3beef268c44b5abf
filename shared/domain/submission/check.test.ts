import { describe, expect, test } from 'vitest';
import { aNonconformity } from '../../../test/builders/finding.ts';
import { completeSubmission, evidenceRef, registered } from '../../../test/builders/submissions.ts';
import type { EvidenceRecord } from '../evidence/evidence.ts';
import { isAtStage } from '../finding/state.ts';
import { type Checked, checkSubmission } from './check.ts';
import type { CorrectionSubmission, RemediationSubmission, Submission } from './submission.ts';

const finding = aNonconformity().finding();

const reasons = (submission: Submission, change: Partial<Checked> = {}): readonly string[] =>
  checkSubmission({
    finding: isAtStage(finding) ? finding : ({} as never),
    today: '2026-03-25',
    submission,
    evidence: [registered],
    acceptedPlan: completeSubmission('plan').content,
    ...change,
  }).map(({ code, field }) => `${code} ${field}`);

describe('a correction', () => {
  const correction = (change: Partial<CorrectionSubmission> = {}) => reasons(completeSubmission('correction', change));

  test('that is complete', () => {
    expect(correction()).toEqual([]);
  });
  test.each(['requirement', 'proof', 'statement', 'correctedOn', 'extent', 'evidence'] as const)(
    'without %s',
    (part) => {
      expect(correction({ [part]: undefined })).toEqual([`missing-part ${part}`]);
    },
  );
  test('without a single piece of evidence', () => {
    expect(correction({ evidence: [] })).toEqual(['missing-part evidence']);
  });
  test('of some instances says of which', () => {
    expect(correction({ extent: { allInstances: false } })).toEqual(['missing-part extent.which']);
    expect(correction({ extent: { allInstances: false, which: 'Servers in Zurich.' } })).toEqual([]);
  });
  test.each([
    ['2026-03-25', []],
    ['2026-03-26', ['future-date correctedOn']],
  ])('done on %s, handed in on the 25th', (correctedOn, expected) => {
    expect(correction({ correctedOn })).toEqual(expected);
  });
  test('that is empty is told everything at once', () => {
    expect(reasons({ stage: 'correction', content: {} })).toHaveLength(6);
  });
});

describe('a remediation', () => {
  const complete = completeSubmission('remediation').content;
  const remediation = (change: Partial<RemediationSubmission> = {}) =>
    reasons(completeSubmission('remediation', change));
  const [first, second] = complete.actions ?? [];
  const actions = (change: object) => ({ actions: [first, { ...second, ...change }] as typeof complete.actions });

  test('that is complete', () => {
    expect(remediation()).toEqual([]);
  });
  test('without the changes of the ISMS', () => {
    expect(remediation({ ismsChanges: undefined })).toEqual(['missing-part ismsChanges']);
  });
  test('that leaves out an action of the accepted plan', () => {
    expect(remediation({ actions: first && [first] })).toEqual(['action-left-out actions']);
    expect(remediation({ actions: undefined })).toEqual(['action-left-out actions', 'action-left-out actions']);
  });
  test.each(['doneOn', 'evidence'] as const)('with an action without %s', (part) => {
    expect(remediation(actions({ [part]: undefined }))).toEqual([`missing-part actions[1].${part}`]);
  });
  test('with an action whose evidence is an empty list', () => {
    expect(remediation(actions({ evidence: [] }))).toEqual(['missing-part actions[1].evidence']);
  });
  test('with an action that is not done yet', () => {
    expect(remediation(actions({ doneOn: '2026-03-26' }))).toEqual(['future-date actions[1].doneOn']);
    expect(remediation(actions({ doneOn: '2026-03-25' }))).toEqual([]);
  });
  test('with an action that was not planned', () => {
    expect(remediation({ actions: [...(complete.actions ?? []), { ...first, label: 'A9' }] as never })).toEqual([
      'unknown-action actions[2].label',
    ]);
  });
  test('with an action told twice', () => {
    expect(remediation({ actions: [...(complete.actions ?? []), first] as never })).toEqual([
      'label-used-twice actions',
    ]);
  });
  test('that leaves out a root cause; a contributing one may be left out', () => {
    expect(remediation({ causes: [] })).toEqual(['cause-left-out causes']);
    const causes = [
      { label: 'C1', removed: 'Gone.' },
      { label: 'C2', removed: 'Gone too.' },
    ];
    expect(remediation({ causes })).toEqual([]);
  });
  test('with a cause that the plan does not know', () => {
    const causes = [...(complete.causes ?? []), { label: 'C9', removed: 'Gone.' }];
    expect(remediation({ causes })).toEqual(['unknown-cause causes[1].label']);
  });
  test('with a cause told twice', () => {
    const causes = [...(complete.causes ?? []), ...(complete.causes ?? [])];
    expect(remediation({ causes })).toEqual(['label-used-twice causes']);
  });
  test('without an effectiveness review', () => {
    expect(remediation({ effectiveness: undefined })).toEqual(['missing-part effectiveness']);
  });
  test.each(['criterion', 'method', 'sample', 'result', 'by'] as const)(
    'with an effectiveness review without %s',
    (part) => {
      const effectiveness = { ...complete.effectiveness, [part]: undefined };
      expect(remediation({ effectiveness })).toEqual([`missing-part effectiveness.${part}`]);
    },
  );
});

describe('evidence', () => {
  const named = (record: EvidenceRecord[]) => reasons(completeSubmission('correction'), { evidence: record });

  test.each([
    ['that was never uploaded', [], 'evidence-missing'],
    ['of another id', [{ ...registered, id: 'another-test' }], 'evidence-missing'],
    ['that was granted and not registered', [{ ...registered, status: 'uploading' as const }], 'evidence-missing'],
    ['that is being checked', [{ ...registered, status: 'checking' as const }], 'evidence-checking'],
    ['that is held', [{ ...registered, status: 'held' as const, reason: 'No scan.' }], 'evidence-held'],
    [
      'that was quarantined',
      [{ ...registered, status: 'quarantined' as const, reason: 'Too small.' }],
      'evidence-quarantined',
    ],
    ['whose hash is another', [{ ...registered, sha256: 'b'.repeat(64) }], 'evidence-hash-differs'],
  ])('%s', (_what, record, code) => {
    expect(named(record)).toEqual([`${code} evidence[0]`]);
  });
  test('each piece has its reason, by its place', () => {
    const other = { id: 'never-uploaded', sha256: 'c'.repeat(64) };
    const submission = completeSubmission('remediation', {
      causes: [{ label: 'C1', removed: 'Gone.', evidence: [evidenceRef, other] }],
    });
    const [action] = submission.content.actions ?? [];
    if (action) action.evidence = [other];
    expect(reasons(submission)).toEqual([
      'evidence-missing actions[0].evidence[0]',
      'evidence-missing causes[0].evidence[1]',
    ]);
    expect(reasons(completeSubmission('plan', { evidence: [other] }))).toEqual(['evidence-missing evidence[0]']);
  });
  test('reasons of content and of evidence come together', () => {
    const submission = completeSubmission('correction', { proof: undefined });
    expect(reasons(submission, { evidence: [] })).toEqual(['missing-part proof', 'evidence-missing evidence[0]']);
  });
});
