import type { Failure } from './failure.ts';
import type { Listing } from './listing.ts';
import type { PackedRecord } from './packed-record.ts';

const looksLikeRecord = (value: unknown): value is PackedRecord =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'status', 'sha256', 'fileName'].every((field) => typeof Reflect.get(value, field) === 'string');

/** The file records of a pack, as parsed from `path`; `undefined` where this is no list of records. */
export const readRecords = (value: unknown): readonly PackedRecord[] | undefined =>
  Array.isArray(value) && value.every(looksLikeRecord) ? value : undefined;

const faultInRecord = (record: PackedRecord, files: Listing, folder: string): string | undefined => {
  const { status, path, size, sha256, kept } = record;
  if (status !== 'registered')
    return path === undefined ? undefined : `The file is ${status}, and yet the pack holds it as evidence.`;
  const file = path?.startsWith(folder) ? files.get(path) : undefined;
  if (!file) return 'The file is registered evidence, and the pack lacks it.';
  if (file.size !== size || file.sha256 !== sha256) return `${path} is not the file that was registered.`;
  return file.versionId === kept?.versionId ? undefined : `${path} is not the version that the vault keeps.`;
};

/**
 * Whether each registered file is in the pack as it was registered, nothing else is there as evidence, and no file is
 * there that no record speaks of.
 * @param where path of the records
 * @param folder in which the files lie
 */
export const checkRecords = (
  where: string,
  records: readonly PackedRecord[],
  files: Listing,
  folder: string,
): Failure | undefined => {
  for (const record of records) {
    const fault = faultInRecord(record, files, folder);
    if (fault !== undefined) return { where: `${where}#${record.id}`, what: fault };
  }
  const paths = records.flatMap(({ path }) => path ?? []);
  if (new Set(records.map(({ id }) => id)).size < records.length || new Set(paths).size < paths.length)
    return { where, what: 'Two records speak of one file.' };
  const named = new Set(paths);
  const foreign = files.under(folder).find((path) => !named.has(path));
  return foreign === undefined ? undefined : { where: foreign, what: 'No record speaks of this file.' };
};
