import { expect, test } from 'vitest';
import { webSettingsOf } from './web-settings.ts';

const config = { organization: { name: 'Example Ltd', timeZone: 'Europe/Zurich' }, language: 'de' } as const;
const issuer = {
  url: 'https://login.example.org',
  audience: ['redress', 'other'],
  clientId: 'redress',
  origins: ['https://login.example.org'],
};
const told = {
  api: '/api',
  issuer: 'https://login.example.org',
  clientId: 'redress',
  organization: 'Example Ltd',
  timeZone: 'Europe/Zurich',
  language: 'de',
};

test('the application is told where its API and its sign-in are, and whose it is', () => {
  expect(webSettingsOf(config, issuer)).toEqual(told);
});

test('the application is told where signing out ends where the issuer does not say so itself', () => {
  const signOut = 'https://people.example.org/logout?client_id=redress';
  expect(webSettingsOf(config, { ...issuer, signOut })).toEqual({ ...told, signOut });
});
