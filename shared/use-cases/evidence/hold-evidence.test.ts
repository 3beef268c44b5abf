import { expect, test } from 'vitest';
import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import type { Finding } from '#domain/finding/state.ts';
import { aNonconformity } from '../../../test/builders/finding.ts';
import { cast } from '../../../test/builders/people.ts';
import { registered } from '../../../test/builders/submissions.ts';
import { HoldUnsettled, holdEvidence } from './hold-evidence.ts';

const open = aNonconformity().finding();
const appealed = aNonconformity().must('appeal', cast.owner).finding();
const kept = (versionId: string): EvidenceRecord => ({
  ...registered,
  id: versionId,
  kept: { key: `evidence/${versionId}`, versionId, retainUntil: '2032-03-09T23:00:00.000Z' },
});

const setUp = (findings: readonly (Finding | undefined)[]) => {
  const writes: string[] = [];
  let looks = 0;
  const no = () => {
    throw new Error('not asked for here');
  };
  const state = () => findings[Math.min(looks++, findings.length - 1)];
  const latest = async () => {
    const found = state();
    return found && ({ state: found } as never);
  };
  return {
    writes,
    store: {
      findings: { latest, at: no, all: no, append: no, relayed: no },
      evidence: { of: async () => [kept('one'), { ...registered, status: 'uploading' as const }, kept('two')] },
      vault: {
        setHold: async (key: string, version: string, hold: boolean) => void writes.push(`${key} ${version} ${hold}`),
      },
    },
  };
};

test('every file that is kept is set to what the finding says', async () => {
  const { store, writes } = setUp([appealed]);
  expect(await holdEvidence(store, 'f')).toEqual({ hold: true, files: 2 });
  expect(writes).toEqual(['evidence/one one true', 'evidence/two two true']);
  expect(await holdEvidence(setUp([open]).store, 'f')).toEqual({ hold: false, files: 2 });
});

test('a finding that is decided while its files are set has the last word', async () => {
  const { store, writes } = setUp([appealed, open]);
  expect(await holdEvidence(store, 'f')).toEqual({ hold: false, files: 2 });
  expect(writes.slice(2)).toEqual(['evidence/one one false', 'evidence/two two false']);
});

test('one that never rests is tried again later', async () => {
  const { store } = setUp([appealed, open, appealed, open, appealed, open]);
  await expect(holdEvidence(store, 'f')).rejects.toBeInstanceOf(HoldUnsettled);
});

test('no finding has no files', async () => {
  const { store, writes } = setUp([undefined]);
  expect(await holdEvidence(store, 'f')).toBeUndefined();
  expect(writes).toEqual([]);
});
