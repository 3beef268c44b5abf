import type { PreviewWords } from '#domain/words/link-pages/index.ts';
import { beginsAs, mostPreviewBytes } from './kinds.ts';

/** Why a file is not shown. */
export type WhyNot = keyof PreviewWords['failures'];

export class NotShown extends Error {
  override readonly name = 'NotShown';
  readonly why: WhyNot;
  constructor(why: WhyNot) {
    super(why);
    this.why = why;
  }
}

/** A file as its record has it. */
export interface Recorded {
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

const hashOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

const fetched = async (address: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> => {
  try {
    const response = await fetch(address, {
      signal,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
  } catch (failure) {
    if (signal.aborted) throw failure;
  }
  throw new NotShown('unreachable');
};

/** @throws {NotShown} where these are not the bytes of the record, or not of its type */
export const heldAgainst = async ({ type, size, sha256 }: Recorded, bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
  if (bytes.length !== size || (await hashOf(bytes)) !== sha256) throw new NotShown('differs-from-record');
  if (!beginsAs(type, bytes)) throw new NotShown('not-its-type');
};

/**
 * Fetches a file, and holds it against its record: what is shown is what was handed in.
 * @param addressOf asks for the address; that puts the download on the record, so it is asked for last
 * @throws {NotShown}
 */
export const fetchChecked = async (
  record: Recorded,
  addressOf: () => Promise<string>,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> => {
  if (record.size > mostPreviewBytes) throw new NotShown('too-large');
  const bytes = await fetched(await addressOf(), signal);
  await heldAgainst(record, bytes);
  return bytes;
};
