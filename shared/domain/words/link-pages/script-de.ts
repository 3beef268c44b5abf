import type { LinkScriptWords } from './script-en.ts';

/* What the scripts on the pages of links say in German. */

export const scriptDe: LinkScriptWords = {
  choose: { one: 'Datei auswählen', many: 'Dateien auswählen' },
  drop: { one: 'oder hier ablegen.', many: 'oder hier ablegen.' },
  takes: 'Möglich sind {endings}; je Datei höchstens {largest}.',
  takesFewer: {
    one: 'Dieser Link nimmt noch eine Datei an.',
    many: 'Dieser Link nimmt noch {files} Dateien an.',
  },
  takesUnfinished: 'Dieser Link nimmt keine neue Datei an, nur die noch einmal, die nicht angekommen sind.',
  files: 'Ihre Dateien',
  bytes: { one: '1 Byte', many: '{bytes} Byte' },

  begins: { reading: 'Die Datei wird gelesen.', sending: 'Die Datei wird gesendet.' },
  reading: 'Die Datei wird gelesen: {percent} %',
  sending: 'Die Datei wird gesendet: {percent} %',
  held: 'Gesendet und zurückgehalten: {reason}',
  refused: 'Abgelehnt: {reason}',
  broken: 'Nicht abgeschlossen: {reason}',
  stands: {
    waiting: 'Die Datei wartet, bis sie an der Reihe ist.',
    checking: 'Gesendet. Die Datei wird geprüft; Sie können diese Seite schließen.',
    'checking-on': 'Gesendet. Die Prüfung dauert länger als üblich; sie geht auch ohne diese Seite weiter.',
    registered: 'Eingegangen, geprüft und verwahrt.',
    dead: 'Dieser Link öffnet nichts mehr. Bitten Sie die Person, die ihn geschickt hat, um einen neuen.',
    sent: 'Die Datei wurde gesendet. Wie ihre Prüfung ausgeht, zeigt dieser Link nicht mehr.',
  },

  tryAgain: 'Noch einmal versuchen',
  chooseOther: 'Andere Datei auswählen',
  remove: 'Von der Liste nehmen',

  empty: 'Die Datei ist leer.',
  tooLarge: 'Eine Datei darf hier höchstens {largest} groß sein; diese hat {size}. Teilen Sie sie auf.',
  ending: 'Dateien dieser Art werden hier nicht angenommen. Nehmen Sie eine von diesen: {endings}.',
  nameTooLong: 'Der Name der Datei ist länger als 200 Zeichen.',
  nameInvalid: 'Der Name der Datei enthält einen Schrägstrich oder ein Steuerzeichen. Benennen Sie sie um.',

  unreadable:
    'Die Datei lässt sich nicht lesen. Sie wurde vielleicht verschoben oder geändert, seit Sie sie ausgewählt haben.',
  unreachable: 'Die Verbindung ist abgebrochen.',
  stalled: 'Die Verbindung steht still.',
  storeRefused: 'Der Speicher hat die Datei nicht angenommen ({status}).',
  fault: 'Bei uns ist etwas schiefgegangen.',
  sessionEnded: 'Ihre Sitzung ist beendet. Laden Sie die Seite neu und lassen Sie sich einen neuen Code senden.',
  noReason: 'Ein Grund wurde nicht genannt.',
};
