import type { Language } from '../../people/preferences.ts';
import { germanOf } from './german/index.ts';

const inOther: Record<Exclude<Language, 'en'>, (sentence: string) => string | undefined> = { de: germanOf };

/**
 * A sentence that Redress made in English (why something was refused, is missing, or moved), in a language. What the
 * catalogue does not have stays English: a person's own words do.
 */
export const inLanguage = (sentence: string, language: Language): string =>
  language === 'en' ? sentence : (inOther[language](sentence) ?? sentence);
