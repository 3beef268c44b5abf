import type { reviewMeans } from '#domain/finding/commands.ts';
import { wordsOf } from '#domain/words/index.ts';

/** Words for what the record says in codes. Pages of links speak English. */
export const {
  link: { purposes: purposeWords },
  stages: stageWords,
  evidence: evidenceWords,
  reasons: reasonWords,
} = wordsOf('en');

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
