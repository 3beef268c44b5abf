import type { PackJob } from '../domain/pack/job.ts';
import type { DownloadGrant, DownloadTerms, FileOwner } from './evidence.ts';

export interface PackJobs {
  add(job: PackJob): Promise<void>;
  get(owner: FileOwner, id: string): Promise<PackJob | undefined>;
  /** Newest first. */
  of(owner: FileOwner): Promise<readonly PackJob[]>;
  /** Writes the job whole, on condition that its version is one more than the stored one's. `stale`: nothing written. */
  change(job: PackJob): Promise<'done' | 'stale'>;
}

/** Where packs lie until they expire. Faults throw `PackFault`. */
export interface PackFiles {
  /** Takes a pack as it is made, piece by piece: nothing is there under the key before the last piece. */
  write(key: string, content: AsyncIterable<Uint8Array>): Promise<void>;
  grantDownload(terms: Omit<DownloadTerms, 'versionId'>): Promise<DownloadGrant>;
}

/** One file of a pack. Its content is asked for once, when its turn comes. */
export interface PackEntry {
  readonly path: string;
  readonly content: () => AsyncIterable<Uint8Array>;
}

/**
 * Puts files into one ZIP, uncompressed and in their order, piece by piece. Its bytes follow from the paths and contents
 * alone: not from the day, the time zone or the machine. Whatever a content throws is thrown on.
 */
export type Zip = (entries: Iterable<PackEntry>) => AsyncIterable<Uint8Array>;

export class PackFault extends Error {
  override readonly name = 'PackFault';
}
