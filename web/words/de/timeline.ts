import type { Words } from '../en.ts';

export const timeline: Words['timeline'] = {
  show: 'Was gezeigt wird',
  filters: { all: 'Alles', decisions: 'Entscheidungen', notices: 'Benachrichtigungen', comments: 'Kommentare' },
  none: 'Davon gibt es noch nichts.',
  earlier: (count) => `${count} frühere zeigen`,
  place: (stage, round, cycle) =>
    cycle === 1 ? `${stage}, Runde ${round}` : `${stage}, Runde ${round} in Zyklus ${cycle}`,
  owner: (owner) => `Verantwortlich: ${owner}`,
  grade: (grade) => `Einstufung: ${grade}`,
  dueOn: (what, date) => `${what}: fällig am ${date}`,
  changed: (what, from, to) => `${what}: ${from} → ${to}`,
  noDate: 'keine Angabe',
  late: 'Nach Ablauf der Frist',
  means: (means) => `Art der Prüfung: ${means}`,
  ways: {
    account: 'Angemeldet entschieden',
    link: 'Über einen Prüflink entschieden, ohne Konto',
    transcription: 'Aus dem Dokument der Zertifizierungsstelle übertragen',
  },
  decidedBy: (by, on, document) => `Entschieden von ${by} am ${on}, Dokument ${document}`,
  byLink: 'über einen Link',
  decideBy: (date) => `Zu entscheiden bis ${date}`,
  outcome: (outcome) => `Ergebnis: ${outcome}`,
  pausedDays: (days) => `Die Fristen ruhten ${days} ${days === 1 ? 'Tag' : 'Tage'}`,
  cause: (cause) => `Anlass: ${cause}`,
  proposedBecause: {
    minors: (requirement, numbers) =>
      `Vorgeschlagen, weil diese untergeordneten Nichtkonformitäten ${requirement} betreffen: ${numbers}`,
    nextAudit: (date) => `Vorgeschlagen, weil sie beim nächsten Audit am ${date} noch offen war`,
  },
  ahead: {
    nextAudit: 'Nächstes Audit',
    stage2LastDay: 'Letzter Tag der Stufe 2',
    certificateExpires: 'Zertifikat läuft ab',
  },
  fault: 'Redress versucht es erneut. Die Administration ist informiert.',
  mail: (to) => `E-Mail an ${to}`,
  mailStates: {
    claimed: 'wird gesendet',
    sent: 'gesendet',
    suppressed: 'nicht gesendet: frühere E-Mails an diese Adresse kamen zurück',
  },
  returned: {
    bounce: (at) => `Sie kam am ${at} zurück: nicht zustellbar`,
    complaint: (at) => `Sie wurde am ${at} als unerwünscht gemeldet`,
  },
  comment: 'Kommentar',
};
