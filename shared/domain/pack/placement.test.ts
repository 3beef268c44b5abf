import { expect, it } from 'vitest';
import { digest } from '#adapters/runtime/digest.ts';
import { aNonconformity, anOfi } from '../../../test/builders/finding.ts';
import { handInWith, refTo, type VaultFile, vaultFile } from '../../../test/builders/pack.ts';
import { cast } from '../../../test/builders/people.ts';
import { completeSubmission } from '../../../test/builders/submissions.ts';
import type { Submission } from '../submission/submission.ts';
import { inFolder } from './format.ts';
import { placeEvidence, submissionsIn, transcriptionsIn } from './placement.ts';

const folder = inFolder('f');
const [first, second, document, spare] = ['one', 'two', 'letter', 'spare'].map((id) => vaultFile(id, id)) as [
  VaultFile,
  VaultFile,
  VaultFile,
  VaultFile,
];
const files = [first, second, document, spare];
const planOf = (...evidence: readonly VaultFile[]) => completeSubmission('plan', { evidence: evidence.map(refTo) });

/** Returned once, then accepted by a transcribed decision. */
const returnedAndTranscribed = () => {
  const life = handInWith(aNonconformity(), planOf(first), files).must('return', cast.leadAuditor);
  handInWith(life, planOf(first, second), files);
  const transcription = { decidedBy: 'Dora', decidedOn: '2026-03-10', document: document.record.id };
  const given = life.give(
    'accept',
    cast.ismsManager,
    { means: 'documents', transcription },
    { transcribing: { document: document.record, names: {} } },
  );
  if (!given.ok) throw new Error(JSON.stringify(given.refusals));
  return life;
};

it('finds the submissions by stage, cycle and round, and whether they were complete', () => {
  const { events } = returnedAndTranscribed();
  expect(submissionsIn(folder, events)).toEqual([
    expect.objectContaining({ path: 'f/submissions/plan-c1-r1.json', hash: digest(planOf(first)), complete: true }),
    expect.objectContaining({
      path: 'f/submissions/plan-c1-r2.json',
      hash: digest(planOf(first, second)),
      complete: true,
    }),
  ]);
  const incomplete = handInWith(aNonconformity(), planOf(first), []).events;
  expect(submissionsIn(folder, incomplete).map(({ complete }) => complete)).toEqual([false]);
  expect(submissionsIn(folder, incomplete.slice(0, 2)).map(({ complete }) => complete)).toEqual([false]);
  expect(submissionsIn(folder, anOfi().must('respond', cast.owner).events)).toEqual([]);
});

it('finds the documents behind transcribed decisions, with the round they ended', () => {
  const { events } = returnedAndTranscribed();
  expect(transcriptionsIn(events)).toEqual([
    { seq: 7, at: { stage: 'plan', cycle: 1, round: 2 }, id: 'letter', sha256: document.record.sha256 },
  ]);
});

it('puts each registered file where it was named first, and what none names apart', () => {
  const { events } = returnedAndTranscribed();
  const contents = [planOf(first), planOf(first, second)];
  const submissions = new Map<string, Submission>(contents.map((content) => [digest(content), content]));
  const records = files.map(({ record }) => record);
  const refused = { ...spare.record, id: 'refused', status: 'quarantined' as const };
  expect([...placeEvidence(folder, events, submissions, [...records, refused])]).toEqual([
    ['one', 'f/evidence/plan/c1-r1/one.txt'],
    ['two', 'f/evidence/plan/c1-r2/two.txt'],
    ['letter', 'f/evidence/plan/c1-r2/letter.txt'],
    ['spare', 'f/evidence/unnamed/spare.txt'],
  ]);
});
