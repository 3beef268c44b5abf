import type { Page } from 'playwright-core';
import { CLAUSES } from '#domain/requirement/catalog.ts';
import { de } from '#web/words/de.ts';
import { en } from '#web/words/en.ts';

type Catalogue = { readonly [key: string]: unknown };
const isCatalogue = (value: unknown): value is Catalogue => typeof value === 'object' && value !== null;

const textsIn = (words: unknown): readonly string[] => {
  if (typeof words === 'string') return [words];
  return isCatalogue(words) ? Object.values(words).flatMap(textsIn) : [];
};

const keysIn = (words: unknown): readonly string[] =>
  isCatalogue(words) ? Object.entries(words).flatMap(([key, value]) => [key, ...keysIn(value)]) : [];

/** Words for machines, such as `in-review` and `requestExtension`; what is one plain word could be meant for people. */
const codes = [...new Set(keysIn(en))].filter((key) => /^[a-z]+[A-Z-]/.test(key) && !texts().has(key.toLowerCase()));

/** What people are told in any language, in lower case: `5-whys` may stand in a sentence if some text says it so. */
function texts(): ReadonlySet<string> {
  return new Set([...textsIn(en), ...textsIn(de)].map((text) => text.toLowerCase()));
}

/** What the catalogue says in English and nowhere in German. The titles of the standard's clauses are quoted as they are. */
const german = new Set([...textsIn(de), ...textsIn(CLAUSES)]);
const englishOnly = new Set(textsIn(en).filter((text) => text.length > 2 && !german.has(text)));

/** Every text that people read, or have read out to them. */
const shown = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (parentElement && !parentElement.closest('script, style, pre, code')) found.push(textContent);
    }
    for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
      for (const element of document.querySelectorAll('[' + name + ']')) found.push(element.getAttribute(name));
    return [...new Set(found.map((text) => text.trim()).filter((text) => text !== ''))];
  })()`);

const nonsense = /\bundefined\b|\bNaN\b|\[object |Invalid Date|\bnull\b|\{\w+\}/;
const holds = (text: string, code: string): boolean => new RegExp(`(?<![\\w@./-])${code}(?![\\w@./-])`).test(text);

/** Texts on the page that nobody wrote for people: codes, gaps, and English on a page in German. */
export const untranslatedOn = async (page: Page, language: 'en' | 'de'): Promise<readonly string[]> =>
  (await shown(page)).filter(
    (text) =>
      nonsense.test(text) || codes.some((code) => holds(text, code)) || (language === 'de' && englishOnly.has(text)),
  );
