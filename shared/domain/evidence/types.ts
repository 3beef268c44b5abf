/*
 * What may be uploaded. Without zod, so that the script of the upload page can hold a file against it before anything
 * is sent.
 */

/** What may be uploaded, and the file name endings that go with each type. */
export const evidenceTypes = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'text/plain': ['txt', 'log', 'md'],
  'text/csv': ['csv'],
  'application/json': ['json'],
  'message/rfc822': ['eml'],
  'application/zip': ['zip'],
} as const satisfies Record<string, readonly string[]>;
export type EvidenceType = keyof typeof evidenceTypes;
export const evidenceTypeNames = Object.keys(evidenceTypes) as [EvidenceType, ...EvidenceType[]];

/** Bytes of a file that is uploaded in one piece, at most. A larger one goes up in parts, where the policy allows it. */
export const maxPieceBytes = 100_000_000;
/** Bytes of any file, at most: what S3 copies in one request is 5 GiB. No policy goes beyond it. */
export const maxFileBytes = 5_000_000_000;

/** What follows the last dot of a file's name, in lower case; nothing where there is no dot. */
export const endingOf = (fileName: string): string => /\.([^.]*)$/.exec(fileName.toLowerCase())?.[1] ?? '';

/** The type that a file's ending goes with. */
export const typeByEnding = (fileName: string): EvidenceType | undefined =>
  evidenceTypeNames.find((type) => (evidenceTypes[type] as readonly string[]).includes(endingOf(fileName)));
