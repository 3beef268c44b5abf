import type { I18nProviderProps } from '@cloudscape-design/components/i18n';
import type { Language } from '#domain/people/preferences.ts';
import { keepText } from '../drafts/keep-text.ts';
import type { Words } from './en.ts';

/** A language with all that is said in it. */
export interface Tongue {
  readonly language: Language;
  readonly words: Words;
  /** What Cloudscape's components say of themselves. */
  readonly components: I18nProviderProps.Messages;
  /** A sentence that the API made, in English, in this language. */
  readonly sentence: (english: string) => string;
}

/** Each is a file of its own: only the one that is spoken comes over the wire. */
const tongues: Record<Language, () => Promise<Tongue>> = {
  en: async () => (await import('./english.ts')).english,
  de: async () => (await import('./german.ts')).german,
};

export const tongueOf = (language: Language): Promise<Tongue> => tongues[language]();

const remembered = 'redress-language';
const isLanguage = (text: string | null): text is Language => text !== null && Object.hasOwn(tongues, text);

/**
 * The language spoken here last, or else the organization's. Who has chosen another is known only after signing in: the
 * pages would be seen in one language first, and then in the other.
 */
export const firstLanguage = (organization: Language): Language => {
  const last = window.localStorage.getItem(remembered);
  return isLanguage(last) ? last : organization;
};

export const remember = (language: Language): void => void keepText(remembered, language);
