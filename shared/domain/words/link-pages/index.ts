import type { Language } from '../../people/preferences.ts';
import { linkPagesDe } from './de.ts';
import { type LinkPageWords, linkPagesEn } from './en.ts';

export type { LinkPageWords } from './en.ts';
export type { PreviewWords } from './preview-en.ts';
export type { LinkScriptWords } from './script-en.ts';

const catalogues: Record<Language, LinkPageWords> = { en: linkPagesEn, de: linkPagesDe };

/** What the pages of links say in a language. One function shows them, so they are no part of what the others load. */
export const linkPageWordsOf = (language: Language): LinkPageWords => catalogues[language];
