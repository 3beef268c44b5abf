import type { Words } from '../en.ts';

export const people: Words['people'] = {
  lead: 'Hier steht, wer sich anmeldet, mit den Rollen, die auf Dauer gelten.',
  derived:
    'Wer für eine Feststellung oder eine Maßnahme verantwortlich ist und wer zum Auditteam gehört, wird nicht hier bestimmt, sondern bei der Feststellung, im Plan und beim Audit. Eintragen müssen Sie diese Personen trotzdem, mit oder ohne Rolle.',
  kept: 'Niemand wird entfernt, denn die Aufzeichnungen sagen noch nach Jahren, wer was getan hat. Wer geht, verliert hier die Rollen und dort, wo man sich anmeldet, das Konto.',
  add: 'Person hinzufügen',
  addTitle: 'Person hinzufügen',
  change: 'Ändern',
  changeOf: (name: string) => `${name} ändern`,
  name: 'Name',
  email: 'E-Mail-Adresse',
  emailHint: 'Mit ihr meldet sich die Person an. Sie lässt sich später nicht ändern.',
  roles: 'Rollen',
  noRole: 'Keine Rolle',
  filter: 'Nach Name, Adresse oder Rolle filtern',
  matches: (count: number) => `${count} Treffer`,
  noMatch: 'Niemand entspricht dem Filter.',
  clear: 'Filter aufheben',
  save: 'Speichern',
  saved: (name: string) => `${name} ist gespeichert. Die Rollen gelten ab dem nächsten Klick.`,
  changedMeanwhile: (name: string, roles: string) =>
    `Jemand hat diese Person geändert, seit Sie begonnen haben: Jetzt gilt ${name}, ${roles}. Speichern ersetzt das.`,
  isListed: 'Diese Person ist schon eingetragen. Speichern ersetzt Name und Rollen.',
  ownRole:
    'Sie nehmen sich selbst die Rolle Administrator. Nur eine andere Person mit dieser Rolle kann sie Ihnen zurückgeben.',
  meanings: {
    'isms-manager':
      'Eröffnet Audits, importiert Berichte, reicht für Verantwortliche ein, legt Links an und sieht alles.',
    'internal-auditor': 'Verifiziert Nachweise, bevor sie an die Zertifizierungsstelle gehen, und darf alles lesen.',
    'lead-auditor':
      'Leitet Audits der Zertifizierungsstelle: nimmt an, gibt zurück, stuft um. Nur in Audits, die diese Person nennen.',
    'decision-maker':
      'Von der Zertifizierungsstelle: entscheidet über Rücknahmen und Einsprüche, ohne beteiligt gewesen zu sein.',
    'top-management': 'Liest alles und erfährt, was überfällig bleibt.',
    observer: 'Liest alles und ändert nichts.',
    administrator: 'Verwaltet Personen, Webhooks und Adressen. Sieht keine Nachweisdateien.',
  },
  togetherTitle: 'Was diese Rollen zusammen bedeuten',
  together: {
    ownWork:
      'Darf beides, verifiziert aber nichts, was diese Person selbst eingereicht hat oder ausführt: Das muss jemand anders tun.',
    bothSides:
      'Gehört diese Person zum Auditteam, kann sie dort nichts einreichen: Wer auditiert, nennt weder Ursache noch Lösung.',
    reviewsOwn:
      'Gehört diese Person zum Auditteam, prüft sie dort als Auditor. Was jemand selbst eingereicht hat, kann er nicht annehmen.',
    secondPerson:
      'Über Rücknahmen und Einsprüche aus Audits, zu deren Team diese Person gehörte, entscheidet jemand anders: Sie brauchen eine zweite Person mit dieser Rolle.',
    tookPart:
      'Entscheidet über keinen Einspruch zu Feststellungen, an denen diese Person beteiligt war, und über keine Rücknahme, die sie selbst vorgeschlagen hat.',
    files: 'Die andere Rolle öffnet die Nachweisdateien, die ein Administrator allein nicht sieht.',
  },
};
