import type { EvidenceStatus } from '#domain/evidence/evidence.ts';
import type { reasonCodes, reviewMeans } from '#domain/finding/commands.ts';

/** Words for what the record says in codes. */
export const evidenceWords: Readonly<Record<EvidenceStatus, string>> = {
  uploading: 'not arrived yet',
  checking: 'being checked',
  held: 'held: the scanner gave no verdict',
  registered: 'received, checked and kept',
  quarantined: 'refused',
};

export const reasonWords: Readonly<Record<(typeof reasonCodes)[number], string>> = {
  'cause-not-addressed': 'The cause is not addressed',
  'evidence-insufficient': 'The evidence is not sufficient',
  'evidence-unrelated': 'The evidence is about something else',
  'scope-incomplete': 'The scope is incomplete',
  'not-implemented': 'It is not implemented',
  'not-effective': 'It is not effective',
  other: 'Another reason',
};

export const meansWords: Readonly<Record<(typeof reviewMeans)[number], string>> = {
  documents: 'By the documents',
  'limited-visit': 'By a limited visit',
  'full-audit': 'By a full audit',
};

export const gradeWords = {
  major: 'Major nonconformity',
  minor: 'Minor nonconformity',
  ofi: 'Opportunity for improvement',
} as const;

export const outcomeWords = {
  incomplete: 'incomplete',
  'not-confirmed': 'not confirmed',
  returned: 'returned',
  accepted: 'accepted',
} as const;

const units = ['bytes', 'kB', 'MB', 'GB'];

/** `1234567` is `1.2 MB`. */
export const sizeWords = (bytes: number): string => {
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  const amount = bytes / 1000 ** power;
  return `${power === 0 || amount >= 100 ? Math.round(amount) : Number(amount.toFixed(1))} ${units[power]}`;
};
