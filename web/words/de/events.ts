import { labels } from '#domain/words/capitalized.ts';
import * as terms from '#domain/words/de-terms.ts';
import type { Words } from '../en.ts';

export const events: Words['events'] = { ...labels(terms.happened), issued: 'Angelegt' };
