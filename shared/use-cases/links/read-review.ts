import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import type { reasonCodes } from '#domain/finding/commands.ts';
import type { FindingEvent } from '#domain/finding/events.ts';
import { type Finding, isAtStage, type Round } from '#domain/finding/state.ts';
import type { Link } from '#domain/link/link.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Submission } from '#domain/submission/submission.ts';
import type { EvidenceRecords } from '#ports/evidence.ts';
import type { People } from '#ports/people.ts';
import type { Contents } from '#ports/trail.ts';
import { readSubmission } from '../commands/context.ts';
import { readableFinding, viewFor } from '../queries/read-finding.ts';
import type { Trails } from '../trails.ts';
import type { FoundLink } from './find-link.ts';
import { holderOf } from './holder.ts';

export interface ReviewStore extends Trails {
  readonly contents: Contents;
  readonly evidence: Pick<EvidenceRecords, 'of'>;
  readonly people: Pick<People, 'get'>;
}

/** What the holder of a review link may do now. */
export type ReviewAction = 'accept' | 'return';

/** A round that has ended, with what was handed in and what was said about it. */
export interface PastRound {
  readonly round: Round;
  readonly submission: Submission;
  /** Why it was returned. */
  readonly codes: readonly (typeof reasonCodes)[number][];
  /** Why it was incomplete. */
  readonly lacks: Extract<FindingEvent, { type: 'found-incomplete' }>['data']['reasons'];
  readonly comment: string | undefined;
}

/** A finding as the one who reviews it sees it. */
export interface Review {
  readonly finding: Finding;
  readonly version: number;
  /** What waits for a decision, or was handed in last at this stage. */
  readonly submission: Submission | undefined;
  readonly evidence: readonly EvidenceRecord[];
  /** Newest first. */
  readonly rounds: readonly PastRound[];
  readonly actions: readonly ReviewAction[];
}

/** A link for one stage decides on no other. */
export const isAtStageOf = ({ stage }: Pick<Link, 'stage'>, finding: Finding): boolean =>
  stage === undefined || (isAtStage(finding) && finding.stage === stage);

const nothingSaid = { codes: [], lacks: [], comment: undefined };

const saidIn = (event: FindingEvent | undefined): Pick<PastRound, 'codes' | 'lacks' | 'comment'> => {
  switch (event?.type) {
    case 'returned':
      return { ...nothingSaid, codes: event.data.codes, comment: event.data.comment };
    case 'accepted':
      return { ...nothingSaid, comment: event.data.comment };
    case 'not-confirmed':
      return { ...nothingSaid, comment: event.data.reason };
    case 'found-incomplete':
      return { ...nothingSaid, lacks: event.data.reasons };
    default:
      return nothingSaid;
  }
};

/** What ends a finding's rounds, in the order in which they ended. */
const endings = ['returned', 'accepted', 'not-confirmed', 'found-incomplete'];

const pastRounds = async (store: ReviewStore, finding: Finding): Promise<PastRound[]> => {
  if (!('rounds' in finding) || finding.rounds.length === 0) return [];
  const [events, submissions] = await Promise.all([
    store.findings.all(finding.facts.id),
    Promise.all(finding.rounds.map(({ submission }) => readSubmission(store, finding, submission.hash))),
  ]);
  const ends = events.filter(({ type }) => endings.includes(type));
  return finding.rounds
    .flatMap((round, i) => {
      const submission = submissions[i];
      return submission ? [{ round, submission, ...saidIn(ends[i]) }] : [];
    })
    .toReversed();
};

/** Reads everything that a decision is taken on. The person sees it as anybody with these roles would. */
export const readReview = async (store: ReviewStore, { link }: FoundLink): Promise<Result<Review>> => {
  const holder = await holderOf(store, link);
  const id = link.finding ?? '';
  const found = await readableFinding(store, id, holder);
  if (!found.ok) return found;
  const { finding, audit } = found.value;
  const [submission, evidence, rounds] = await Promise.all([
    'submission' in finding ? readSubmission(store, finding, finding.submission.hash) : undefined,
    store.evidence.of({ kind: 'finding', aggregate: id }),
    pastRounds(store, finding),
  ]);
  const view = viewFor(store, finding, audit, holder);
  const offered = isAtStageOf(link, finding) ? view.actions : [];
  const actions = (['accept', 'return'] as const).filter((action) => offered.includes(action));
  // What was granted and never arrived is no file.
  const arrived = evidence.filter(({ status }) => status !== 'uploading');
  return ok({ finding, version: view.version, submission, evidence: arrived, rounds, actions });
};
