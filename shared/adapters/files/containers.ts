import type { EvidenceType } from '#domain/evidence/evidence.ts';
import type { FaultInContainer, ReadRange } from '#ports/evidence.ts';
import { type Inflated, inflateEntry } from './container-content.ts';
import { contentStart, contentTypesName, isDocument, type ListedEntry, listEntries } from './container-entries.ts';
import { ContainerFault, refuseContainer, shownName } from './container-fault.ts';
import { type ContainerLimits, containerLimits } from './container-limits.ts';
import { inBlocks, UnreadableRange } from './ranges.ts';
import { openSpool, type Spool } from './spool.ts';

/** The main part of each kind of Office document; Word numbers its own now and then. */
const mainParts: Partial<Record<EvidenceType, RegExp>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': /^word\/document\d*\.xml$/i,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': /^xl\/workbook\d*\.xml$/i,
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': /^ppt\/presentation\d*\.xml$/i,
};

/** How deep in other containers one lies. */
interface Depth {
  readonly zips: number;
  readonly documents: number;
}

interface Container {
  /** How a sentence about it begins. */
  readonly label: string;
  readonly read: ReadRange;
  readonly size: number;
  /** What it lies in. */
  readonly within: Depth;
  /** What it must be; left out for one that lies in another. */
  readonly type?: EvidenceType;
}

/** What was opened so far, of a file and all containers in it. */
interface Progress extends Inflated {
  entries: number;
}

const zipSignatures: readonly string[] = ['PK\x03\x04', 'PK\x05\x06'];

/** What an entry turned out to hold, where that matters further on. */
interface Held {
  readonly container: Spool | undefined;
  readonly contentTypes: string;
}

const holdEntry = async (
  label: string,
  from: { read: ReadRange; start: number; listed: ListedEntry },
  progress: Progress,
): Promise<Held> => {
  const { name } = from.listed;
  const { nestedBytes, contentTypesBytes } = progress.limits;
  const isContentTypes = name.toLowerCase() === contentTypesName;
  let head = Buffer.alloc(0);
  let container: Spool | undefined;
  const put = async (spool: Spool, chunk: Buffer): Promise<void> => {
    if (spool.size + chunk.byteLength > nestedBytes)
      refuseContainer(`${label} holds ${shownName(name)}, a ZIP of more than ${nestedBytes / 1e6} MB.`);
    await spool.write(chunk);
  };
  try {
    await inflateEntry(label, from, progress, async (chunk) => {
      if (container) return put(container, chunk);
      // Only the beginning tells whether it is a container; of all but one entry the rest is counted and let go.
      if (head.byteLength >= 4 && !isContentTypes) return;
      head = Buffer.concat([head, chunk]);
      if (isContentTypes && head.byteLength > contentTypesBytes)
        refuseContainer(`${label} holds ${shownName(name)} of more than ${contentTypesBytes / 1e6} MB.`);
      if (isContentTypes || !zipSignatures.includes(head.toString('latin1', 0, 4))) return;
      container = await openSpool();
      await put(container, head);
    });
  } catch (error) {
    await container?.remove();
    throw error;
  }
  // XML may be UTF-16 too; without its zeros that reads the same.
  return { container, contentTypes: isContentTypes ? head.toString('latin1').replaceAll('\0', '') : '' };
};

/** How deep its own entries lie. */
const depthIn = ({ within: { zips, documents } }: Container, entries: readonly ListedEntry[]): Depth =>
  isDocument(entries) ? { zips, documents: documents + 1 } : { zips: zips + 1, documents };

const checkMainPart = (label: string, type: EvidenceType | undefined, entries: readonly ListedEntry[]): void => {
  const mainPart = type && mainParts[type];
  if (mainPart && !(isDocument(entries) && entries.some(({ name }) => mainPart.test(name))))
    refuseContainer(`${label} is no Office document of its kind: its main part is missing.`);
};

const macroTypes = /vbaProject|macroEnabled/i;

const openContainer = async (container: Container, progress: Progress): Promise<void> => {
  const { label, read, type } = container;
  const { zip, entries } = await listEntries(container, progress.limits, progress.entries);
  progress.entries += entries.length;
  const depth = depthIn(container, entries);
  if (depth.zips > progress.limits.zipDepth || depth.documents > progress.limits.documentDepth)
    refuseContainer(`${label} is packed too deep: a container within a container is opened, and no further.`);
  checkMainPart(label, type, entries);
  let end = 0;
  for (const listed of entries) {
    const { name, entry } = listed;
    const start = await contentStart(label, zip, listed, end);
    end = start + entry.compressedSize;
    if (entry.compressedSize === 0 && entry.uncompressedSize === 0) continue;
    const held = await holdEntry(label, { read, start, listed }, progress);
    if (macroTypes.test(held.contentTypes)) refuseContainer(`${label} holds macros.`);
    if (!held.container) continue;
    try {
      const inner = { label: `${shownName(name)} in the file`, read: held.container.read, size: held.container.size };
      await openContainer({ ...inner, within: depth }, progress);
    } finally {
      await held.container.remove();
    }
  }
};

/**
 * Opens a container with all that lies in it: by yauzl where things are, by zlib what they hold. What it says of itself
 * is not believed; every entry is inflated and counted, and the work ends at the first limit.
 * @throws whatever `read` throws, and when there is no room for temporary files
 */
export const faultWithin =
  (limits: ContainerLimits): FaultInContainer =>
  async (read, size, type) => {
    const within = { zips: 0, documents: 0 };
    try {
      const whole = { label: 'The file', read: inBlocks(read, size), size, within, type };
      await openContainer(whole, { limits, packed: size, bytes: 0, entries: 0 });
      return undefined;
    } catch (error) {
      if (error instanceof ContainerFault) return error.message;
      throw error instanceof UnreadableRange ? (error.cause ?? error) : error;
    }
  };

export const faultInContainer: FaultInContainer = faultWithin(containerLimits);
