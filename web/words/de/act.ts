import type { Words } from '../en.ts';
import { days } from './days.ts';

export const act: Words['act'] = {
  transcribe: { accept: 'Annahme festhalten', return: 'Rückgabe festhalten' },
  transcribeLead:
    'Nur die Zertifizierungsstelle entscheidet. Übertragen Sie ihre Entscheidung aus dem Dokument, in dem sie steht, und fügen Sie dieses Dokument bei.',
  notNow: 'Das ist jetzt nicht möglich.',
  keptAt: (time) => `Entwurf gespeichert um ${time}`,
  unsent: (command) => `Sie haben einen nicht gesendeten Entwurf: ${command}`,
  goOn: 'Damit weitermachen',
  keepDraft: 'Als Entwurf behalten',
  giveUp: 'Verwerfen',
  looked: 'Gesehen',
  sendAllTheSame: 'Trotzdem senden',
  changed: 'Jemand war schneller: Das hier hat sich geändert, seit Sie begonnen haben',
  changedAndGone: 'Jemand war schneller: Das lässt sich nicht mehr senden',
  overtaken: (what) => `Ihr Entwurf lässt sich nicht mehr senden: ${what}`,
  since: 'Seit Sie begonnen haben',
  yours: 'Ihre Eingaben',
  show: (lines) => `Anzeigen (${lines} Felder)`,
  copyTyped: 'Meine Eingaben kopieren',
  asked: {
    dueNow: (stage) => `${stage}: jetzt fällig`,
    latest: (count) => `Spätestens (${days(count)} mehr)`,
    latestByCap: {
      'six-months': 'Spätestens (sechs Monate nach Stufe 2)',
      certificate: 'Spätestens (das Zertifikat läuft ab)',
    },
    granted: 'Bisher gewährte Verlängerungen',
    grantedOf: (granted, most) => `${granted} von ${most}`,
    by: 'Beantragt von',
    newDue: 'Beantragt',
    later: (date, count) => `${date} (${days(count)} später)`,
    proposedBy: 'Vorgeschlagen von',
    appealBy: 'Einspruch von',
    appealOn: 'Einspruch vom',
    decideBy: 'Zu entscheiden bis',
    proposed: 'Es wird vorgeschlagen, dies auf „wesentlich“ umzustufen',
    newClock: 'Die Fristen ab der laufenden Stufe beginnen neu, wie es das Regelwerk für die neue Einstufung vorsieht.',
    clocksStand:
      'Die Fristen ruhen, bis über den Einspruch entschieden ist. Es entscheidet jemand, der bisher nicht beteiligt war.',
    clocksRun:
      'Die Fristen laufen weiter, während über den Einspruch entschieden wird. Es entscheidet jemand, der bisher nicht beteiligt war.',
  },
};
