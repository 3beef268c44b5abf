import components from '@cloudscape-design/components/i18n/messages/all.en';
import { en } from './en.ts';
import type { Tongue } from './languages.ts';

/** All that is said in English. */
export const english: Tongue = { language: 'en', words: en, components, sentence: (sentence) => sentence };
