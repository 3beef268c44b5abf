import type { Words } from '../en.ts';

export const dates: Words['dates'] = {
  title: 'Geänderte Fristen',
  stage: 'Stufe',
  change: 'Änderung',
  why: 'Warum',
  when: 'Wann, durch wen',
  fromTo: (from, to) => `${from} → ${to}`,
  review: 'Prüfung',
  reviewBy: (date) => `Zu prüfen bis ${date}`,
  capNear: (date, days) =>
    days === 0
      ? `Die Höchstfrist dieser Feststellung endet heute, am ${date}`
      : `Die Höchstfrist dieser Feststellung endet am ${date}, in ${days} ${days === 1 ? 'Tag' : 'Tagen'}`,
  capPassed: (date, days) =>
    `Die Höchstfrist dieser Feststellung ist am ${date} abgelaufen, vor ${days} ${days === 1 ? 'Tag' : 'Tagen'}`,
  capReasons: {
    'six-months':
      'Sechs Monate nach dem letzten Tag der Stufe 2: Bis dahin muss eine wesentliche Nichtkonformität abgeschlossen sein.',
    certificate: 'Ablauf des Zertifikats: Bis dahin muss sie abgeschlossen sein.',
  },
};
