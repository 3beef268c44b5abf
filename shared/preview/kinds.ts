import type { EvidenceType } from '#domain/evidence/types.ts';

/** How a file is shown. */
export type PreviewKind = 'pdf' | 'picture' | 'text';

const kinds: Readonly<Record<EvidenceType, PreviewKind | undefined>> = {
  'application/pdf': 'pdf',
  'image/png': 'picture',
  'image/jpeg': 'picture',
  'text/plain': 'text',
  'text/csv': 'text',
  'application/json': 'text',
  'message/rfc822': 'text',
  'application/zip': undefined,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': undefined,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': undefined,
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': undefined,
};

/** How a file of this media type is shown; `undefined`: it is downloaded. */
export const previewKindOf = (type: string): PreviewKind | undefined =>
  new Map<string, PreviewKind | undefined>(Object.entries(kinds)).get(type);

/** Bytes of a file that is shown, at most: all of it is held in memory, and its hash computed. */
export const mostPreviewBytes = 30_000_000;

/** What files of these types begin with. */
const beginnings: Readonly<Record<string, readonly number[]>> = {
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
};

/** Whether a file begins as its type does. Any bytes may be text. */
export const beginsAs = (type: string, bytes: Uint8Array): boolean =>
  (beginnings[type] ?? []).every((byte, at) => bytes[at] === byte);
