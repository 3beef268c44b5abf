import components from '@cloudscape-design/components/i18n/messages/all.de';
import { germanOf } from '#domain/words/sentences/german/index.ts';
import { de } from './de.ts';
import type { Tongue } from './languages.ts';

/** All that is said in German. */
export const german: Tongue = {
  language: 'de',
  words: de,
  components,
  sentence: (sentence) => germanOf(sentence) ?? sentence,
};
