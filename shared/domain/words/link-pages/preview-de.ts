import type { PreviewWords } from './preview-en.ts';

/* What the previews of evidence say in German. */

export const previewDe: PreviewWords = {
  preview: 'Vorschau',
  close: 'Vorschau schließen',
  title: 'Vorschau von {name}',
  onRecord: 'Als Download verzeichnet.',
  noPreview: 'Für diese Art von Datei gibt es keine Vorschau: Laden Sie sie herunter.',
  loading: 'Die Datei wird geholt …',
  page: 'Seite {page} von {pages}',
  cut: 'Gezeigt wird nur der Anfang. Laden Sie die Datei herunter, um alles zu sehen.',
  failures: {
    'too-large': 'Die Datei ist zu groß, um hier gezeigt zu werden. Laden Sie sie herunter.',
    unreachable: 'Die Datei konnte nicht geholt werden. Versuchen Sie es noch einmal, oder laden Sie sie herunter.',
    'differs-from-record':
      'Was angekommen ist, entspricht nicht der Aufzeichnung: Der SHA-256-Wert weicht ab. Es wird nicht gezeigt.',
    'not-its-type': 'Die Datei ist nicht das, was ihr Typ sagt. Sie wird nicht gezeigt; laden Sie sie herunter.',
    unreadable: 'Die Datei lässt sich hier nicht zeigen. Laden Sie sie herunter.',
    password: 'Die Datei ist mit einem Passwort geschützt. Laden Sie sie herunter.',
  },
};
