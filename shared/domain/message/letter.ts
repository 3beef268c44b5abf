import type { Language } from '../people/preferences.ts';

/** A part of a letter. Texts are plain: whoever writes it out escapes them. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** What a person wrote, told apart from what Redress says. Lines stay lines. */
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Names and values, one below the other. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [name: string, value: string])[] }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

/** What is written to somebody, before it is text or HTML: both are made from it, so that they say the same. */
export interface Letter {
  readonly language: Language;
  /** One line. */
  readonly subject: string;
  readonly blocks: readonly Block[];
}

/** What every letter knows besides what it is about. */
export interface LetterSetting {
  readonly language: Language;
  readonly organization: string;
  /** Where people reach Redress, without a slash at its end. */
  readonly baseUrl: string;
}
