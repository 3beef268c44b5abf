import type { EvidenceRecord } from '../evidence/evidence.ts';
import type { FindingEvent } from '../finding/events.ts';
import type { Finding } from '../finding/state.ts';
import { evidenceNamedIn } from '../submission/evidence-named.ts';
import type { Submission } from '../submission/submission.ts';
import { type Folder, roundFolder, submissionPath, unnamedFolder } from './format.ts';
import { createNames } from './paths.ts';

/** A submission of a finding: the event that handed it in, and where its content lies. */
export interface Submitted {
  readonly seq: number;
  readonly hash: string;
  readonly path: string;
  readonly at: { readonly stage: string; readonly cycle: number; readonly round: number };
  /** Redress found it complete: then every file it names was registered with the hash it gives. */
  readonly complete: boolean;
}

const roundOf = (state: Finding): Submitted['at'] | undefined =>
  'stage' in state ? { stage: state.stage, cycle: state.cycle, round: state.round } : undefined;

/** The submissions of a finding, in their order. */
export const submissionsIn = (folder: Folder, events: readonly FindingEvent[]): readonly Submitted[] =>
  events.flatMap((event) => {
    const at = event.type === 'submitted' ? roundOf(event.state) : undefined;
    if (event.type !== 'submitted' || !at) return [];
    // Nothing but the answer to a submission follows it in its round: appeals and the like leave it in validation.
    const answer = events.find(
      ({ seq, type }) => seq > event.seq && (type === 'found-complete' || type === 'found-incomplete'),
    );
    return [
      {
        seq: event.seq,
        hash: event.data.submission.hash,
        path: submissionPath(folder, at),
        at,
        complete: answer?.type === 'found-complete',
      },
    ];
  });

/** The documents behind transcribed decisions, with the round that each ended. */
export const transcriptionsIn = (events: readonly FindingEvent[]) =>
  events.flatMap((event, i) => {
    if (event.type !== 'accepted' && event.type !== 'returned') return [];
    const { transcription } = event.data;
    const before = events[i - 1];
    const at = before && roundOf(before.state);
    return transcription && at
      ? [{ seq: event.seq, at, id: transcription.document, sha256: transcription.sha256 }]
      : [];
  });

/**
 * Where the registered files of a finding lie in its pack: with the stage and round that names them first, by a
 * submission or a transcribed decision; what none names, in `unnamed/`.
 */
export const placeEvidence = (
  folder: Folder,
  events: readonly FindingEvent[],
  submissions: ReadonlyMap<string, Submission>,
  records: readonly EvidenceRecord[],
): ReadonlyMap<string, string> => {
  const named = [
    ...submissionsIn(folder, events).flatMap(({ seq, at, hash }) => {
      const submission = submissions.get(hash);
      return (submission ? evidenceNamedIn(submission) : []).map(({ ref }) => ({ seq, at, id: ref.id }));
    }),
    ...transcriptionsIn(events),
  ].sort((a, b) => a.seq - b.seq);
  const folders = new Map<string, string>();
  for (const { id, at } of named) if (!folders.has(id)) folders.set(id, roundFolder(folder, at));
  const names = createNames();
  return new Map(
    records
      .filter(({ status }) => status === 'registered')
      .map(({ id, fileName }) => [id, names.pathIn(folders.get(id) ?? unnamedFolder(folder), fileName)]),
  );
};
