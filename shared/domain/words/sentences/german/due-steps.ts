import type { Catalogue } from '../translator.ts';

/*
 * How a due date came about, step by step: pieces of the sentence "New clock: …". Apart from the sentences, because some
 * have hardly a word of their own: a text that Redress did not make could be taken for one.
 */

export const origins: Catalogue = {
  'the day the report was received': 'dem Tag, an dem der Bericht einging',
  'the day the report was issued': 'dem Tag, an dem der Bericht ausgestellt wurde',
  'the close of the audit': 'dem Abschluss des Audits',
  'the last day of the audit': 'dem letzten Tag des Audits',
  'the regrade': 'der Umstufung',
  'the reopening': 'der Wiedereröffnung',
  'the day the submission reached the certification body':
    'dem Tag, an dem das Eingereichte bei der Zertifizierungsstelle einging',
};

export const caps: Catalogue = {
  'six months from the last day of stage 2': 'sechs Monate nach dem letzten Tag der Stufe 2',
  'the day the certificate expires': 'Ablauf des Zertifikats',
};

export const dueSteps: Catalogue = {
  'passing over {days}': 'ohne {days}',
  'the first day of the next audit': 'der erste Tag des nächsten Audits',
  'no next audit is scheduled: {span} from {origin}, {day}':
    'kein nächstes Audit ist angesetzt: {span} ab {origin}, {day}',
  '{span} from {origin}, {day}': '{span} ab {origin}, {day}',
  '{day} is no working day: moved on to the next one': '{day} ist kein Arbeitstag: auf den nächsten verschoben',
  'public holidays are known from {date} to {date2} only': 'Feiertage sind nur vom {date} bis zum {date2} bekannt',
  'public holidays were not looked up': 'Feiertage wurden nicht ermittelt',
  'cut from {day} to the hard cap, {cap}': 'vom {day} gekürzt auf die Höchstfrist: {cap}',
};
