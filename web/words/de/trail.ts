import type { Words } from '../en.ts';

export const trail: Words['trail'] = {
  title: 'Nachweiskette',
  lead: 'Jedes Ereignis trägt den Hash des vorigen. Ihr Browser hat soeben jeden Hash neu berechnet.',
  back: 'Zurück zur Feststellung',
  checking: 'Die Kette wird geprüft …',
  whole: (events) =>
    `Die Kette ist unversehrt: ${events} ${events === 1 ? 'Ereignis' : 'Ereignisse'}, keines geändert, keines weggelassen, keines hinzugefügt.`,
  broken: (at, reason) => `Die Kette ist bei Ereignis ${at} gebrochen: ${reason}. Sagen Sie es Ihrer Administration.`,
  reasons: {
    sequence: 'seine Nummer folgt nicht auf die vorige',
    'previous-hash': 'es trägt nicht den Hash des vorigen Ereignisses',
    hash: 'sein Inhalt hat nicht den Hash, den es trägt',
    aggregate: 'es gehört zu einer anderen Feststellung',
  },
  number: 'Nummer',
  event: 'Ereignis',
  when: 'Wann',
  who: 'Durch wen',
  hash: 'SHA-256',
  check: 'Hier geprüft',
  fits: 'passt',
  doesNotFit: 'passt nicht',
};
