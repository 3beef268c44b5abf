import type { AuditEvent } from '../audit/events.ts';
import type { Digest } from '../trail/chain.ts';
import { checkRecords, readRecords } from './check-records.ts';
import { checkAuditTrail } from './check-trail.ts';
import type { Failure } from './failure.ts';
import { contentPath, type Folder } from './format.ts';
import type { Listing } from './listing.ts';
import type { StatedAudit, StatedFinding } from './manifest.ts';
import type { PackedRecord } from './packed-record.ts';

/** What a pack holds of an audit, as parsed from its files. */
export interface AuditParts {
  readonly stated: StatedAudit;
  readonly folder: Folder;
  readonly files: Listing;
  readonly events: unknown;
  readonly records: unknown;
  /** Rows of reports and findings to issue, by their paths. */
  readonly contents: ReadonlyMap<string, unknown>;
  readonly findings: readonly StatedFinding[];
}

/** Contents that an audit's events name by hash: the rows of a report, and the findings of it that were confirmed. */
export const contentsNamedIn = (events: readonly AuditEvent[]): readonly { seq: number; hash: string }[] =>
  events.flatMap(({ seq, ...event }) => {
    if (event.type === 'report-read') return [{ seq, hash: event.data.rows }];
    return event.type === 'import-confirmed' ? [{ seq, hash: event.data.findings }] : [];
  });

const checkContents = (parts: AuditParts, events: readonly AuditEvent[], digest: Digest): Failure | undefined => {
  const { folder, files, contents } = parts;
  const named = new Set<string>();
  for (const { seq, hash } of contentsNamedIn(events)) {
    const path = contentPath(folder, hash);
    named.add(path);
    if (!files.get(path))
      return { where: `${folder.events}#${seq}`, what: `The event names a content, and the pack lacks ${path}.` };
    if (digest(contents.get(path)) !== hash)
      return { where: path, what: `This is not the content whose hash event ${seq} names.` };
  }
  const foreign = files.under(folder.contents).find((path) => !named.has(path));
  return foreign === undefined ? undefined : { where: foreign, what: 'No event names this content.' };
};

/** Each report that was imported is there, and each finding that came of it. An import is known by its file's hash. */
const checkImports = (
  { folder, findings }: AuditParts,
  events: readonly AuditEvent[],
  records: readonly PackedRecord[],
): Failure | undefined => {
  for (const { seq, ...event } of events) {
    const where = `${folder.events}#${seq}`;
    if (event.type === 'report-imported') {
      const { importId, fileName } = event.data;
      if (!records.some(({ status, sha256 }) => status === 'registered' && sha256.startsWith(importId)))
        return { where, what: `The report ${fileName} was imported, and no registered file has its hash.` };
    }
    const missing =
      event.type === 'import-issued'
        ? event.data.issued.find((id) => !findings.some((each) => each.id === id))
        : undefined;
    if (missing !== undefined) return { where, what: `The finding ${missing} was issued, and the pack lacks it.` };
  }
  return undefined;
};

/** The first thing in an audit's own part of a pack that does not fit. */
export const checkAudit = (parts: AuditParts, digest: Digest): Failure | undefined => {
  const { stated, folder, files } = parts;
  const trail = checkAuditTrail(folder.events, parts.events, digest);
  if (!trail.ok) return trail.failure;
  const { events, state } = trail.value;
  if (state.id !== stated.id) return { where: folder.events, what: `These are not the events of audit ${stated.id}.` };
  const last = { id: state.id, events: events.length, lastHash: events.at(-1)?.hash ?? '', title: state.facts.title };
  if (digest(last) !== digest(stated))
    return {
      where: `${folder.events}#${events.length}`,
      what: `The manifest states ${stated.events} events of "${stated.title}"; the events lead elsewhere.`,
    };
  const records = readRecords(parts.records);
  if (!records) return { where: folder.records, what: 'This is no list of file records.' };
  return (
    checkContents(parts, events, digest) ??
    checkRecords(folder.records, records, files, folder.reports) ??
    checkImports(parts, events, records)
  );
};
