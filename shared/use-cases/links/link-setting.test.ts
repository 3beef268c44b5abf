import { expect, test } from 'vitest';
import type { Person } from '#domain/people/person.ts';
import { readerOf } from './link-setting.ts';

const person = (email: string, preferences?: Person['preferences']): Person => ({
  email,
  name: 'Somebody',
  roles: [],
  ...(preferences && { preferences }),
});
const known = [person('anna@example.org', { language: 'en' }), person('bea@example.org')];
const store = {
  people: { get: async (email: string) => known.find((each) => each.email === email) },
  organization: 'Muster AG',
  baseUrl: 'https://redress.example.org',
  language: 'de',
} as const;

test.each([
  ['who chose a language, in that', 'anna@example.org', 'en'],
  ['who chose none, in the organization’s', 'bea@example.org', 'de'],
  ['who has no account, in the organization’s', 'otto@supplier.example', 'de'],
])('the holder of a link is written to: %s', async (_who, email, language) => {
  expect(await readerOf(store, { email })).toEqual({
    language,
    organization: 'Muster AG',
    baseUrl: 'https://redress.example.org',
  });
});
