import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import { type Finding, isAtStage } from '#domain/finding/state.ts';
import { type Html, html } from '#domain/message/html.ts';
import type { PastRound, Review } from '#use-cases/links/read-review.ts';
import type { LinkPage } from '#use-cases/links/show-link.ts';
import { classes } from '../script/contract.ts';
import { decisionForms } from './decision-forms.ts';
import { errorSummary, type Tried } from './fields.ts';
import { factList, layout } from './layout.ts';
import { submissionInWords } from './submission.ts';
import { evidenceWords, gradeWords, outcomeWords, purposeWords, sizeWords, stageWords } from './words.ts';

type ReviewPage = Extract<LinkPage, { kind: 'review' }>;

const capitalized = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Where the finding stands, in a sentence's end: `corrective action plan, in review`. */
const standing = (finding: Finding): string =>
  isAtStage(finding)
    ? `${stageWords[finding.stage]}, round ${finding.round}, ${finding.status.replaceAll('-', ' ')}`
    : finding.status.replaceAll('-', ' ');

const row = (name: string, value: Html | string | undefined): Html | undefined =>
  value === undefined ? undefined : html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

const findingFacts = (finding: Finding): Html => {
  const { facts } = finding;
  return html`<section class="${classes.card}"><h2>${facts.number}: ${gradeWords[finding.grade]}</h2>
<dl class="${classes.facts}">
${row('Requirements', facts.requirements.map((each) => `${each.framework}, ${each.id}`).join('; '))}
${row('Statement', facts.statement)}
${row('Objective evidence', facts.objectiveEvidence)}
${row('Process', facts.process)}
${row('Owner', finding.owner)}
${row('Issued', finding.issuedOn)}
${row('Stands at', standing(finding))}
${isAtStage(finding) ? row('Due', finding.due[finding.stage]) : undefined}
${finding.status === 'in-review' ? row('Review due', finding.reviewDue) : undefined}
${finding.status === 'in-review' && finding.verification ? row('Verified', html`${finding.verification.on} by ${finding.verification.by}: ${finding.verification.statement}`) : undefined}
</dl></section>`;
};

const submitted = ({ finding, submission, evidence }: Review): Html | undefined => {
  if (!submission || !('submission' in finding)) return undefined;
  const { by, on, late } = finding.submission;
  return html`<section class="${classes.card}"><h2>${capitalized(stageWords[submission.stage])}</h2>
<p>Handed in by ${by} on ${on}${late && ', after its due date'}.</p>
${submissionInWords(submission, evidence)}</section>`;
};

const fileRow = (
  file: EvidenceRecord,
  path: string,
  isUsedUp: boolean,
): Html => html`<tr><th scope="row">${file.fileName}</th><td>${sizeWords(file.size)}</td>
<td>${file.by}</td>
<td><span class="${classes.status}" data-status="${file.status}">${evidenceWords[file.status]}</span>${file.reason !== undefined && html`<br>${file.reason}`}${
  file.scan?.detail !== undefined && html`<br>${file.scan.detail}`
}</td>
<td>${
  file.status === 'registered' && !isUsedUp
    ? html`<form method="post" action="${path}/evidence/${file.id}/download"><button type="submit" class="${classes.quiet}">Download<span class="${classes.unseen}"> ${file.fileName}</span></button></form>`
    : undefined
}</td></tr>`;

const files = (
  { evidence }: Review,
  path: string,
  isUsedUp: boolean,
): Html => html`<section class="${classes.card}"><h2>Evidence</h2>
${
  evidence.length === 0
    ? html`<p>None was uploaded.</p>`
    : html`<div class="${classes.scroll}" role="region" aria-label="Evidence" tabindex="0"><table>
<thead><tr><th scope="col">File</th><th scope="col">Size</th><th scope="col">From</th><th scope="col">Where it stands</th><th scope="col"><span class="${classes.unseen}">Download</span></th></tr></thead>
<tbody>${evidence.map((file) => fileRow(file, path, isUsedUp))}</tbody></table></div>
<p class="${classes.hint}">Each download goes on the record.</p>`
}</section>`;

const pastRound = ({ round, submission, comment }: PastRound, evidence: Review['evidence']): Html => html`<details>
<summary>${capitalized(stageWords[round.stage])}, cycle ${round.cycle}, round ${round.round}: ${outcomeWords[round.outcome]} on ${round.on}</summary>
<p>Handed in by ${round.submission.by} on ${round.submission.on}; ${outcomeWords[round.outcome]} by ${round.by}${
  round.via === 'transcription' && ' (transcribed from the certification body’s document)'
}${round.via === 'link' && ' (by a link)'}.</p>
${comment !== undefined && html`<blockquote>${comment}</blockquote>`}
${submissionInWords(submission, evidence)}</details>`;

const earlier = ({ rounds, evidence }: Review): Html | undefined =>
  rounds.length === 0
    ? undefined
    : html`<section class="${classes.card}"><h2>Earlier rounds</h2>${rounds.map((each) => pastRound(each, evidence))}</section>`;

const lastDecision = ({ rounds: [newest] }: Review): Html | undefined =>
  newest && (newest.round.outcome === 'accepted' || newest.round.outcome === 'returned')
    ? html`<p>The ${stageWords[newest.round.stage]} was ${outcomeWords[newest.round.outcome]} on ${newest.round.on}.</p>`
    : undefined;

/** What to do, or that there is nothing to do and why. */
const task = ({ review, isUsedUp }: ReviewPage): Html => {
  if (isUsedUp)
    return html`<div class="${classes.notice} ${classes.good}" role="status"><p>Your decision is on the record. This link has been used as often as it may be; you may close this page.</p>${lastDecision(review)}</div>`;
  if (review.actions.length > 0)
    return html`<p>Read what was handed in, look at the evidence, then accept or return it at the end of this page.</p>`;
  return html`<div class="${classes.notice}" role="status"><p>There is nothing for you to decide now: the finding stands at ${standing(review.finding)}.</p>${lastDecision(review)}</div>`;
};

/** The finding with everything a decision is taken on, and the decision. */
export const reviewPage = (page: ReviewPage, path: string, tried?: Tried): string => {
  const { review, facts, isUsedUp } = page;
  return layout({
    title: purposeWords.review,
    organization: facts.organization,
    main: html`${errorSummary(tried)}${task(page)}${factList(facts)}
${findingFacts(review.finding)}${submitted(review)}${files(review, path, isUsedUp)}${earlier(review)}
${!isUsedUp && decisionForms(review, path, tried)}`,
  });
};
