import type { DueChange } from '../finding/due-changes.ts';
import type { FindingEvent } from '../finding/events.ts';
import { clockOf, type Finding, isAtStage } from '../finding/state.ts';
import { wayOf } from '../finding/way.ts';
import type { WaitsFor } from './audience.ts';
import { oneLine } from './one-line.ts';

/** The words of every notice, in English. Values come from people: plain text only, one line in a subject. */
export interface Wording {
  readonly subject: string;
  readonly lead: string;
}

interface DatesMoved {
  readonly dueChanges: readonly DueChange[];
}

const stageNames = {
  plan: 'corrective action plan',
  correction: 'evidence of correction',
  remediation: 'evidence of remediation',
} as const;

const gradeNames = {
  major: 'major nonconformity',
  minor: 'minor nonconformity',
  ofi: 'opportunity for improvement',
} as const;

const capitalized = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const stageOf = (finding: Finding): string => (isAtStage(finding) ? stageNames[finding.stage] : '');

const waitedFor: Record<WaitsFor, (finding: Finding) => string> = {
  owner: (finding) => `the ${stageOf(finding)}`,
  verifier: (finding) => `the verification of the ${stageOf(finding)}`,
  reviewer: (finding) => `the review of the ${stageOf(finding)}`,
  appeal: () => 'the decision on the appeal',
};

/** What the finding waits for now, and until when; empty when there is nothing. */
const by = (finding: Finding): string => {
  const clock = clockOf(finding);
  return clock ? ` ${capitalized(waitedFor[clock.waitsFor](finding))} is due on ${clock.on}.` : '';
};

/** What a person wrote, told apart from what Redress says. */
const said = (text: string): string => `"${text}"`;

/** Every reason on a line of its own, with the field it concerns. */
const reasonsIn = (reasons: Extract<FindingEvent, { type: 'found-incomplete' }>['data']['reasons']): string =>
  reasons.map(({ field, message }) => `- ${field === undefined ? '' : `${field}: `}${message}`).join('\n');

type Decided = Extract<FindingEvent, { type: 'accepted' | 'returned' }>;

/** What tells a decision by link or from a document from one by a person signed in. */
const wayIn = ({ actor, data }: Decided): string =>
  ({ account: '', link: ' by link', transcription: ', transcribed' })[wayOf(actor, data.transcription) ?? 'account'];

/** Who decided, and how that came into the record. */
const decidedIn = (event: Decided): string => {
  const { actor, data } = event;
  const { transcription } = data;
  if (!transcription) return ` by ${actor.person}${wayIn(event)}`;
  const { decidedBy, decidedOn, fileName } = transcription;
  const document = `${said(oneLine(fileName, 200))} of ${oneLine(decidedBy, 120)}`;
  return `; transcribed by ${actor.person} from the document ${document}, decided on ${decidedOn}`;
};

/** Every due date that moved, on a line of its own, with the date before and the reason. */
const changesIn = ({ dueChanges }: DatesMoved): string =>
  dueChanges
    .map(({ stage, from, to, why }) => `\n- ${stageNames[stage]}: due on ${to}, before on ${from}. ${why}`)
    .join('');

/** What moved, and what the finding waits for then. */
const movedTo = (moved: DatesMoved, finding: Finding): string => {
  const changes = changesIn(moved);
  return changes === '' ? by(finding) : `${changes}\n${by(finding).trimStart()}`;
};

const leadOf = (event: FindingEvent): string => {
  const finding = event.state;
  const what = stageOf(finding);
  switch (event.type) {
    case 'issued':
      return finding.grade === 'ofi'
        ? 'An opportunity for improvement was issued to you. Please accept or decline it, with a reason.'
        : `A ${gradeNames[finding.grade]} was issued to you. Please hand in the ${what}.${by(finding)}`;
    case 'assigned':
      return `This finding is yours now.${by(finding)}`;
    case 'found-complete':
      return finding.status === 'verifying'
        ? `The ${what} was handed in and waits for your verification.${by(finding)}`
        : `The ${what} was handed in and waits for your review.${by(finding)}`;
    case 'found-incomplete':
      return `The ${what} is incomplete:\n${reasonsIn(event.data.reasons)}\nPlease mend it and hand it in again.${by(finding)}`;
    case 'confirmed':
      return `The ${what} was verified and waits for your review.${by(finding)}`;
    case 'not-confirmed':
      return `The internal auditor could not confirm the ${what}: ${said(event.data.reason)}${by(finding)}`;
    case 'accepted':
      return finding.status === 'closed'
        ? `The ${stageNames[event.data.stage]} was accepted${decidedIn(event)}. The finding is closed.`
        : `The ${stageNames[event.data.stage]} was accepted${decidedIn(event)}. Next: the ${what}.${by(finding)}`;
    case 'returned':
      return `The ${what} was returned (${event.data.codes.join(', ')})${decidedIn(event)}: ${said(event.data.comment)}${by(finding)}`;
    case 'extension-requested':
      return `An extension of the ${what} until ${event.data.newDueDate} is asked for: ${said(event.data.reason)}`;
    case 'extension-granted':
      return `The extension was granted: ${said(event.data.reason)}${changesIn(event.data)}`;
    case 'extension-refused':
      return `The extension was refused: ${said(event.data.reason)}${by(finding)}`;
    case 'regraded':
      return `This finding is a ${gradeNames[event.data.to]} now: ${said(event.data.reason)}${movedTo(event.data, finding)}`;
    case 'due-moved':
      return `Due dates have moved.${movedTo(event.data, finding)}`;
    case 'withdrawal-proposed':
      return `The lead auditor proposes to withdraw this finding: ${said(event.data.reason)} It waits for your decision.`;
    case 'withdrawal-refused':
      return `The withdrawal was refused: ${said(event.data.reason)}${by(finding)}`;
    case 'withdrawn':
      return `This finding was withdrawn: ${said(event.data.reason)}`;
    case 'appealed':
      return `An appeal was made: ${said(event.data.grounds)}${by(finding)}`;
    case 'appeal-decided':
      return `The appeal was decided, ${event.data.outcome}: ${said(event.data.reason)}${movedTo(event.data, finding)}`;
    case 'reopened':
      return `This finding was reopened (${event.data.cause}): ${said(event.data.comment)}${movedTo(event.data, finding)}`;
    case 'response-accepted':
      return `The opportunity was accepted: ${said(event.data.comment)}`;
    case 'response-declined':
      return `The opportunity was declined: ${said(event.data.comment)}`;
    case 'implemented':
      return `The opportunity was implemented: ${said(event.data.comment)}`;
    case 'fault-recorded':
      return `A task of this finding's workflow failed (${event.data.task}, ${event.data.error}). The finding is unchanged.`;
    default:
      return `This finding changed: ${event.type}.`;
  }
};

const about = (finding: Finding, happened: string): string =>
  `${oneLine(finding.facts.number, 40)}: ${happened} (${oneLine(finding.facts.statement, 60)})`;

/** What a change of stage says. */
export const changeWording = (event: FindingEvent): Wording => ({
  subject: about(
    event.state,
    event.type === 'accepted' || event.type === 'returned'
      ? `${event.type}${wayIn(event)}`
      : event.type.replaceAll('-', ' '),
  ),
  lead: leadOf(event),
});

const days = (count: number): string => `${count} day${count === 1 ? '' : 's'}`;

/** What a deadline notice says; `offset` in days from the due date. */
export const deadlineWording = (finding: Finding, waitsFor: WaitsFor, due: string, offset: number): Wording => {
  const when = offset < 0 ? `due in ${days(-offset)}` : offset === 0 ? 'due today' : `overdue by ${days(offset)}`;
  const what = waitedFor[waitsFor](finding);
  return {
    subject: about(finding, `${what} is ${when}`),
    lead: `${capitalized(what)} is ${when} (${due}).`,
  };
};

/** The text of a message: what happened, what it is about, where to go. */
export const messageText = (finding: Finding, wording: Wording, organization: string, baseUrl: string): string =>
  [
    wording.lead,
    '',
    `Finding:      ${finding.facts.number} (${gradeNames[finding.grade]})`,
    `Requirements: ${finding.facts.requirements.map((each) => each.id).join('; ')}`,
    `Statement:    ${oneLine(finding.facts.statement, 500)}`,
    '',
    `${baseUrl.replace(/\/$/, '')}/findings/${finding.facts.id}`,
    '',
    `Redress, for ${organization}`,
    '',
  ].join('\n');
