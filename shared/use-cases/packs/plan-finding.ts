import { findingFolder, inFolder, statedState } from '#domain/pack/format.ts';
import type { StatedFinding } from '#domain/pack/manifest.ts';
import { placeEvidence, submissionsIn } from '#domain/pack/placement.ts';
import { Submission } from '#domain/submission/submission.ts';
import { contentFile, contentOf, heardFiles, type MaterialStore, recordedFiles } from './plan-files.ts';
import { listFile, NotPackable, type PlannedFile } from './planned-file.ts';

/**
 * What a pack holds of one finding, as far as its trail goes now: what is committed later is left to the next pack.
 * The events are read again when their turn comes, and not kept until then: a pack may hold hundreds of findings.
 */
export const planFinding = async (
  store: MaterialStore,
  id: string,
): Promise<{ readonly stated: StatedFinding; readonly files: readonly PlannedFile[] }> => {
  const owner = { kind: 'finding', aggregate: id } as const;
  const folder = inFolder(findingFolder(id));
  const events = await store.findings.all(id);
  const last = events.at(-1);
  if (!last) throw new NotPackable(`The finding ${id} has no trail.`);
  const submitted = submissionsIn(folder, events);
  const submissions = new Map<string, Submission>();
  for (const { hash } of submitted) submissions.set(hash, Submission.parse(await contentOf(store, owner, hash)));
  // After the events: whatever they name was registered before they were committed.
  const records = await store.evidence.of(owner);
  return {
    stated: { id, events: events.length, lastHash: last.hash, ...statedState(last.state) },
    files: [
      listFile(folder.events, store.canonical, async () => (await store.findings.all(id)).slice(0, events.length)),
      ...submitted.map(({ hash, path }) => contentFile(store, owner, hash, path)),
      ...recordedFiles(store, folder, records, placeEvidence(folder, events, submissions, records)),
      ...heardFiles(store, owner, folder),
    ],
  };
};
