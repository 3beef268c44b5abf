import { describe, expect, test } from 'vitest';
import { type Transition, transitions } from '#domain/finding/transitions.ts';
import { lifecycleDiagram, transitionTable } from './lifecycle.ts';

describe('the diagram', () => {
  const diagram = lifecycleDiagram(transitions);

  test.each(transitions.filter(({ to }) => to.some((status) => status !== 'same')))('shows $command', ({ command }) => {
    expect(diagram).toMatch(new RegExp(`--> \\S+ : (.*, )?${command}(,|$)`, 'm'));
  });

  test('leaves out commands that leave a finding where it is', () => {
    expect(diagram).not.toContain('requestExtension');
  });

  test('tells nonconformities and opportunities for improvement apart', () => {
    expect(diagram).toContain('nonconformity_closed --> nonconformity_awaiting : reopen');
    expect(diagram).not.toMatch(/improvement_\S+ --> \S+ : (accept|reopen)/);
    expect(diagram).toContain('improvement_closed --> [*]');
    expect(diagram).not.toContain('nonconformity_closed --> [*]');
  });

  test('joins the commands of one move', () => {
    const table: readonly Transition[] = [
      { command: 'accept', from: ['in-review'], by: ['lead-auditor'], to: ['awaiting'] },
      { command: 'return', from: ['in-review'], by: ['lead-auditor'], to: ['awaiting'] },
    ];
    expect(lifecycleDiagram(table)).toContain('nonconformity_in_review --> nonconformity_awaiting : accept, return\n');
  });
});

test('the table has a row for each command, with what must hold', () => {
  const row = { from: ['awaiting'], by: ['lead-auditor'], to: ['same'] } as const;
  const table: readonly Transition[] = [
    { command: 'decideExtension', ...row, overlay: 'extension' },
    { command: 'assign', ...row, evenAppealed: true },
    { command: 'withdraw', ...row, unless: 'withdrawal', only: 'nonconformity' },
  ];
  expect(transitionTable(table).split('\n').slice(6, 9)).toEqual([
    '| decideExtension | awaiting | lead-auditor | (stays) | waiting for a decision: extension |',
    '| assign | awaiting | lead-auditor | (stays) | even while appealed |',
    '| withdraw | awaiting | lead-auditor | (stays) | not while one waits for a decision: withdrawal; nonconformity only |',
  ]);
});
