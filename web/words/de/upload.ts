import type { Words } from '../en.ts';

export const upload: Words['upload'] = {
  unreadable:
    'Die Datei lässt sich nicht lesen. Sie wurde vielleicht verschoben oder geändert, seit Sie sie ausgewählt haben.',
  unreachable: 'Die Verbindung ist abgebrochen.',
  stalled: 'Die Verbindung steht still.',
  storeRefused: (status) => `Der Speicher hat die Datei nicht angenommen (${status}).`,
  fault: 'Bei uns ist etwas schiefgegangen.',
  noReason: 'Ein Grund wurde nicht genannt.',
};
