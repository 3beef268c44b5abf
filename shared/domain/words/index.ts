import type { Language } from '../people/preferences.ts';
import { de } from './de.ts';
import { en, type Words } from './en.ts';

export type { Words } from './en.ts';

const catalogues: Record<Language, Words> = { en, de };

/** The words of a language: every text that Redress writes to people. Another language is one more catalogue. */
export const wordsOf = (language: Language): Words => catalogues[language];
