import { describe, expect, test } from 'vitest';
import { type Actor, actedAs } from '#domain/people/person.ts';
import { aNonconformity, bodies, type Life } from '../../../../test/builders/finding.ts';
import { cast } from '../../../../test/builders/people.ts';
import { completeSubmission, registered } from '../../../../test/builders/submissions.ts';
import type { DecisionContext } from '../context.ts';

const transcription = { decidedBy: 'Lena Lead', decidedOn: '2026-03-10', document: registered.id };
const accept = { means: 'documents', transcription } as const;
const inReview = () => aNonconformity().reach('plan.in-review');
const { fileName, sha256 } = registered;
const kept = { ...transcription, fileName, sha256 };

/** The codes and fields with which both commands are refused, the same for each; none when they are taken. */
const refusals = (body: Partial<typeof accept>, change: Partial<DecisionContext>, actor: Actor = cast.ismsManager) => {
  const answers = [
    inReview().give('accept', actor, { means: 'documents', ...body }, change),
    inReview().give('return', actor, { ...bodies.return, ...body }, change),
  ].map((answer) => (answer.ok ? [] : answer.refusals.map(({ code, field }) => [code, field])));
  expect(answers[1]).toEqual(answers[0]);
  return answers[0];
};
const documentThatIs = (status: 'uploading' | 'checking' | 'held' | 'quarantined') => ({
  transcribing: { document: { ...registered, status }, names: {} },
});
const deciding = (decidedBy: string, names: Readonly<Record<string, string>> = {}) =>
  refusals({ transcription: { ...transcription, decidedBy } }, { transcribing: { document: registered, names } });

const lastRound = (life: Life) => {
  const finding = life.finding();
  return 'rounds' in finding ? finding.rounds.at(-1) : undefined;
};

describe('a decision that the ISMS manager transcribes', () => {
  test('is taken, with who decided and the document to the byte', () => {
    const accepted = inReview().must('accept', cast.ismsManager, accept);
    expect(accepted.events.at(-1)).toMatchObject({
      type: 'accepted',
      actor: { role: 'isms-manager' },
      data: { transcription: kept },
    });
    const returned = inReview().must('return', cast.ismsManager, { ...bodies.return, transcription });
    expect(returned.events.at(-1)).toMatchObject({ type: 'returned', data: { transcription: kept } });
    for (const life of [accepted, returned])
      expect(lastRound(life)).toMatchObject({
        by: cast.ismsManager.person,
        via: 'transcription',
        transcription: kept,
      });
  });
  test('needs the document named', () => {
    expect(refusals({}, {})).toEqual([['transcription-missing', 'transcription']]);
  });
  test('cannot lie in the future', () => {
    const later = { transcription: { ...transcription, decidedOn: '2026-03-11' } };
    expect(refusals(later, {})).toEqual([['future-date', 'transcription.decidedOn']]);
  });
  test('is no business of the lead auditor', () => {
    expect(refusals(accept, {}, cast.leadAuditor)).toEqual([['not-a-transcription', 'transcription']]);
  });
});

describe('the document is evidence in the vault, or says why not', () => {
  const missing = { transcribing: { document: undefined, names: {} } };
  test.each([
    ['of another finding, or none', missing, 'evidence-missing'],
    ['not loaded', { transcribing: undefined }, 'evidence-missing'],
    ['granted, not arrived', documentThatIs('uploading'), 'evidence-missing'],
    ['not yet checked', documentThatIs('checking'), 'evidence-checking'],
    ['without a verdict', documentThatIs('held'), 'evidence-held'],
    ['refused', documentThatIs('quarantined'), 'evidence-quarantined'],
  ])('%s', (_what, change, code) => {
    expect(refusals(accept, change)).toEqual([[code, 'transcription.document']]);
  });
});

describe('neither who handed in nor who transcribes is named as who decided', () => {
  const own = [['own-decision', 'transcription.decidedBy']];
  const names = { [cast.owner.person]: 'Olga van der Owner', [cast.ismsManager.person]: 'Irma Manager' };

  test.each([
    cast.owner.person,
    'OLGA@EXAMPLE.ORG',
    'Olga <olga@example.org>',
    'Olga van der  Owner',
    'OWNER, Olga van der',
    cast.ismsManager.person,
    'Irma Manager',
  ])('%s', (decidedBy) => {
    expect(deciding(decidedBy, names)).toEqual(own);
  });
  test.each([
    'Lena Lead',
    'Olga Lead',
    // Of the same name, told apart by the address.
    'Olga van der Owner <olga@cb.example>',
    'nolga@example.org',
  ])('but %s may be', (decidedBy) => {
    expect(deciding(decidedBy, names)).toEqual([]);
  });
  test('whom the directory does not know has no name to compare with', () => {
    expect(deciding('Olga van der Owner')).toEqual([]);
  });
});

describe('a decision in person', () => {
  const byLink: Actor = { ...cast.leadAuditor, link: 'link-7' };

  test('by link says so on the event and on the round', () => {
    const life = inReview().must('accept', byLink);
    expect(life.events.at(-1)?.actor).toEqual({
      person: cast.leadAuditor.person,
      role: 'lead-auditor',
      link: 'link-7',
    });
    expect(lastRound(life)).toMatchObject({ by: cast.leadAuditor.person, via: 'link' });
    expect(lastRound(life)).not.toHaveProperty('transcription');
    expect(lastRound(inReview().must('return', byLink))).toMatchObject({ outcome: 'returned', via: 'link' });
  });
  test('signed in names no link', () => {
    const life = inReview().must('accept', cast.leadAuditor);
    expect(life.events.at(-1)?.actor).toEqual(actedAs(cast.leadAuditor, 'lead-auditor'));
    expect(life.events.at(-1)?.actor).not.toHaveProperty('link');
    expect(lastRound(life)).toMatchObject({ via: 'account' });
  });
  test('by link is held to the same duties', () => {
    const team = { ...cast.leadAuditor, person: cast.owner.person, link: 'link-7' };
    const answer = inReview().give('accept', team);
    expect(answer).toMatchObject({ ok: false, refusals: [{ code: 'wrong-person' }] });
  });
});

describe('a round that ended otherwise', () => {
  test('by the automatic check came no way', () => {
    const life = aNonconformity().handIn(completeSubmission('plan', { rootCause: undefined }));
    expect(lastRound(life)).toMatchObject({ outcome: 'incomplete', by: 'system' });
    expect(lastRound(life)).not.toHaveProperty('via');
  });
  test('by the internal auditor came by account', () => {
    const life = aNonconformity()
      .reach('remediation.verifying')
      .must('verify', cast.internalAuditor, { confirmed: false, statement: 'Four systems only.' });
    expect(lastRound(life)).toMatchObject({ outcome: 'not-confirmed', via: 'account' });
  });
});
