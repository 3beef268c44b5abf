import { contentsNamedIn } from '#domain/pack/check-audit.ts';
import { auditFolder, contentPath, inFolder } from '#domain/pack/format.ts';
import type { StatedAudit } from '#domain/pack/manifest.ts';
import { createNames } from '#domain/pack/paths.ts';
import { contentFile, heardFiles, type MaterialStore, recordedFiles } from './plan-files.ts';
import { listFile, NotPackable, type PlannedFile } from './planned-file.ts';

/** What a pack holds of an audit besides its findings: the trail, what it names, and the reports that were uploaded. */
export const planAudit = async (
  store: MaterialStore,
  id: string,
): Promise<{ readonly stated: StatedAudit; readonly files: readonly PlannedFile[] }> => {
  const owner = { kind: 'audit', aggregate: id } as const;
  const folder = inFolder(auditFolder);
  const events = await store.audits.all(id);
  const last = events.at(-1);
  if (!last) throw new NotPackable(`The audit ${id} has no trail.`);
  const records = await store.evidence.of(owner);
  const names = createNames();
  const paths = new Map(
    records
      .filter(({ status }) => status === 'registered')
      .map((record) => [record.id, names.pathIn(folder.reports, record.fileName)]),
  );
  const hashes = new Set(contentsNamedIn(events).map(({ hash }) => hash));
  return {
    stated: { id, events: events.length, lastHash: last.hash, title: last.state.facts.title },
    files: [
      listFile(folder.events, store.canonical, async () => (await store.audits.all(id)).slice(0, events.length)),
      ...[...hashes].map((hash) => contentFile(store, owner, hash, contentPath(folder, hash))),
      ...recordedFiles(store, folder, records, paths),
      ...heardFiles(store, owner, folder),
    ],
  };
};

/** Ids of an audit's findings, as the register lists them. */
export const findingsOf = async (store: MaterialStore, audit: string): Promise<string[]> => {
  const ids: string[] = [];
  let next: string | undefined;
  do {
    const page = await store.register.findings({ audit, limit: 200, ...(next !== undefined && { next }) });
    ids.push(...page.items.map(({ id }) => id));
    next = page.next;
  } while (next !== undefined);
  return ids;
};
