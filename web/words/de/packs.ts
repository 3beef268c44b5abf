import type { Words } from '../en.ts';

export const packs: Words['packs'] = {
  title: 'Nachweispakete',
  lead: 'Alles zu dieser Feststellung in einer signierten ZIP-Datei, die sich ohne Redress prüfen lässt: Nachweiskette, Eingereichtes, Dateien, Zugriffe.',
  request: 'Paket erstellen lassen',
  none: 'Es wurde noch keines erstellt.',
  statuses: {
    waiting: 'Wartet',
    building: 'Wird erstellt',
    ready: 'Fertig',
    failed: 'Konnte nicht erstellt werden',
  },
  files: (done, of) => `${done} von ${of} Dateien`,
  mayBeLeft: 'Sie können diese Seite verlassen; es geht weiter.',
  asked: (by, at) => `Angefordert von ${by}, ${at}`,
  download: 'Paket herunterladen',
  downloadOf: (at) => `Paket vom ${at} herunterladen`,
};
