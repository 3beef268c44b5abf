import { type Finding, isAtStage } from '#domain/finding/state.ts';
import { type Html, html } from '#domain/message/html.ts';
import type { PastRound, Review } from '#use-cases/links/read-review.ts';
import type { LinkPage } from '#use-cases/links/show-link.ts';
import { classes } from '../script/contract.ts';
import type { Speech } from '../speech.ts';
import { decisionForms } from './decision-forms.ts';
import { evidenceFiles } from './evidence-files.ts';
import { errorSummary, type Tried } from './fields.ts';
import { factList, layout } from './layout.ts';
import { submissionInWords } from './submission.ts';

type ReviewPage = Extract<LinkPage, { kind: 'review' }>;

/** Where the finding stands, in a sentence's end: `corrective action plan, round 1, in review`. */
const standing = ({ terms, pages: { review } }: Speech, finding: Finding): string =>
  isAtStage(finding)
    ? review.standing(terms.stages[finding.stage], finding.round, finding.status)
    : review.statuses[finding.status];

const row = (name: string, value: Html | string | undefined): Html | undefined =>
  value === undefined ? undefined : html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

const findingFacts = (speech: Speech, finding: Finding): Html => {
  const { facts } = finding;
  const words = speech.pages.review;
  const { day } = speech.terms;
  const reviewed = finding.status === 'in-review' ? finding : undefined;
  const verified = reviewed?.verification;
  return html`<section class="${classes.card}"><h2>${facts.number}: ${words.grades[finding.grade]}</h2>
<dl class="${classes.facts}">
${row(words.requirements, facts.requirements.map((each) => `${each.framework}, ${each.id}`).join('; '))}
${row(words.statement, facts.statement)}
${row(words.objectiveEvidence, facts.objectiveEvidence)}
${row(words.process, facts.process)}
${row(words.owner, finding.owner)}
${row(words.issued, day(finding.issuedOn))}
${row(words.standsAt, standing(speech, finding))}
${isAtStage(finding) ? row(words.due, day(finding.due[finding.stage])) : undefined}
${reviewed && row(words.reviewDue, day(reviewed.reviewDue))}
${verified && row(words.verified, words.verifiedBy(day(verified.on), verified.by, verified.statement))}
</dl></section>`;
};

const submitted = (speech: Speech, { finding, submission, evidence }: Review): Html | undefined => {
  if (!submission || !('submission' in finding)) return undefined;
  const { by, on, late } = finding.submission;
  const { review } = speech.pages;
  return html`<section class="${classes.card}"><h2>${review.stage(speech.terms.stages[submission.stage])}</h2>
<p>${review.handedIn(by, speech.terms.day(on), late)}</p>
${submissionInWords(speech, submission, evidence)}</section>`;
};

/** Why a round ended as it did: the reasons by their codes, and what was written. */
const whyEnded = ({ terms, sentence }: Speech, { codes, lacks, comment }: PastRound): Html => {
  const reasons = [...codes.map((code) => terms.reasons[code]), ...lacks.map(({ message }) => sentence(message))];
  return html`${reasons.length > 0 && html`<ul>${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>`}${
    comment !== undefined && html`<blockquote>${comment}</blockquote>`
  }`;
};

const pastRound = (speech: Speech, past: PastRound, evidence: Review['evidence']): Html => {
  const { round, submission } = past;
  const { pages, terms } = speech;
  const { review } = pages;
  const { by, on, late } = round.submission;
  return html`<details>
<summary>${review.round(terms.stages[round.stage], round.cycle, round.round, round.outcome, terms.day(round.on))}</summary>
<p>${review.handedIn(by, terms.day(on), late)} ${review.decidedBy(round.outcome, round.by, round.via ?? 'account')}</p>
${whyEnded(speech, past)}
${submissionInWords(speech, submission, evidence)}</details>`;
};

const earlier = (speech: Speech, { rounds, evidence }: Review): Html | undefined =>
  rounds.length === 0
    ? undefined
    : html`<section class="${classes.card}"><h2>${speech.pages.review.earlier}</h2>${rounds.map((each) => pastRound(speech, each, evidence))}</section>`;

const lastDecision = ({ terms, pages: { review } }: Speech, { rounds: [newest] }: Review): Html | undefined => {
  const round = newest?.round;
  return round && (round.outcome === 'accepted' || round.outcome === 'returned')
    ? html`<p>${review.decided(terms.stages[round.stage], round.outcome, terms.day(round.on))}</p>`
    : undefined;
};

/** What to do, or that there is nothing to do and why. */
const task = (speech: Speech, { review, isUsedUp }: ReviewPage): Html => {
  const words = speech.pages.review;
  if (isUsedUp)
    return html`<div class="${classes.notice} ${classes.good}" role="status"><p>${words.usedUp}</p>${lastDecision(speech, review)}</div>`;
  if (review.actions.length > 0) return html`<p>${words.toDo}</p>`;
  return html`<div class="${classes.notice}" role="status"><p>${words.nothing(standing(speech, review.finding))}</p>${lastDecision(speech, review)}</div>`;
};

/** The finding with everything a decision is taken on, and the decision. */
export const reviewPage = (speech: Speech, page: ReviewPage, path: string, tried?: Tried): string => {
  const { review, facts, isUsedUp } = page;
  return layout(speech, {
    title: speech.terms.link.purposes.review,
    organization: facts.organization,
    script: review.evidence.length > 0 && !isUsedUp ? 'preview' : undefined,
    main: html`${errorSummary(tried)}${task(speech, page)}${factList(speech, facts)}
${findingFacts(speech, review.finding)}${submitted(speech, review)}${evidenceFiles(speech, review, path, isUsedUp)}${earlier(speech, review)}
${!isUsedUp && decisionForms(speech, review, path, tried)}`,
  });
};
