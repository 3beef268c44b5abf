import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import { type Html, type HtmlValue, html } from '#domain/message/html.ts';
import type {
  CorrectionSubmission,
  EvidenceRef,
  PlanSubmission,
  RemediationSubmission,
  Submission,
} from '#domain/submission/submission.ts';
import { whysOf } from '#domain/submission/whys.ts';
import { classes } from '../script/contract.ts';
import type { Speech } from '../speech.ts';

/** A submission in words. A part that was left out is left out here too. */

type SubmissionWords = Speech['pages']['submission'];
type Files = readonly Pick<EvidenceRecord, 'id' | 'fileName'>[];

const entry = (name: string, value: HtmlValue): Html | undefined =>
  value === undefined || value === '' ? undefined : html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

const facts = (...entries: readonly (Html | undefined)[]): Html => html`<dl class="${classes.facts}">${entries}</dl>`;

const list = (items: readonly HtmlValue[] | undefined): Html | undefined =>
  items && items.length > 0 ? html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>` : undefined;

const labelled = ({ label, description }: { label: string; description: string }): Html =>
  html`<strong>${label}</strong> ${description}`;

/** Evidence by the names of its files; an id where there is no such file. */
const evidence = (words: SubmissionWords, refs: readonly EvidenceRef[] | undefined, files: Files): Html | undefined =>
  list(refs?.map(({ id }) => files.find((file) => file.id === id)?.fileName ?? words.noSuchFile(id)));

const plan = (
  { pages: { submission: words }, terms: { day } }: Speech,
  content: PlanSubmission,
  files: Files,
): Html => {
  const { correction, rootCause, similar, actions } = content;
  return html`${facts(
    entry(words.correction, correction && words.correctionBy(correction.what, correction.who, day(correction.by))),
    entry(words.consequences, content.consequences),
    entry(words.method, rootCause && words.methods[rootCause.method]),
    entry(words.whys, list(whysOf(rootCause?.whys).map(({ answer, depth }) => `${'→ '.repeat(depth)}${answer}`))),
    entry(words.causes, list(rootCause?.causes.map(labelled))),
    entry(words.contributing, list(rootCause?.contributing?.map(labelled))),
    entry(words.similar, similar && words.similarSaid(similar.found, similar.where, similar.what ?? '')),
    entry(words.riskAndImpact, content.riskAndImpact),
    entry(words.ismsChanges, content.ismsChanges),
    entry(words.approvedBy, content.approvedBy),
    entry(words.evidence, evidence(words, content.evidence, files)),
  )}${
    actions &&
    actions.length > 0 &&
    html`<h3>${words.actions}</h3>${actions.map(
      (action) =>
        html`<h4>${action.label}</h4>${facts(
          entry(words.what, action.what),
          entry(words.removes, action.removes?.join(', ')),
          entry(words.responsible, action.responsible),
          entry(words.due, action.dueDate && day(action.dueDate)),
          entry(words.success, action.successMeasure),
          entry(words.after, action.dependsOn?.join(', ')),
        )}`,
    )}`
  }`;
};

const correction = (
  { pages: { submission: words }, terms: { day } }: Speech,
  content: CorrectionSubmission,
  files: Files,
): Html => {
  const { extent } = content;
  return facts(
    entry(words.requirement, content.requirement),
    entry(words.proof, content.proof),
    entry(words.statement, content.statement),
    entry(words.correctedOn, content.correctedOn && day(content.correctedOn)),
    entry(words.extent, extent && (extent.allInstances ? words.allInstances : words.someInstances(extent.which ?? ''))),
    entry(words.evidence, evidence(words, content.evidence, files)),
  );
};

const remediation = (
  { pages: { submission: words }, terms: { day } }: Speech,
  content: RemediationSubmission,
  files: Files,
): Html => {
  const { actions = [], causes = [], effectiveness } = content;
  return html`${actions.length > 0 && html`<h3>${words.actionsDone}</h3>`}${actions.map(
    (action) =>
      html`<h4>${action.label}</h4>${facts(
        entry(words.doneOn, action.doneOn && day(action.doneOn)),
        entry(words.doneBy, action.doneBy),
        entry(words.evidence, evidence(words, action.evidence, files)),
      )}`,
  )}${causes.length > 0 && html`<h3>${words.causesRemoved}</h3>`}${causes.map(
    (cause) =>
      html`<h4>${cause.label}</h4>${facts(
        entry(words.removed, cause.removed),
        entry(words.evidence, evidence(words, cause.evidence, files)),
      )}`,
  )}<h3>${words.effectiveness}</h3>${facts(
    entry(words.criterion, effectiveness?.criterion),
    entry(words.effectivenessMethod, effectiveness?.method),
    entry(words.sample, effectiveness?.sample),
    entry(words.result, effectiveness?.result),
    entry(words.reviewedBy, effectiveness?.by),
    entry(words.ismsChanges, content.ismsChanges),
  )}`;
};

export const submissionInWords = (speech: Speech, submission: Submission, files: Files): Html => {
  switch (submission.stage) {
    case 'plan':
      return plan(speech, submission.content, files);
    case 'correction':
      return correction(speech, submission.content, files);
    case 'remediation':
      return remediation(speech, submission.content, files);
  }
};
