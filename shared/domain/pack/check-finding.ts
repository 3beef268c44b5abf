import type { FindingEvent } from '../finding/events.ts';
import { evidenceNamedIn } from '../submission/evidence-named.ts';
import type { Submission } from '../submission/submission.ts';
import type { Digest } from '../trail/chain.ts';
import { checkRecords, readRecords } from './check-records.ts';
import { checkFindingTrail } from './check-trail.ts';
import type { Failure } from './failure.ts';
import { type Folder, statedState, stateInWords } from './format.ts';
import type { Listing } from './listing.ts';
import type { StatedFinding } from './manifest.ts';
import type { PackedRecord } from './packed-record.ts';
import { type Submitted, submissionsIn, transcriptionsIn } from './placement.ts';

/** What a pack holds of one finding, as parsed from its files. */
export interface FindingParts {
  readonly stated: StatedFinding;
  /** The audit whose pack this is; a pack of one finding has none. */
  readonly audit: string | undefined;
  readonly folder: Folder;
  readonly files: Listing;
  readonly events: unknown;
  readonly records: unknown;
  /** Contents of submissions by their paths. */
  readonly submissions: ReadonlyMap<string, unknown>;
}

const checkSubmissions = (
  parts: FindingParts,
  submitted: readonly Submitted[],
  digest: Digest,
): Failure | undefined => {
  const { folder, files, submissions } = parts;
  for (const { seq, path, hash } of submitted) {
    const where = `${folder.events}#${seq}`;
    if (!files.get(path)) return { where, what: `The event names a submission, and the pack lacks ${path}.` };
    if (digest(submissions.get(path)) !== hash)
      return { where: path, what: `This is not the submission whose hash event ${seq} names.` };
  }
  const named = new Set(submitted.map(({ path }) => path));
  const foreign = files.under(folder.submissions).find((path) => !named.has(path));
  return foreign === undefined ? undefined : { where: foreign, what: 'No event names this submission.' };
};

/** The files that count: those of submissions found complete, and those behind transcribed decisions. */
const evidenceThatCounts = (parts: FindingParts, submitted: readonly Submitted[], events: readonly FindingEvent[]) => [
  ...submitted
    .filter(({ complete }) => complete)
    .flatMap(({ path }) =>
      evidenceNamedIn(parts.submissions.get(path) as Submission).map(({ ref, field }) => ({
        where: `${path}#${field}`,
        ...ref,
      })),
    ),
  ...transcriptionsIn(events).map(({ seq, id, sha256 }) => ({ where: `${parts.folder.events}#${seq}`, id, sha256 })),
];

const checkEvidence = (
  parts: FindingParts,
  submitted: readonly Submitted[],
  events: readonly FindingEvent[],
  records: readonly PackedRecord[],
): Failure | undefined => {
  const byId = new Map(records.map((record) => [record.id, record]));
  for (const { where, id, sha256 } of evidenceThatCounts(parts, submitted, events)) {
    const record = byId.get(id);
    if (record?.status !== 'registered') return { where, what: `The evidence ${id} it names is not registered.` };
    if (record.sha256 !== sha256) return { where, what: `${record.fileName} is not the file whose hash it gives.` };
  }
  return undefined;
};

/** The first thing in a finding's part of a pack that does not fit: chain, replay, stated state, submissions, evidence. */
export const checkFinding = (parts: FindingParts, digest: Digest): Failure | undefined => {
  const { stated, audit, folder, files } = parts;
  const trail = checkFindingTrail(folder.events, parts.events, digest);
  if (!trail.ok) return trail.failure;
  const { events, state } = trail.value;
  if (state.facts.id !== stated.id || (audit !== undefined && state.facts.audit !== audit))
    return { where: folder.events, what: `These are not the events of finding ${stated.id}.` };
  const last = { id: state.facts.id, events: events.length, lastHash: events.at(-1)?.hash ?? '' };
  if (digest({ ...last, ...statedState(state) }) !== digest(stated))
    return {
      where: `${folder.events}#${events.length}`,
      what: `The manifest states ${stateInWords(stated)} after ${stated.events} events; the events lead elsewhere.`,
    };
  const submitted = submissionsIn(folder, events);
  const records = readRecords(parts.records);
  if (!records) return { where: folder.records, what: 'This is no list of file records.' };
  return (
    checkSubmissions(parts, submitted, digest) ??
    checkRecords(folder.records, records, files, folder.evidence) ??
    checkEvidence(parts, submitted, events, records)
  );
};
