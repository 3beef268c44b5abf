import type { Words } from '../en.ts';

export const pages: Words['pages'] = {
  myWork: 'Meine Aufgaben',
  register: 'Register',
  audits: 'Audits',
  preferences: 'Einstellungen',
  people: 'Personen',
  policy: 'Regelwerk',
  webhooks: 'Webhooks',
  suppressions: 'Gesperrte Adressen',
  start: 'Erste Schritte',
  settings: 'Verwaltung',
};
