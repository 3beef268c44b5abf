import { describe, expect, test } from 'vitest';
import { commandNames } from './commands.ts';
import { statuses } from './state.ts';
import { type Transition, transitionOf, transitions } from './transitions.ts';

const table: readonly Transition[] = transitions;

test.each(commandNames)('%s has exactly one row', (command) => {
  expect(table.filter((row) => row.command === command)).toHaveLength(1);
  expect(transitionOf(command).command).toBe(command);
});

test('no row is for a command that does not exist', () => {
  expect(table.map((row) => row.command).toSorted()).toEqual(commandNames.toSorted());
  expect(() => transitionOf('repeal' as never)).toThrow(RangeError);
});

test('every status can be reached from nothing', () => {
  const reached = new Set<string>(['none']);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const { from, to } of table) {
      if (from.some((status) => reached.has(status))) for (const status of to) reached.add(status);
    }
  }
  for (const status of statuses) expect(reached).toContain(status);
});

test('every status but the last ones can be left by somebody', () => {
  const left = statuses.filter((status) =>
    table.some(({ from, to }) => from.includes(status) && to.some((end) => end !== 'same' && end !== status)),
  );
  expect(statuses.filter((status) => !left.includes(status))).toEqual(['withdrawn']);
});

describe('what is finished stays so', () => {
  const from = (status: Transition['from'][number]) =>
    table.filter((row) => row.from.includes(status)).map((row) => row.command);

  test('from closed only a reopening leads on', () => {
    expect(from('closed')).toEqual(['reopen', 'recordFault']);
    expect(transitionOf('reopen')).toMatchObject({ to: ['awaiting'], only: 'nonconformity' });
    expect(transitionOf('recordFault').to).toEqual(['same']);
  });
  test('from withdrawn nothing does', () => {
    expect(from('withdrawn')).toEqual(['recordFault']);
  });
  test('from nothing there is only the issue', () => {
    expect(from('none')).toEqual(['issue']);
  });
});

test.each<[Transition['command'], Transition['by']]>([
  ['issue', ['lead-auditor', 'isms-manager']],
  ['assign', ['isms-manager']],
  ['submit', ['owner', 'action-owner', 'isms-manager']],
  ['validate', ['system']],
  ['verify', ['internal-auditor']],
  ['accept', ['lead-auditor', 'isms-manager']],
  ['return', ['lead-auditor', 'isms-manager']],
  ['refuseRegrade', ['lead-auditor']],
  ['reopen', ['lead-auditor', 'isms-manager']],
  ['requestExtension', ['owner', 'action-owner', 'isms-manager']],
  ['decideExtension', ['lead-auditor']],
  ['regrade', ['lead-auditor']],
  ['withdraw', ['lead-auditor']],
  ['decideWithdrawal', ['decision-maker']],
  ['appeal', ['owner', 'action-owner', 'isms-manager']],
  ['decideAppeal', ['decision-maker']],
  ['respond', ['owner', 'isms-manager']],
  ['implement', ['owner', 'isms-manager']],
  ['close', ['isms-manager', 'lead-auditor']],
  ['recordFault', ['system']],
])('%s is for %j', (command, by) => {
  expect(transitionOf(command).by).toEqual(by);
});

test('top management, observers and administrators decide nothing of the process', () => {
  for (const { by } of table)
    for (const role of by) expect(['top-management', 'observer', 'administrator', 'auditor']).not.toContain(role);
});

test('a pending appeal holds everything but what ends it or does not move the finding', () => {
  expect(table.filter((row) => row.evenAppealed).map((row) => row.command)).toEqual([
    'assign',
    'validate',
    'decideWithdrawal',
    'decideAppeal',
    'followAudit',
    'recordFault',
  ]);
});
