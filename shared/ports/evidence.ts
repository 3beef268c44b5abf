import type { EvidenceRecord } from '../domain/evidence/evidence.ts';

/** What a file belongs to. */
export type FileOwner = Pick<EvidenceRecord, 'kind' | 'aggregate'>;

/** The file records of a finding's evidence, or of an audit's reports. */
export interface EvidenceRecords {
  /** @throws when the id is taken: ids are random. */
  add(record: EvidenceRecord): Promise<void>;
  get(owner: FileOwner, id: string): Promise<EvidenceRecord | undefined>;
  of(owner: FileOwner): Promise<readonly EvidenceRecord[]>;
  /** From `uploading` to `registered` or `refused`, once. `settled`: it was settled before; nothing was changed. */
  settle(
    owner: FileOwner,
    id: string,
    outcome: { status: 'registered' } | { status: 'refused'; reason: string },
  ): Promise<'done' | 'settled'>;
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
}

/** A form POST (`multipart/form-data`): all `fields` first, then the file as the field `file`. */
export interface UploadGrant {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Instant in UTC. */
  readonly expiresAt: string;
}

export interface StoredFile {
  readonly size: number;
  readonly type: string;
  /** Lower-case hex, as the store computed it. */
  readonly sha256: string;
}

/** The intake of uploaded files. Nothing is ever served from it. Faults throw `IntakeFault`. */
export interface IntakeFiles {
  grantUpload(terms: UploadTerms): Promise<UploadGrant>;
  look(key: string): Promise<StoredFile | undefined>;
  /** The first `bytes` of the file, or all of it where `bytes` is left out. */
  read(key: string, bytes?: number): Promise<Uint8Array>;
}

/** The store of uploaded files failed, or does not keep what was agreed. */
export class IntakeFault extends Error {
  override readonly name = 'IntakeFault';
}

/**
 * The media type that a file's bytes show, or `undefined` where they show none (text has no signature).
 * Zipped office formats are told from plain ZIP by their entries: give at least the first 4,100 bytes.
 */
export type RealType = (bytes: Uint8Array) => Promise<string | undefined>;
