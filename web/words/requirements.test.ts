import { expect, test } from 'vitest';
import { CLAUSES, CONTROLS } from '#domain/requirement/catalog.ts';
import { requirements as german } from './de/requirements.ts';
import { requirements as english } from './en/requirements.ts';

const all = [...Object.keys(CLAUSES), ...CONTROLS];

test.each(all)('%s has a title in German too', (id) => {
  expect(german.title(id)).toMatch(/^\p{Lu}/u);
  expect(german.title(id)).not.toBe(english.title(id));
});

test('lettered items have the title of their clause, and what the standard does not number has none', () => {
  expect(german.title('6.1.3 d')).toBe('Methode der Risikobehandlung');
  expect(german.title('A.8.13')).toBe('Datensicherungen');
  for (const id of ['A.8.35', 'A.9.1', '11', 'ac-6.1']) expect(german.title(id)).toBeUndefined();
  expect(new Set(all.map(german.title)).size).toBe(all.length);
});
