import { expect, test } from 'vitest';
import { aNonconformity, anOfi, bodies } from '../../../test/builders/finding.ts';
import { cast } from '../../../test/builders/people.ts';
import { completeSubmission, registered } from '../../../test/builders/submissions.ts';
import { decisionOf } from './decision.ts';

const transcription = { decidedBy: 'Lena Lead', decidedOn: '2026-03-09', document: registered.id };
const accepted = { stage: 'plan', outcome: 'accepted', on: '2026-03-10' };

test('nothing was decided yet, and nothing is of an OFI', () => {
  expect(decisionOf(aNonconformity().reach('plan.in-review').finding())).toBeUndefined();
  expect(decisionOf(anOfi().finding())).toBeUndefined();
});

test('in person: who, and by which way', () => {
  const life = aNonconformity().pass('plan');
  expect(decisionOf(life.finding())).toEqual({ ...accepted, by: cast.leadAuditor.person, via: 'account' });
  const byLink = aNonconformity()
    .reach('plan.in-review')
    .must('return', { ...cast.leadAuditor, link: 'link-7' });
  expect(decisionOf(byLink.finding())).toMatchObject({ outcome: 'returned', via: 'link' });
});

test('transcribed: who decided on which day by the document, and who transcribed', () => {
  const life = aNonconformity()
    .reach('plan.in-review')
    .must('accept', cast.ismsManager, { ...bodies.accept, transcription });
  expect(decisionOf(life.finding())).toEqual({
    ...accepted,
    on: '2026-03-09',
    by: 'Lena Lead',
    via: 'transcription',
    transcribedBy: cast.ismsManager.person,
  });
});

test('the newest, and only what the body decided', () => {
  const life = aNonconformity()
    .pass('plan')
    .handIn(completeSubmission('correction', { proof: undefined }));
  expect(decisionOf(life.finding())).toMatchObject(accepted);
  expect(decisionOf(life.pass('correction').finding())).toMatchObject({ stage: 'correction' });
});
