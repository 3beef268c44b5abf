import type { Words } from '../en.ts';

export const application: Words['application'] = {
  name: 'Redress',
  skip: 'Zur Seite springen',
  navigation: 'Seiten',
  signOut: 'Abmelden',
  theme: { toDark: 'Dunkel', toLight: 'Hell' },
  signingIn: 'Anmeldung läuft …',
  signInFailed: 'Die Anmeldung hat nicht geklappt. Versuchen Sie es noch einmal.',
  again: 'Noch einmal versuchen',
  loading: 'Wird geladen …',
  unreachable: 'Redress ist nicht erreichbar. Was Sie sehen, kann veraltet sein; es aktualisiert sich von selbst.',
  failed: 'Das hat nicht geklappt.',
  notSent:
    'Die Verbindung ist abgebrochen: Vielleicht kam es noch an, vielleicht nicht. Ihre Eingaben bleiben erhalten. Sehen Sie nach, ob es erledigt ist, und senden Sie es sonst noch einmal.',
  somebodyWasFaster:
    'Jemand war schneller: Das hier hat sich geändert, seit Sie es geöffnet haben. Sehen Sie sich das Neue an und versuchen Sie es noch einmal.',
  dateFormat: 'Jahr-Monat-Tag, etwa 2026-03-23',
  datePlaceholder: 'JJJJ-MM-TT',
  takeAddress: (text) => `${text} verwenden`,
  noSuggestion: 'Geben Sie eine E-Mail-Adresse ein.',
  cancel: 'Abbrechen',
  notFound: 'An dieser Adresse gibt es nichts, oder es ist nicht für Sie bestimmt.',
  onlyFor: (roles: string) => `Diese Seite ist für Personen mit einer dieser Rollen: ${roles}.`,
  showMore: 'Mehr anzeigen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  notCopied: 'Das Kopieren hat nicht geklappt. Markieren und kopieren Sie den Text.',
};
