import type { EvidenceRecord, EvidenceStatus, EvidenceType } from '../domain/evidence/evidence.ts';
import type { Settlement, Verdict } from '../domain/evidence/settlement.ts';

export type { Settlement, Verdict } from '../domain/evidence/settlement.ts';

/** What a file belongs to. */
export type FileOwner = Pick<EvidenceRecord, 'kind' | 'aggregate'>;

/** The file records of a finding's evidence, or of an audit's reports. */
export interface EvidenceRecords {
  /** @throws when the id is taken: ids are random. */
  add(record: EvidenceRecord): Promise<void>;
  get(owner: FileOwner, id: string): Promise<EvidenceRecord | undefined>;
  of(owner: FileOwner): Promise<readonly EvidenceRecord[]>;
  /** Goes on as `evidenceTransitions` allows. `settled`: it could not go there from where it was; nothing was changed. */
  settle(owner: FileOwner, id: string, settlement: Settlement): Promise<'done' | 'settled'>;
  /** Puts down that this outcome is on the bus. */
  markAnnounced(owner: FileOwner, id: string, status: EvidenceStatus): Promise<void>;
}

/** What an upload must be, to the byte; anything else is refused by the store itself. */
export interface UploadTerms {
  readonly key: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly expiresInSeconds: number;
  /** Where the store sends the browser once it has the file; left out: nowhere. */
  readonly returnTo?: string | undefined;
}

/** A form POST (`multipart/form-data`): all `fields` first, then the file as the field `file`. */
export interface UploadGrant {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Instant in UTC. */
  readonly expiresAt: string;
}

/** One part of an upload in parts. Parts are numbered from 1; all but the last have the same size. */
export interface PartTerms {
  readonly key: string;
  /** The intake's name for the upload, as `beginParts` gave it. */
  readonly parts: string;
  readonly number: number;
  readonly size: number;
  /** Of this part, lower-case hex. */
  readonly sha256: string;
  readonly expiresInSeconds: number;
}

/** A PUT of the part's bytes, with these headers and, as every client sends by itself, `Content-Length`. */
export interface PartGrant {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly expiresAt: string;
}

export interface StoredPart {
  readonly number: number;
  readonly size: number;
  readonly sha256: string;
}

/** A file in the intake. `version` names these very bytes: whatever is put under the key later is another version. */
export interface StoredFile {
  readonly size: number;
  readonly type: string;
  /** Lower-case hex, as the store computed it. Absent for a file that came in parts: then it is computed by reading. */
  readonly sha256?: string | undefined;
  readonly version: string;
}

/** Names one version of a file in the intake. */
export interface IntakeFile {
  readonly key: string;
  readonly version: string;
}

/** The intake of uploaded files. Nothing is ever served from it. Faults throw `IntakeFault`. */
export interface IntakeFiles {
  grantUpload(terms: UploadTerms): Promise<UploadGrant>;
  /** Begins an upload in parts of a file of this type; the answer names it. */
  beginParts(file: { readonly key: string; readonly type: string }): Promise<string>;
  grantPart(terms: PartTerms): Promise<PartGrant>;
  /** The parts that have arrived, by their numbers: what a broken upload need not send again. None once it is complete. */
  partsOf(key: string, parts: string): Promise<readonly StoredPart[]>;
  /**
   * Makes one file of the parts. Repeated, it does nothing twice.
   * @throws {IntakeFault} when no part has arrived, or one between the first and the last has not: who completes looks
   * at `partsOf` before
   */
  completeParts(key: string, parts: string): Promise<void>;
  look(key: string): Promise<StoredFile | undefined>;
  /** `bytes` of the file from `from` on; to its end where `bytes` is left out. */
  read(file: IntakeFile, from: number, bytes?: number): Promise<Uint8Array>;
  /** The whole file, piece by piece. */
  stream(file: IntakeFile): AsyncIterable<Uint8Array>;
}

/** The store of uploaded files failed, or does not keep what was agreed. */
export class IntakeFault extends Error {
  override readonly name = 'IntakeFault';
}

/** What is kept and how. */
export interface Keeping {
  readonly from: IntakeFile;
  readonly to: string;
  readonly type: string;
  readonly size: number;
  /** Lower-case hex. The copy is held against it. */
  readonly sha256: string;
  /** Instant in UTC until which the version can be neither altered nor deleted. */
  readonly retainUntil: string;
  /** Legal hold: kept beyond `retainUntil`, until it is taken off. */
  readonly hold: boolean;
}

export interface DownloadTerms {
  readonly key: string;
  readonly versionId: string;
  readonly fileName: string;
  readonly type: string;
  readonly expiresInSeconds: number;
}

/** An address that serves one version of one file as an attachment, for a short time. */
export interface DownloadGrant {
  readonly url: string;
  readonly expiresAt: string;
}

/** The vault: clean files, each under object lock. Faults throw `VaultFault`. */
export interface VaultFiles {
  /**
   * Copies from the intake. Repeated for the same key and hash, it answers with the version that is there, retained at
   * least as long and on hold as the repetition says.
   */
  keep(keeping: Keeping): Promise<{ readonly versionId: string }>;
  /** Puts the legal hold on or takes it off. */
  setHold(key: string, versionId: string, hold: boolean): Promise<void>;
  /** The first `bytes` of a version, or all of it. */
  read(key: string, versionId: string, bytes?: number): Promise<Uint8Array>;
  stream(key: string, versionId: string): AsyncIterable<Uint8Array>;
  grantDownload(terms: DownloadTerms): Promise<DownloadGrant>;
}

/** The vault failed, or does not keep what was agreed. */
export class VaultFault extends Error {
  override readonly name = 'VaultFault';
}

/** @throws {ScannerFault} when the scanner cannot be reached: the file waits and is scanned later */
export type Scanner = (file: IntakeFile & { readonly size: number }) => Promise<Verdict>;

export class ScannerFault extends Error {
  override readonly name = 'ScannerFault';
}

/**
 * The media type that a file's bytes show, or `undefined` where they show none (text has no signature).
 * Zipped office formats are told from plain ZIP by their entries: give at least the first 4,100 bytes.
 */
export type RealType = (bytes: Uint8Array) => Promise<string | undefined>;

/** Reads any part of a file: `length` bytes from `start` on. */
export type ReadRange = (start: number, length: number) => Promise<Uint8Array>;

/**
 * Opens a ZIP container (a ZIP file or an Office document) within limits. The answer says in a sentence what is wrong
 * with it (too many entries, blown up, nested too deep, a path that leads out of it, a symbolic link), or is `undefined`.
 */
export type FaultInContainer = (read: ReadRange, size: number, type: EvidenceType) => Promise<string | undefined>;
