import type { Words } from '../en.ts';

export const print: Words['print'] = {
  open: 'Drucken',
  press: 'Drucken',
  back: 'Zurück zur Feststellung',
  asOf: (at) => `Stand: ${at}`,
  stages: 'Stufen',
  due: 'Fällig',
  round: 'Runde',
  outcome: 'Ergebnis',
  outcomes: {
    incomplete: 'Unvollständig',
    'not-confirmed': 'Nicht bestätigt',
    returned: 'Zurückgegeben',
    accepted: 'Angenommen',
  },
  present: 'Ergebnis steht aus',
  handedIn: 'Eingereicht',
  handedInBy: (by, on) => `${by}, ${on}`,
  noRounds: 'Es wurde noch nichts eingereicht.',
  file: 'Datei',
  size: 'Größe',
  decisions: 'Entscheidungen',
  noDecisions: 'Es wurde noch nichts entschieden.',
  end: (events, hash) => `${events} Ereignisse; SHA-256 des letzten: ${hash}`,
};
