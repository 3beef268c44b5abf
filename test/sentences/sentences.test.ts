import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { caps, dueSteps, origins } from '#domain/words/sentences/german/due-steps.ts';
import { german } from '#domain/words/sentences/german/index.ts';
import { schema } from '#domain/words/sentences/german/schema.ts';
import { madeSentences } from './made-sentences.ts';

const made = madeSentences();
const pieces = { ...origins, ...caps, ...dueSteps };
const all = Object.entries({ ...german, ...pieces });

/** With every place alike. */
const bare = (template: string): string => template.replaceAll(/\{[a-z]+\d?\}/g, '{}');
const placesIn = (template: string): readonly string[] =>
  [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

/** Of these the finder sees what they are put together of, and not that they are. */
const composed = new Set(['{}: {}']);
/** Goes into the record as the report's own text, and is none of ours from then on. */
const ofTheReport = new Set(['Collected {}.']);

test('the finder finds', () => {
  const templates = made.map(({ template }) => template);
  expect(made.length).toBeGreaterThan(350);
  // By property, by its looks, in one of two ways, of a table, by pieces.
  for (const template of [
    'There is no such audit.',
    'Add a due date to action {}.',
    'This is not the code. One try is left.',
    'GuardDuty was not allowed to read this file',
    'passing over {}',
  ])
    expect(templates).toContain(template);
});

test('every sentence that the sources make has its German', () => {
  const translated = new Set(all.map(([english]) => bare(english)));
  const lacking = made.filter(({ template }) => !translated.has(template) && !ofTheReport.has(template));
  expect(lacking.map(({ template, where }) => `${where} ${template}`)).toEqual([]);
});

test('no part of the catalogue says again what another says', async () => {
  const folder = new URL('../../shared/domain/words/sentences/german/', import.meta.url);
  const parts = readdirSync(folder).filter((name) => !['index.ts', 'places.ts', 'due-steps.ts'].includes(name));
  const modules: object[] = await Promise.all(parts.map((name) => import(new URL(name, folder).href)));
  const keys = modules.flatMap((module) => Object.values(module)).flatMap((part: object) => Object.keys(part));
  expect(keys.length).toBeGreaterThan(300);
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
});

test('the German of a sentence that nothing makes any more is taken out', () => {
  const templates = new Set([...composed, ...made.map(({ template }) => template)]);
  const dead = all.map(([english]) => english).filter((each) => !(each in schema) && !templates.has(bare(each)));
  expect(dead).toEqual([]);
});

test.each(all)('%s', (english, said) => {
  const places = placesIn(english);
  expect(new Set(places).size).toBe(places.length);
  // Each place is a name of a kind; what the German names, the English has, and nothing but what it has twice is dropped.
  for (const name of places) expect(name).toMatch(/^[a-z]+\d?$/);
  expect(new Set(placesIn(said))).toEqual(new Set(places.filter((name) => placesIn(said).includes(name))));
  const isAllPlaces = bare(english).replaceAll('{}', '').length < 3;
  if (!isAllPlaces && english !== '{span} from {origin}, {day}') expect(said).not.toBe(english);
  expect(said.trim()).not.toBe('');
  expect(said).not.toMatch(/\b(the|is|you|not|are|with|this|which)\b/);
});
