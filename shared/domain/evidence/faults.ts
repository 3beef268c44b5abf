import type { EvidenceRecord, EvidenceType } from './evidence.ts';
import { isUtf16 } from './utf-16.ts';

/** Types whose bytes carry no signature: any text may be one of these, and nothing with a signature may. */
const signatureless: readonly EvidenceType[] = ['text/plain', 'text/csv', 'application/json', 'message/rfc822'];

/** Types that are ZIP containers: a file that holds files, each to be looked at within limits. */
const containers: readonly EvidenceType[] = [
  'application/zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
];
export const isContainer = (type: EvidenceType): boolean => containers.includes(type);

/** What a store tells of a file that arrived. `sha256`, lower-case hex, only where the store computed it. */
export interface Arrived {
  readonly size: number;
  readonly type: string;
  readonly sha256?: string | undefined;
}

export const hashDiffers = 'The SHA-256 of the file is not the one declared.';

/** What is wrong with a file that arrived by what the store tells of it; `undefined`: as far as that goes, nothing. */
export const faultInArrived = (
  declared: Pick<EvidenceRecord, 'size' | 'type' | 'sha256'>,
  { size, type, sha256 }: Arrived,
): string | undefined => {
  if (size !== declared.size) return `${declared.size} bytes were declared, ${size} arrived.`;
  if (sha256 !== undefined && sha256 !== declared.sha256) return hashDiffers;
  return type === declared.type ? undefined : `${declared.type} was declared, ${type} arrived.`;
};

/** Bytes of a file's beginning that show its type: every signature in use, and the first entries of an Office file. */
export const headBytes = 8192;

/** Media type of what begins as a ZIP and says no more of itself in its first bytes. */
const zip = 'application/zip';

/**
 * What is wrong with a file by its beginning.
 * @param real the media type that the bytes show, where they show one
 */
export const faultInHead = (
  { fileName, type }: Pick<EvidenceRecord, 'fileName' | 'type'>,
  head: Uint8Array,
  real: string | undefined,
): string | undefined => {
  const isRight = signatureless.includes(type)
    ? // The mark that UTF-16 begins with looks like the beginning of sound to who knows signatures alone.
      isUtf16(head) || (real === undefined && !head.includes(0))
    : // An Office file whose parts come in another order shows itself when it is opened.
      real === type || (real === zip && containers.includes(type));
  const otherwise = signatureless.includes(type) ? 'binary data' : 'something else';
  return isRight ? undefined : `${fileName} is declared as ${type} but holds ${real ?? otherwise}.`;
};
