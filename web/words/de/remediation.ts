import type { Words } from '../en.ts';

export const remediation: Words['remediation'] = {
  action: (label) => `Maßnahme ${label}`,
  doneOn: 'Umgesetzt am',
  doneBy: 'Umgesetzt durch',
  cause: (label) => `Ursache ${label}`,
  removed: 'Woran zu erkennen ist, dass sie beseitigt ist',
  effectiveness: 'Wirksamkeitsprüfung',
  effectivenessHint: 'Ob es gewirkt hat: nach einiger Zeit geprüft, von jemandem, der es beurteilen kann.',
  criterion: 'Kriterium',
  method: 'Methode',
  sample: 'Stichprobe oder Beobachtungszeitraum',
  result: 'Ergebnis',
  by: 'Durch wen',
  ismsChanges: 'Vorgenommene Änderungen am ISMS, oder dass es keine gibt',
};
