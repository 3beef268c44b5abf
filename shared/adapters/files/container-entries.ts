import { type Entry, fromRandomAccessReaderPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import type { ReadRange } from '#ports/evidence.ts';
import { ContainerFault, refuseContainer, shownName } from './container-fault.ts';
import type { ContainerLimits } from './container-limits.ts';
import { RangeReader, UnreadableRange } from './ranges.ts';

/** One file or folder as a container lists it. */
export interface ListedEntry {
  readonly name: string;
  readonly entry: Entry;
}

export interface Listing {
  readonly zip: ZipFile;
  /** In the order in which their content lies. */
  readonly entries: readonly ListedEntry[];
}

/** An Office document says here what its parts are. Names of parts are compared without regard to case. */
export const contentTypesName = '[content_types].xml';
export const isDocument = (entries: readonly ListedEntry[]): boolean =>
  entries.some(({ name }) => name.toLowerCase() === contentTypesName);
const isFolder = (name: string): boolean => name.endsWith('/');

const encrypted = (label: string) => `${label} is encrypted: what it holds cannot be checked.`;
const unreadable = (label: string) => `${label} cannot be read as a ZIP: it is damaged, cut off, or none.`;

/** What the path of an entry does that none may; Windows drops dots and spaces at the end of a name. */
const pathFault = (label: string, name: string): string | undefined => {
  if (name === '') return `${label} holds an entry without a name.`;
  const shown = shownName(name);
  if (/\p{Cc}/u.test(name)) return `${label} holds ${shown}, a name with a control character.`;
  if (name.includes('\\')) return `${label} holds ${shown}, a path with a backslash.`;
  if (/^\/|^[A-Za-z]:/.test(name)) return `${label} holds ${shown}, a path that does not begin in it.`;
  return name.split('/').some((part) => /^ *\.\.[. ]*$/.test(part))
    ? `${label} holds ${shown}, a path that leads out of it.`
    : undefined;
};

const macroParts = /(^|\/)(vbaProject\.bin$|xl\/macrosheets\/)/i;

/** The unix file type of an entry: regular, folder, or not said. */
const plainModes: readonly number[] = [0o100000, 0o040000, 0];
const encryptedFlags = 0x1 | 0x40 | 0x2000;

const entryFault = (label: string, name: string, rawName: string, entry: Entry): string | undefined => {
  const path = pathFault(label, name) ?? pathFault(label, rawName);
  if (path !== undefined) return path;
  const mode = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (!plainModes.includes(mode)) return `${label} holds ${shownName(name)}, a link or device and no file.`;
  if ((entry.generalPurposeBitFlag & encryptedFlags) !== 0) return encrypted(label);
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    return `${label} holds ${shownName(name)}, packed by a method that cannot be checked (${entry.compressionMethod}).`;
  if (macroParts.test(name)) return `${label} holds macros.`;
  return undefined;
};

/** A fault in the file where yauzl finds one; what kept the bytes back is none and goes on as it is. */
export const reading = async <T>(label: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnreadableRange || error instanceof ContainerFault) throw error;
    const isEncrypted = error instanceof Error && error.message.startsWith('strong encryption');
    return refuseContainer(isEncrypted ? encrypted(label) : unreadable(label));
  }
};

/**
 * Every entry of a container by its directory, each looked at before any is opened.
 * @param before how many entries were listed before, of containers that this one lies in or beside
 * @throws {ContainerFault}
 */
export const listEntries = async (
  { label, read, size }: { readonly label: string; readonly read: ReadRange; readonly size: number },
  limits: ContainerLimits,
  before: number,
): Promise<Listing> => {
  const zip = await reading(label, () =>
    // The names are looked at here, as they are: yauzl would mend a backslash. Sizes are counted, not believed.
    fromRandomAccessReaderPromise(new RangeReader(read), size, {
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: false,
    }),
  );
  const tooMany = `${label} holds more than ${limits.entries.toLocaleString('en')} entries.`;
  if (zip.entryCount > limits.entries - before) return refuseContainer(tooMany);
  const entries: ListedEntry[] = [];
  const names = new Set<string>();
  await reading(label, async () => {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength > limits.headerBytes)
        refuseContainer(`${label} holds an entry whose header has more than ${limits.headerBytes} bytes.`);
      const { generalPurposeBitFlag: flags, fileNameRaw, extraFields } = entry;
      const name = getFileNameLowLevel(flags, fileNameRaw, extraFields, true);
      const fault = entryFault(label, name, getFileNameLowLevel(flags, fileNameRaw, [], true), entry);
      if (fault !== undefined) refuseContainer(fault);
      if (names.has(name)) refuseContainer(`${label} holds ${shownName(name)} twice.`);
      names.add(name);
      entries.push({ name, entry });
    }
  });
  if (!entries.some(({ name }) => !isFolder(name))) return refuseContainer(`${label} holds no file.`);
  const byOffset = (a: ListedEntry, b: ListedEntry) =>
    a.entry.relativeOffsetOfLocalHeader - b.entry.relativeOffsetOfLocalHeader;
  return { zip, entries: entries.toSorted(byOffset) };
};

/**
 * Where the content of an entry begins. What stands before it must say the same as the directory, and begin where the
 * entry before it has ended: else two programs see two different files, or one content is unpacked many times.
 * @throws {ContainerFault}
 */
export const contentStart = async (
  label: string,
  zip: ZipFile,
  { name, entry }: ListedEntry,
  endBefore: number,
): Promise<number> => {
  const local = await reading(label, () => zip.readLocalFileHeaderPromise(entry));
  const isSame =
    local.fileName.equals(entry.fileNameRaw) &&
    local.compressionMethod === entry.compressionMethod &&
    (local.generalPurposeBitFlag & encryptedFlags) === 0;
  if (!isSame) return refuseContainer(`${label} says two different things about ${shownName(name)}.`);
  if (entry.relativeOffsetOfLocalHeader < endBefore)
    return refuseContainer(`${label} holds ${shownName(name)}, which lies over another entry.`);
  return local.fileDataStart;
};
