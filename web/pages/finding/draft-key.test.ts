import { expect, test } from 'vitest';
import { commandDraft, draftsOn, roundOf, stageDraft } from './draft-key.ts';

test('the round of a draft is read back from its key', () => {
  const round = { stage: 'remediation', cycle: 2, round: 11 } as const;
  const key = stageDraft('omar@example.org', { facts: { id: '2026-nc-01' }, ...round });
  expect(roundOf(key.slice(draftsOn('omar@example.org', '2026-nc-01').length))).toEqual(round);
});

test('a draft of a command, and what else lies there, is of no round', () => {
  const key = commandDraft('omar@example.org', '2026-nc-01', 'appeal');
  expect(roundOf(key.slice(draftsOn('omar@example.org', '2026-nc-01').length))).toBeUndefined();
  expect(roundOf('stage-other-1-1')).toBeUndefined();
});
