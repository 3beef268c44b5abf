import { describe, expect, it } from 'vitest';
import { aNonconformity, anOfi, bodies, type Life } from '../../../../test/builders/finding.ts';
import { cast } from '../../../../test/builders/people.ts';
import { completeSubmission } from '../../../../test/builders/submissions.ts';
import { de } from '../../../words/de.ts';
import { en, type Words } from '../../../words/en.ts';
import { type EventFacts, factsOf } from './event-facts.ts';

const date = (civil: string): string => `<${civil}>`;

/** All events of a life in words, one after the other. */
const wordsOf = ({ events }: Life, words: Words): readonly EventFacts[] =>
  events.map((event, place) => factsOf(event, events[place - 1], { words, date }));
const lastOf = (life: Life): EventFacts | undefined => wordsOf(life, en).at(-1);

describe('an event in words', () => {
  it('says the round in which something was returned, why in words, and what was written', () => {
    const life = aNonconformity().handIn(completeSubmission('plan')).must('return', cast.leadAuditor);
    expect(lastOf(life)).toEqual({
      lines: [
        'Corrective action plan, round 1',
        'The cause is not addressed',
        'By which means: Documents',
        'Decided signed in',
      ],
      quotes: ['Why was nobody named?'],
      reasons: [],
      changes: [],
    });
  });

  it('says from which date to which, and why', () => {
    const life = aNonconformity().must('requestExtension', cast.owner).must('decideExtension', cast.leadAuditor);
    const [asked, granted] = wordsOf(life, en).slice(-2);
    expect(asked?.lines).toEqual(['Corrective action plan: <2026-03-23> → <2026-03-30>']);
    expect(granted?.changes[0]).toEqual({
      what: 'Corrective action plan',
      from: '2026-03-23',
      to: '2026-03-30',
      why: expect.stringMatching(/^Extended/),
    });
  });

  it('says from whom to whom', () => {
    const life = aNonconformity().must('assign', cast.ismsManager);
    expect(lastOf(life)?.lines).toEqual([`Owner: ${cast.owner.person} → ${cast.observer.person}`]);
  });

  it('says who decided by which document, and that somebody came by a link', () => {
    const transcription = { decidedBy: 'Lena Lead', decidedOn: '2026-03-10', document: 'document-1' };
    const inReview = () => aNonconformity().handIn(completeSubmission('plan'));
    const copied = inReview().must('accept', cast.ismsManager, { means: 'documents', transcription });
    expect(lastOf(copied)?.lines).toContain('Copied from the certification body’s document');
    expect(lastOf(copied)?.lines.at(-1)).toMatch(/^Decided by Lena Lead on <2026-03-10>, document \S+/);
    const byLink = inReview().must('accept', { ...cast.leadAuditor, link: 'a-link' });
    expect(lastOf(byLink)?.lines).toContain('Decided by a review link, without an account');
  });

  it('says what changed ahead', () => {
    const life = aNonconformity().revise({ nextAudit: '2027-05-03' }).must('followAudit', cast.system);
    expect(lastOf(life)?.lines).toEqual([expect.stringMatching(/^Next audit: <.*> → <2027-05-03>$/)]);
  });

  const lives: readonly Life[] = [
    aNonconformity().reach('closed').must('reopen', cast.ismsManager),
    aNonconformity().must('withdraw', cast.leadAuditor).must('decideWithdrawal', cast.decisionMaker),
    aNonconformity('minor').must('refuseRegrade', cast.leadAuditor).must('recordFault', cast.system),
    aNonconformity()
      .must('regrade', cast.leadAuditor)
      .must('appeal', cast.owner)
      .must('decideAppeal', cast.decisionMaker),
    aNonconformity().handIn({ stage: 'plan', content: {} }),
    anOfi().must('respond', cast.owner).must('implement', cast.owner).must('close', cast.ismsManager),
    anOfi().must('respond', cast.owner, { ...bodies.respond, accepted: false }),
  ];

  it.each([
    ['English', en],
    ['German', de],
  ] as const)('shows no code in %s, whatever happens', (_language, words) => {
    const texts = lives
      .flatMap((life) => wordsOf(life, words))
      .flatMap(({ lines, changes }) => [...lines, ...changes.map(({ what }) => what)]);
    expect(texts.length).toBeGreaterThan(60);
    for (const text of texts) expect(text).not.toMatch(/undefined|^\s*$|: *$|\b[a-z]+-[a-z]+-[a-z]+\b|\bin-review\b/);
  });
});
