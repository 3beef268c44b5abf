import { describe, expect, test } from 'vitest';
import { aNonconformity } from '../../../test/builders/finding.ts';
import { completeSubmission } from '../../../test/builders/submissions.ts';
import { isAtStage } from '../finding/state.ts';
import { checkSubmission } from './check.ts';
import type { PlannedAction, PlanSubmission } from './submission.ts';

const finding = aNonconformity().finding();
const { content: complete } = completeSubmission('plan');

/** Code and field of every reason. */
const reasons = (change: Partial<PlanSubmission>): readonly string[] =>
  checkSubmission({
    finding: isAtStage(finding) ? finding : ({} as never),
    today: '2026-03-10',
    submission: { stage: 'plan', content: { ...complete, ...change } },
    evidence: [],
    acceptedPlan: undefined,
  }).map(({ code, field }) => `${code} ${field}`);

const actions = (...changes: readonly Partial<PlannedAction>[]): { actions: PlannedAction[] } => ({
  actions: (complete.actions ?? []).map((action, i) => ({ ...action, ...changes[i] })),
});

test('a complete plan lacks nothing', () => {
  expect(reasons({})).toEqual([]);
});

describe('a missing part', () => {
  test.each(['correction', 'consequences', 'similar', 'riskAndImpact', 'ismsChanges', 'approvedBy'] as const)(
    '%s',
    (part) => {
      expect(reasons({ [part]: undefined })).toEqual([`missing-part ${part}`]);
    },
  );
  test('the root cause analysis, and then what the actions remove is unknown too', () => {
    expect(reasons({ rootCause: undefined })).toEqual([
      'missing-part rootCause',
      'unknown-cause actions[0].removes',
      'unknown-cause actions[1].removes',
      'unknown-cause actions[1].removes',
    ]);
  });
  test('at least one cause, besides contributing ones', () => {
    const contributing = [
      { label: 'C1', description: 'The team was split.' },
      ...(complete.rootCause?.contributing ?? []),
    ];
    expect(reasons({ rootCause: { method: 'other', causes: [], contributing } })).toEqual([
      'missing-part rootCause.causes',
    ]);
  });
  test('at least one action', () => {
    expect(reasons({ actions: [] })).toEqual(['missing-part actions', 'cause-not-removed rootCause.causes[0]']);
    expect(reasons({ actions: undefined })).toEqual(['missing-part actions', 'cause-not-removed rootCause.causes[0]']);
  });
  test('what similar nonconformities were found, where some were', () => {
    expect(reasons({ similar: { found: true, where: 'All jobs.' } })).toEqual(['missing-part similar.what']);
    expect(reasons({ similar: { found: false, where: 'All jobs.' } })).toEqual([]);
  });
});

describe('an action', () => {
  test.each(['responsible', 'dueDate', 'successMeasure'] as const)('without %s', (part) => {
    expect(reasons(actions({}, { [part]: undefined }))).toEqual([`missing-part actions[1].${part}`]);
  });
  test('without a cause that it removes', () => {
    expect(reasons(actions({}, { removes: [] }))).toEqual(['missing-part actions[1].removes']);
    expect(reasons(actions({}, { removes: undefined }))).toEqual(['missing-part actions[1].removes']);
  });
  test('that removes what is no cause', () => {
    expect(reasons(actions({ removes: ['C1', 'C9'] }))).toEqual(['unknown-cause actions[0].removes']);
  });
  test('that waits for what is no action', () => {
    expect(reasons(actions({}, { dependsOn: ['A9'] }))).toEqual(['unknown-action actions[1].dependsOn']);
  });
  test.each([
    ['2026-04-28', []],
    ['2026-04-29', ['action-after-deadline actions[1].dueDate']],
  ])('due on %s, where remediation is due on 2026-04-28', (dueDate, expected) => {
    expect(reasons(actions({}, { dueDate }))).toEqual(expected);
  });
  test('with the short name of another', () => {
    expect(reasons(actions({}, { label: 'A1', dependsOn: [] }))).toEqual(['label-used-twice actions']);
  });
});

test.each([
  ['2026-04-08', []],
  ['2026-04-09', ['action-after-deadline correction.by']],
])('a correction by %s, where it is due on 2026-04-08', (by, expected) => {
  expect(reasons({ correction: { what: 'Restore one.', who: 'adam@example.org', by } })).toEqual(expected);
});

describe('actions that wait for each other', () => {
  const waiting = (...edges: readonly (readonly string[])[]): PlannedAction[] =>
    edges.map((dependsOn, i) => ({
      label: `A${i + 1}`,
      what: 'Something.',
      removes: ['C1'],
      responsible: 'adam@example.org',
      dueDate: '2026-04-20',
      successMeasure: 'It is seen.',
      dependsOn: [...dependsOn],
    }));
  const cycles = (list: PlannedAction[]) =>
    checkSubmission({
      finding: isAtStage(finding) ? finding : ({} as never),
      today: '2026-03-10',
      submission: { stage: 'plan', content: { ...complete, actions: list } },
      evidence: [],
      acceptedPlan: undefined,
    }).map(({ code, message }) => `${code}: ${message}`);

  test.each([
    ['in a row', [[], ['A1'], ['A2'], ['A3']]],
    ['two for one and one for two', [[], ['A1'], ['A1'], ['A2', 'A3']]],
    ['for a later one', [['A2'], ['A3'], []]],
  ])('not %s', (_what, edges) => {
    expect(cycles(waiting(...edges))).toEqual([]);
  });
  test.each([
    ['for itself', [['A1']], 'A1 → A1'],
    ['two', [['A2'], ['A1']], 'A1 → A2 → A1'],
    ['three, entered from outside', [['A2'], ['A3'], ['A4'], ['A2']], 'A2 → A3 → A4 → A2'],
    ['behind a branch without one', [['A2', 'A3'], [], ['A4'], ['A3']], 'A3 → A4 → A3'],
  ])('%s', (_what, edges, path) => {
    expect(cycles(waiting(...edges))).toEqual([`action-cycle: These actions wait for each other: ${path}.`]);
  });
});

describe('a cause', () => {
  const cause = (description: string) => ({
    rootCause: { method: 'fishbone' as const, causes: [{ label: 'C1', description }] },
    ...actions({}, { removes: ['C1'] }),
  });

  test.each([
    ['the statement itself', finding.facts.statement],
    ['in capitals and without dots', 'BACKUPS ARE WRITTEN EVERY NIGHT AND WERE NEVER RESTORED TO TRY THEM'],
    ['a part of it', 'Backups were never restored.'],
    ['with one other word in ten', 'Our backups are written every night and were never restored to try them'],
    ['no word at all', '—'],
  ])('that merely repeats the statement: %s', (_what, description) => {
    expect(reasons(cause(description))).toEqual(['cause-repeats-statement rootCause.causes[0].description']);
  });
  test.each([
    'Nobody was named to plan restores when the platform team was split.',
    'Backups were never restored because nobody has a test system of that size.',
  ])('that says why: %s', (description) => {
    expect(reasons(cause(description))).toEqual([]);
  });
  test('that no action removes', () => {
    const causes = [...(complete.rootCause?.causes ?? []), { label: 'C3', description: 'There is no test system.' }];
    expect(
      reasons({ rootCause: { method: '5-whys', causes, contributing: complete.rootCause?.contributing } }),
    ).toEqual(['cause-not-removed rootCause.causes[1]']);
  });
  test('with the short name of another', () => {
    const contributing = [
      { label: 'C1', description: 'Something else.' },
      { label: 'C2', description: 'And this.' },
    ];
    expect(
      reasons({ rootCause: { method: '5-whys', causes: complete.rootCause?.causes ?? [], contributing } }),
    ).toEqual(['label-used-twice rootCause.causes']);
  });
});

test('an empty plan is told everything at once', () => {
  const nothing = Object.fromEntries(Object.keys(complete).map((part) => [part, undefined]));
  expect(reasons(nothing)).toEqual(
    ['correction', 'consequences', 'rootCause', 'similar', 'actions', 'riskAndImpact', 'ismsChanges', 'approvedBy'].map(
      (part) => `missing-part ${part}`,
    ),
  );
});
