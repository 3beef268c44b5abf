import type { Words } from '../en.ts';

export const evidence: Words['evidence'] = {
  field: 'Nachweise',
  hint: 'Wählen Sie vorhandene Dateien oder laden Sie neue hoch. Sie werden geprüft, bevor sie zählen.',
  choose: 'Aus den Dateien dieser Feststellung wählen',
  noneYet: 'Noch keine Datei.',
  upload: 'Dateien hochladen',
  drop: 'Dateien hier ablegen',
  clearDone: 'Liste leeren',
  at: { reading: 'Datei wird gelesen …', sending: 'Wird gesendet …' },
  underWay: (name) => `${name} wird geprüft …`,
  registered: (name) => `${name} ist jetzt ein Nachweis`,
  refused: (name, reason) => `${name} ist kein Nachweis: ${reason}`,
  broken: (name, reason) => `${name} ist nicht angekommen: ${reason}`,
  again: 'Noch einmal versuchen',
  download: (name) => `${name} herunterladen`,
  downloadIt: 'Herunterladen',
  by: (person, at) => `${person}, ${at}`,
  statuses: {
    uploading: 'noch nicht hochgeladen',
    checking: 'wird geprüft',
    held: 'zurückgehalten',
    quarantined: 'abgelehnt',
    registered: 'Nachweis',
  },
};
