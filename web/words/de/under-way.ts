import type { Words } from '../en.ts';

export const underWay: Words['underWay'] = {
  extension: 'Eine Fristverlängerung ist beantragt',
  extensionSays: (by, stage, from, to) => `${by} beantragt ${to} statt ${from}: ${stage}.`,
  withdrawal: 'Die Rücknahme dieser Feststellung ist vorgeschlagen',
  withdrawalSays: (by) => `Vorgeschlagen von ${by}.`,
  appeal: 'Ein Einspruch läuft',
  appealSays: (by, on, decideBy, doClocksStand) =>
    `${by} hat am ${on} Einspruch eingelegt. Darüber ist bis ${decideBy} zu entscheiden${doClocksStand ? '; so lange ruhen die anderen Fristen' : ''}.`,
  decides: (roles) => `Darüber entscheidet: ${roles}.`,
  closed: (on, by) => `Abgeschlossen am ${on} durch Entscheidung von ${by}`,
  withdrawn: (on, by) => `Zurückgenommen am ${on} durch Entscheidung von ${by}`,
  response: 'Antwort',
  implementation: 'Umsetzung',
  byOn: (by, on) => `${by}, ${on}`,
};
