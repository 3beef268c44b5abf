import type { Catalogue } from '../translator.ts';

/** Why a request was not taken at all. */
export const requests: Catalogue = {
  'A text holds half a character (a surrogate without its pair). Send whole characters.':
    'Ein Text enthält ein halbes Zeichen (ein Surrogat ohne sein Gegenstück). Senden Sie ganze Zeichen.',
  'A text holds half a character.': 'Ein Text enthält ein halbes Zeichen.',
  'A text holds a control character. Send it as plain text.':
    'Ein Text enthält ein Steuerzeichen. Senden Sie ihn als einfachen Text.',
  'A request body has at most {size} KB. Files are uploaded as evidence, not sent here.':
    'Eine Anfrage hat höchstens {size} KB. Dateien werden als Nachweise hochgeladen, nicht hier gesendet.',
  'At most {size} KB can be sent here.': 'Hier können höchstens {size} KB gesendet werden.',
  'Send the body as JSON, with Content-Type: application/json.':
    'Senden Sie den Inhalt als JSON, mit Content-Type: application/json.',
  'Send the form of the page as it is, or JSON.': 'Senden Sie das Formular der Seite, wie es ist, oder JSON.',
  'The body is not valid JSON.': 'Der Inhalt ist kein gültiges JSON.',
  'The body is not valid JSON ({text}).': 'Der Inhalt ist kein gültiges JSON ({text}).',
  'Send an Idempotency-Key of 1 to 200 characters, new for each command and the same when you repeat it.':
    'Senden Sie einen Idempotency-Key mit 1 bis 200 Zeichen, neu für jeden Befehl und gleich bei einer Wiederholung.',
  'Send If-Match with the version you saw, such as If-Match: "7", so that nobody overwrites anybody.':
    'Senden Sie If-Match mit der Version, die Sie gesehen haben, etwa If-Match: "7", damit niemand etwas überschreibt.',
  'There is nothing at this address.': 'An dieser Adresse gibt es nichts.',
  'The token names no e-mail address that was verified. Sign in again.':
    'Ihre Anmeldung enthält keine bestätigte E-Mail-Adresse. Melden Sie sich neu an.',
  'You are signed in but not in the people directory. Ask an administrator to add you.':
    'Sie sind angemeldet, stehen aber nicht im Personenverzeichnis. Bitten Sie Ihre Administration, Sie aufzunehmen.',
  'This is for {roles}; you hold none of these roles.':
    'Das ist diesen Rollen vorbehalten: {roles}. Sie haben keine davon.',
  'This is no place in the list. Hand back `next` as the page before gave it, or leave it out.':
    'Diese Stelle der Liste gibt es nicht. Geben Sie `next` so zurück, wie die Seite davor es nannte, oder lassen Sie es weg.',
  'Something went wrong on our side. Try again with the same Idempotency-Key.':
    'Bei uns ist etwas schiefgegangen. Versuchen Sie es noch einmal.',
  'Something went wrong; nothing was changed.': 'Etwas ist schiefgegangen; es wurde nichts geändert.',
  'This Idempotency-Key was used for another request. Give each request its own.':
    'Dieser Idempotency-Key wurde für eine andere Anfrage benutzt. Geben Sie jeder Anfrage einen eigenen.',
  'Somebody was faster: this has changed since you read it. Reload, look, and try again.':
    'Jemand war schneller: Das hat sich geändert, seit Sie es gelesen haben. Laden Sie neu, sehen Sie nach und versuchen Sie es noch einmal.',
  // Of the local server.
  'Send a token of this system: Authorization: Bearer …. POST /local/sign-in {"email"} gives one.':
    'Senden Sie ein Token dieses Systems: Authorization: Bearer …. POST /local/sign-in {"email"} gibt eines.',
  '{method} is not possible here; use {method2}.': '{method} ist hier nicht möglich; verwenden Sie {method2}.',
  'Send JSON: {text}': 'Senden Sie JSON: {text}',
  'Send JSON like this: {text}': 'Senden Sie JSON wie dieses: {text}',
  '{person} is not in the people directory. The sign-in page lists who is.':
    '{person} steht nicht im Personenverzeichnis. Die Anmeldeseite zeigt, wer darin steht.',
  'This system runs by the machine’s clock. Start it with --clock to move time on.':
    'Dieses System läuft nach der Uhr des Rechners. Starten Sie es mit --clock, um die Zeit vorzurücken.',
  'Give an ISO 8601 duration that leads forward, such as P7D or PT90M.':
    'Geben Sie eine Dauer nach ISO 8601 an, die vorwärts führt, etwa P7D oder PT90M.',
  'There is no such message.': 'Diese Nachricht gibt es nicht.',
  'The body is too large. Files are uploaded as evidence, not sent here.':
    'Der Inhalt ist zu groß. Dateien werden als Nachweise hochgeladen, nicht hier gesendet.',
  'The request could not be read.': 'Die Anfrage war nicht lesbar.',
  'This address is not encoded as addresses are.': 'Diese Adresse ist nicht so kodiert, wie Adressen es sind.',
  'There is no field "{text}" here: take it out.': 'Ein Feld „{text}“ gibt es hier nicht: Nehmen Sie es heraus.',
  'Give one or more of these, with commas between: {list}.':
    'Geben Sie einen oder mehrere dieser Werte an, durch Kommas getrennt: {list}.',
  'Sort by one of these: {list}.': 'Sortieren Sie nach einem dieser Werte: {list}.',
  'Give asc or desc.': 'Geben Sie asc oder desc an.',
  'Give a whole number from {first} to {last}.': 'Geben Sie eine ganze Zahl von {first} bis {last} an.',
};
