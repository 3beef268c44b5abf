import type { Words } from '../en.ts';

export const comments: Words['comments'] = {
  title: 'Kommentare',
  hint: 'Alle, die diese Feststellung sehen, lesen sie, auch die Auditoren der Zertifizierungsstelle. Sie lassen sich weder ändern noch löschen und gehören nicht zu den Aufzeichnungen.',
  field: 'Ihr Kommentar',
  add: 'Kommentar hinzufügen',
  none: 'Noch keine Kommentare.',
};
