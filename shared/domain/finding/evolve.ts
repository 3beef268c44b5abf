import { alsoTaken } from '../trail/taken.ts';
import type { Transcribed } from './decision.ts';
import { withDueChanges, withMovedDates } from './due-changes.ts';
import type { FindingChange, FindingEvent } from './events.ts';
import { stageAfter } from './stage.ts';
import type { AtStage, Finding, Nonconformity, Ofi, Round, Submitted } from './state.ts';
import type { Overlay } from './transitions.ts';
import { wayOf } from './way.ts';

/** What `evolve` reads of an event: all of it but the state it leads to. */
export type Happened = Omit<FindingEvent, 'state'> & FindingChange;

/** An event does not fit the state it follows: the trail is damaged. Never happens to events that `decide` made. */
export class EventOutOfPlace extends Error {
  override readonly name = 'EventOutOfPlace';
  constructor(event: Happened, finding: Finding | undefined) {
    super(
      `event ${event.seq} ${event.type} of ${event.aggregate} does not follow from ${finding?.status ?? 'nothing'}`,
    );
  }
}

/** Who ended a round, and how that came into the record; Redress itself came no way. */
const endedBy = ({ actor }: Happened, transcription?: Transcribed): Pick<Round, 'by' | 'via' | 'transcription'> => {
  const via = wayOf(actor, transcription);
  return { by: actor.person, ...(via && { via }), ...(transcription && { transcription }) };
};
type Ended = Pick<Round, 'outcome' | 'on'> & ReturnType<typeof endedBy>;

const endRound = (finding: Submitted, ended: Ended): Round[] => [
  ...finding.rounds,
  {
    cycle: finding.cycle,
    stage: finding.stage,
    round: finding.round,
    due: finding.due[finding.stage],
    submission: finding.submission,
    ...ended,
  },
];

/** Leaves what belongs to every stage: the fields of a submission, a review and a pending extension fall away. */
const atStage = (finding: AtStage) => {
  const {
    status: _s,
    submission: _b,
    reviewDue: _r,
    verification: _v,
    extension: _e,
    ...rest
  } = {
    submission: undefined,
    reviewDue: undefined,
    verification: undefined,
    ...finding,
  };
  return rest;
};

/** Leaves what outlives the stages: everything a finished nonconformity still says. */
const finished = (finding: AtStage) => {
  const { stage: _s, round: _r, withdrawal: _w, appeal: _a, ...rest } = atStage(finding);
  return rest;
};

const withdrawn = (finding: AtStage, on: string, reason: string): Finding => ({
  ...finished(finding),
  status: 'withdrawn',
  withdrawnOn: on,
  reason,
});

/** An overlay is optional in every status, so that what is left without it has the same status still. */
const without = (finding: AtStage, overlay: Overlay): AtStage => {
  const { [overlay]: _gone, ...rest } = finding;
  return rest as AtStage;
};

const backToAwaiting = (finding: Submitted, ended: Ended): Finding => ({
  ...atStage(finding),
  status: 'awaiting',
  round: finding.round + 1,
  rounds: endRound(finding, ended),
});

const acceptStage = (finding: Submitted, ended: Ended): Finding => {
  const rounds = endRound(finding, ended);
  const next = stageAfter(finding.stage);
  return next
    ? { ...atStage(finding), status: 'awaiting', stage: next, round: 1, rounds }
    : { ...finished(finding), status: 'closed', rounds, closedOn: ended.on };
};

type At<S extends AtStage['status']> = Extract<AtStage, { status: S }>;
type Data<T extends FindingChange['type']> = Extract<FindingChange, { type: T }>['data'];

/** A plan says anew who carries out its actions; who did carry one out stays among them. */
const submitted = (finding: At<'awaiting'>, { stage, submission, actionOwners }: Data<'submitted'>): Finding => ({
  ...atStage(finding),
  status: 'validating',
  actionOwners: stage === 'plan' ? actionOwners : [...new Set([...finding.actionOwners, ...actionOwners])],
  submission,
});

const appealDecided = (finding: AtStage, data: Data<'appeal-decided'>): Finding => {
  const { outcome, grade, on, reason } = data;
  if (outcome === 'withdrawn') return withdrawn(finding, on, reason);
  const goesOn = withMovedDates(without(finding, 'appeal'), data);
  return outcome === 'regraded' ? { ...goesOn, grade, granted: {} } : goesOn;
};

const extended = (finding: AtStage, data: Data<'extension-granted'>): Finding => {
  const goesOn = withMovedDates(without(finding, 'extension'), data);
  const to = goesOn.due[data.stage];
  return {
    ...goesOn,
    extensionsGranted: finding.extensionsGranted + 1,
    granted: { ...finding.granted, [data.stage]: to },
  };
};

/** What happens to a nonconformity at a stage, whatever its status there. */
const moveAnyStage = (finding: AtStage, event: Happened): Finding | undefined => {
  const { person } = event.actor;
  switch (event.type) {
    case 'extension-requested':
      return { ...finding, extension: { by: person, ...event.data } };
    case 'extension-granted':
      return extended(finding, event.data);
    case 'extension-refused':
      return without(finding, 'extension');
    case 'regraded':
      return { ...withMovedDates(finding, event.data), grade: event.data.to, granted: {} };
    case 'regrade-refused':
      return { ...finding, refusedRegrades: [...(finding.refusedRegrades ?? []), event.data.proposed] };
    case 'due-moved':
      return { ...withMovedDates(finding, event.data), anchors: event.data.anchors };
    case 'anchors-revised':
      return { ...finding, anchors: event.data.anchors };
    case 'withdrawal-proposed':
      return { ...finding, withdrawal: { by: person, reason: event.data.reason } };
    case 'withdrawal-refused':
      return without(finding, 'withdrawal');
    case 'withdrawn':
      return withdrawn(finding, event.data.on, event.data.reason);
    case 'appealed':
      return { ...finding, appeal: { by: person, ...event.data } };
    case 'appeal-decided':
      return appealDecided(finding, event.data);
    default:
      return undefined;
  }
};

/** The way through a stage: from one status of it to the next, or to the next stage. */
const moveStage = (finding: AtStage, event: Happened): Finding | undefined => {
  switch (event.type) {
    case 'submitted':
      return finding.status === 'awaiting' ? submitted(finding, event.data) : undefined;
    case 'found-complete': {
      if (finding.status !== 'validating') return undefined;
      const { reviewDue } = event.data;
      return reviewDue === undefined
        ? { ...finding, status: 'verifying' }
        : { ...finding, status: 'in-review', reviewDue };
    }
    case 'found-incomplete':
      if (finding.status !== 'validating') return undefined;
      return backToAwaiting(finding, { outcome: 'incomplete', on: event.data.on, ...endedBy(event) });
    case 'confirmed': {
      if (finding.status !== 'verifying') return undefined;
      const { reviewDue, verification } = event.data;
      return { ...finding, status: 'in-review', reviewDue, verification };
    }
    case 'not-confirmed':
      if (finding.status !== 'verifying') return undefined;
      return backToAwaiting(finding, { outcome: 'not-confirmed', on: event.data.on, ...endedBy(event) });
    case 'returned':
    case 'accepted': {
      if (finding.status !== 'in-review') return undefined;
      const ended = { outcome: event.type, on: event.data.on, ...endedBy(event, event.data.transcription) };
      return event.type === 'accepted' ? acceptStage(finding, ended) : backToAwaiting(finding, ended);
    }
    default:
      return moveAnyStage(finding, event);
  }
};

const reopened = (finding: Extract<Nonconformity, { status: 'closed' }>, data: Data<'reopened'>): Finding => {
  const { closedOn: _c, ...rest } = finding;
  return {
    ...rest,
    status: 'awaiting',
    stage: 'plan',
    round: 1,
    cycle: finding.cycle + 1,
    anchors: data.anchors,
    due: withDueChanges(finding.due, data.dueChanges),
    extensionsGranted: 0,
    granted: {},
  };
};

const moveOfi = (finding: Ofi, event: Happened): Finding | undefined => {
  switch (event.type) {
    case 'response-accepted':
    case 'response-declined':
      if (finding.status !== 'awaiting-response') return undefined;
      return { ...finding, status: event.type, response: { by: event.actor.person, ...event.data } };
    case 'implemented':
      if (finding.status !== 'response-accepted') return undefined;
      return { ...finding, status: 'implemented', implementation: { by: event.actor.person, ...event.data } };
    case 'closed':
      if (finding.status !== 'implemented' && finding.status !== 'response-declined') return undefined;
      return { ...finding, status: 'closed', closedOn: event.data.on };
    default:
      return undefined;
  }
};

const issued = (event: Happened): Finding | undefined => {
  if (event.type !== 'issued') return undefined;
  const { facts, grade, owner, on, clock } = event.data;
  const common = { facts, owner, issuedOn: on, seq: event.seq, tookPart: [], taken: [] };
  if (grade === 'ofi') return { ...common, grade, status: 'awaiting-response' };
  if (!clock) return undefined;
  const started = { ...clock, cycle: 1, rounds: [], actionOwners: [], extensionsGranted: 0, granted: {} };
  return { ...common, ...started, grade, status: 'awaiting', stage: 'plan', round: 1 };
};

const move = (finding: Finding, event: Happened): Finding | undefined => {
  if (event.type === 'assigned') return { ...finding, owner: event.data.owner };
  if (event.type === 'fault-recorded') return finding;
  if (finding.grade === 'ofi') return moveOfi(finding, event);
  if ('stage' in finding) return moveStage(finding, event);
  return finding.status === 'closed' && event.type === 'reopened' ? reopened(finding, event.data) : undefined;
};

/**
 * The state after an event. Pure, and knows no rule: what may happen was settled by `decide`.
 * @throws {EventOutOfPlace} when the event cannot follow from this state.
 */
export const evolve = (finding: Finding | undefined, event: Happened): Finding => {
  const next = finding ? move(finding, event) : issued(event);
  if (!next || event.seq !== (finding?.seq ?? 0) + 1) throw new EventOutOfPlace(event, finding);
  const { person, role } = event.actor;
  return {
    ...next,
    seq: event.seq,
    tookPart: role === 'system' || next.tookPart.includes(person) ? next.tookPart : [...next.tookPart, person],
    taken: alsoTaken(next.taken, event),
  };
};
