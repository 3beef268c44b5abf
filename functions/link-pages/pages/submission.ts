import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import { type Html, type HtmlValue, html } from '#domain/message/html.ts';
import type {
  CorrectionSubmission,
  EvidenceRef,
  PlanSubmission,
  RemediationSubmission,
  Submission,
} from '#domain/submission/submission.ts';
import { classes } from '../script/contract.ts';

/** A submission in words. A part that was left out is left out here too. */

type Files = readonly Pick<EvidenceRecord, 'id' | 'fileName'>[];

const entry = (name: string, value: HtmlValue): Html | undefined =>
  value === undefined || value === '' ? undefined : html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

const facts = (...entries: readonly (Html | undefined)[]): Html => html`<dl class="${classes.facts}">${entries}</dl>`;

const list = (items: readonly HtmlValue[] | undefined): Html | undefined =>
  items && items.length > 0 ? html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>` : undefined;

const labelled = ({ label, description }: { label: string; description: string }): Html =>
  html`<strong>${label}</strong> ${description}`;

/** Evidence by the names of its files; an id where there is no such file. */
const evidence = (refs: readonly EvidenceRef[] | undefined, files: Files): Html | undefined =>
  list(refs?.map(({ id }) => files.find((file) => file.id === id)?.fileName ?? `a file that is not there (${id})`));

const methodWords = { '5-whys': '5 whys', fishbone: 'fishbone', 'fault-tree': 'fault tree', other: 'other' } as const;

const plan = (content: PlanSubmission, files: Files): Html => {
  const { correction, rootCause, similar, actions } = content;
  return html`${facts(
    entry('Correction', correction && `${correction.what} By ${correction.who}, until ${correction.by}.`),
    entry('Consequences', content.consequences),
    entry('Method of analysis', rootCause && methodWords[rootCause.method]),
    entry('Whys', list(rootCause?.whys)),
    entry('Root causes', list(rootCause?.causes.map(labelled))),
    entry('Contributing causes', list(rootCause?.contributing?.map(labelled))),
    entry(
      'Similar nonconformities',
      similar && `${similar.found ? 'Found' : 'None found'}. Looked at: ${similar.where} ${similar.what ?? ''}`,
    ),
    entry('Risk and impact of the change', content.riskAndImpact),
    entry('Changes to the ISMS', content.ismsChanges),
    entry('Approved by', content.approvedBy),
    entry('Evidence', evidence(content.evidence, files)),
  )}${
    actions &&
    actions.length > 0 &&
    html`<h3>Actions</h3>${actions.map(
      (action) =>
        html`<h4>${action.label}</h4>${facts(
          entry('What', action.what),
          entry('Removes', action.removes?.join(', ')),
          entry('Responsible', action.responsible),
          entry('Due', action.dueDate),
          entry('Success is seen by', action.successMeasure),
          entry('After', action.dependsOn?.join(', ')),
        )}`,
    )}`
  }`;
};

const correction = (content: CorrectionSubmission, files: Files): Html => {
  const { extent } = content;
  return facts(
    entry('Requirement', content.requirement),
    entry('Proof', content.proof),
    entry('Statement', content.statement),
    entry('Corrected on', content.correctedOn),
    entry('Extent', extent && (extent.allInstances ? 'All instances' : `Some instances: ${extent.which ?? ''}`)),
    entry('Evidence', evidence(content.evidence, files)),
  );
};

const remediation = (content: RemediationSubmission, files: Files): Html => {
  const { actions = [], causes = [], effectiveness } = content;
  return html`${actions.length > 0 && html`<h3>Actions done</h3>`}${actions.map(
    (action) =>
      html`<h4>${action.label}</h4>${facts(
        entry('Done on', action.doneOn),
        entry('Done by', action.doneBy),
        entry('Evidence', evidence(action.evidence, files)),
      )}`,
  )}${causes.length > 0 && html`<h3>Causes removed</h3>`}${causes.map(
    (cause) =>
      html`<h4>${cause.label}</h4>${facts(
        entry('How it is known to be gone', cause.removed),
        entry('Evidence', evidence(cause.evidence, files)),
      )}`,
  )}<h3>Effectiveness</h3>${facts(
    entry('Criterion', effectiveness?.criterion),
    entry('Method', effectiveness?.method),
    entry('Sample', effectiveness?.sample),
    entry('Result', effectiveness?.result),
    entry('Reviewed by', effectiveness?.by),
    entry('Changes to the ISMS', content.ismsChanges),
  )}`;
};

export const submissionInWords = (submission: Submission, files: Files): Html => {
  switch (submission.stage) {
    case 'plan':
      return plan(submission.content, files);
    case 'correction':
      return correction(submission.content, files);
    case 'remediation':
      return remediation(submission.content, files);
  }
};
