import {
  articles,
  auditHappened,
  because,
  caps,
  causes,
  clockTime,
  day,
  deadlines,
  evidence,
  files,
  grades,
  happened,
  ofDays,
  outcomes,
  purposes,
  reasons,
  returns,
  stages,
  task,
  ways,
  when,
} from './de-terms.ts';
import type { Words } from './en.ts';

/*
 * The words of every text that Redress writes to people, in German. Terms are those of DIN EN ISO/IEC 27001 and DIN EN
 * ISO/IEC 17021-1.
 */

export const de: Words = {
  day,
  instant: (at, timeZone) => {
    const { day: date, time } = clockTime(at, timeZone);
    return `${date}, ${time} Uhr (${timeZone})`;
  },
  stages,
  grades,
  reasons,
  evidence,
  task,

  letter: {
    signature: (organization) => `Redress, für ${organization}`,
    toFinding: 'Feststellung öffnen',
    toRegister: 'Register öffnen',
    toAudit: 'Audit öffnen',
    dueOn: (waitsFor, stage, on) => `${articles[waitsFor]} ${task(waitsFor, stage)} ist am ${day(on)} fällig.`,
    finding: 'Feststellung',
    named: (number, grade) => `${number} (${grades[grade]})`,
    audit: 'Audit',
    requirements: 'Anforderungen',
    statement: 'Beschreibung',
  },

  change: {
    happened: (type, way = 'account') => `${happened[type]}${ways[way]}`,
    issued: (grade, stage) =>
      `Ihnen wurde eine ${grades[grade]} zugewiesen. Bitte reichen Sie den ${stages[stage]} ein.`,
    ofiIssued:
      'Ihnen wurde eine Verbesserungsmöglichkeit zugewiesen. Bitte nehmen Sie sie an oder lehnen Sie sie ab, mit Begründung.',
    assigned: 'Sie sind jetzt für diese Feststellung verantwortlich.',
    toVerify: (stage) => `Der ${stages[stage]} wurde eingereicht und wartet auf Ihre Verifizierung.`,
    toReview: (stage) => `Der ${stages[stage]} wurde eingereicht und wartet auf Ihre Prüfung.`,
    verified: (stage) => `Der ${stages[stage]} wurde verifiziert und wartet auf Ihre Prüfung.`,
    incomplete: (stage) => `Der ${stages[stage]} ist unvollständig:`,
    mend: 'Bitte ergänzen Sie ihn und reichen Sie ihn erneut ein.',
    notConfirmed: (stage) => `Bei der internen Verifizierung konnte der ${stages[stage]} nicht bestätigt werden:`,
    accepted: (stage) => `Der ${stages[stage]} wurde angenommen.`,
    acceptedLast: (stage) => `Der ${stages[stage]} wurde angenommen. Die Feststellung ist abgeschlossen.`,
    next: (stage) => `Als Nächstes: der ${stages[stage]}.`,
    returned: (stage) => `Der ${stages[stage]} wurde zurückgegeben:`,
    extensionRequested: (stage, until) =>
      `Für den ${stages[stage]} wird eine Fristverlängerung bis zum ${day(until)} beantragt:`,
    extensionGranted: 'Die Fristverlängerung wurde gewährt:',
    extensionRefused: 'Die Fristverlängerung wurde abgelehnt:',
    regraded: (grade) => `Diese Feststellung ist jetzt eine ${grades[grade]}:`,
    regradeRefused: (grade) =>
      `Diese Feststellung bleibt eine ${grades[grade]}; die vorgeschlagene Umstufung wurde abgelehnt:`,
    dueMoved: 'Fristen haben sich verschoben.',
    withdrawalProposed:
      'Die Auditleitung schlägt vor, diese Feststellung zurückzunehmen. Der Vorschlag wartet auf Ihre Entscheidung.',
    withdrawalRefused: 'Die Rücknahme wurde abgelehnt:',
    withdrawn: 'Diese Feststellung wurde zurückgenommen:',
    appealed: 'Es wurde Einspruch eingelegt:',
    appealDecided: (outcome) => `Über den Einspruch wurde entschieden; Ergebnis: ${outcomes[outcome]}.`,
    reopened: (cause) => `Diese Feststellung wurde wiedereröffnet; Anlass: ${causes[cause]}.`,
    responseAccepted: 'Die Verbesserungsmöglichkeit wurde angenommen:',
    responseDeclined: 'Die Verbesserungsmöglichkeit wurde abgelehnt:',
    implemented: 'Die Verbesserungsmöglichkeit wurde umgesetzt:',
    closed: 'Diese Feststellung ist abgeschlossen.',
    faultRecorded:
      'Eine Aufgabe im Ablauf dieser Feststellung ist fehlgeschlagen. Die Feststellung selbst ist unverändert.',
    other: (type) => `Diese Feststellung hat sich geändert: ${happened[type]}.`,
    calendar:
      'Sie erhalten diese Nachricht, weil sich eine Frist in Ihrem Kalender geändert hat: Die beigefügte Datei bringt ihn auf den neuesten Stand.',
    moved: ({ what, from, to, why }) =>
      `${what === 'review' ? 'Prüfung' : stages[what]}: fällig am ${day(to)}, bisher am ${day(from)} (${because(why)})`,
    by: 'Durch',
    byLink: (person) => `${person}, über einen Link`,
    transcribedBy: 'Übertragen durch',
    decidedBy: 'Entschieden durch',
    decidedOn: 'Entschieden am',
    document: 'Aus dem Dokument',
    codes: 'Gründe',
    task: 'Aufgabe',
    error: 'Fehler',
  },

  digest: {
    one: (waitsFor, stage, late) => `${task(waitsFor, stage)} ${when(late)}`,
    oneCap: (late) =>
      late > 0 ? 'Höchstfrist überschritten' : `Höchstfrist ${late === 0 ? 'heute' : `in ${ofDays(-late)}`}`,
    subject: (count, date) =>
      [
        `${deadlines(count.all)} (${day(date)})`,
        [
          ...(count.overdue > 0 ? [`${count.overdue} überfällig`] : []),
          ...(count.today > 0 ? [`${count.today} heute fällig`] : []),
        ].join(', '),
      ]
        .filter((part) => part !== '')
        .join(': '),
    lead: (count, date) => `${deadlines(count)}, Stand ${day(date)}, die dringendsten zuerst:`,
    escalated: 'An Sie eskaliert',
    overdue: 'Überfällig',
    today: 'Heute fällig',
    soon: 'Demnächst fällig',
    line: (finding, waitsFor, stage, due, late) =>
      `${finding}: ${task(waitsFor, stage)}, fällig am ${day(due)}, ${late === 0 ? 'heute' : late < 0 ? `in ${ofDays(-late)}` : `seit ${ofDays(late)} überfällig`}`,
    capLine: (finding, reason, on, late) =>
      late > 0
        ? `${finding}: noch offen, obwohl die Höchstfrist am ${day(on)} (${caps[reason]}) vor ${ofDays(late)} abgelaufen ist`
        : `${finding}: muss bis zur Höchstfrist am ${day(on)} (${caps[reason]}) abgeschlossen sein, ${late === 0 ? 'heute' : `in ${ofDays(-late)}`}`,
    more: (count) => `Und ${count} weitere: Das Register zeigt alle.`,
  },

  file: {
    aboutFinding: (number) => `Feststellung ${number}`,
    aboutAudit: (title) => `Audit ${title}`,
    subject: (file, status, about) => `${file} ${files[status].happened} (${about})`,
    lead: (status, about) => files[status].lead(about),
    advice: (status) => files[status].advice,
    byLink: (organization) =>
      `Verwenden Sie den Link, den Sie erhalten haben. Ist er nicht mehr gültig, bitten Sie ${organization} um einen neuen.`,
    name: 'Datei',
    reason: 'Grund:',
    from: 'Von',
    cameSubject: (file, about) => `Bericht eingegangen: ${file} (${about})`,
    came: (about) =>
      `Zu ${about} ist über einen Link ein Bericht eingegangen. Er wird gerade eingelesen. Bitte sehen Sie seine Zeilen durch und bestätigen Sie sie.`,
    toImport: 'Zeilen ansehen',
  },

  returned: {
    subject: (address, kind) => `${address}: ${returns[kind].happened}`,
    lead: (address, kind) => returns[kind].lead(address),
    said: 'Der Maildienst meldet:',
    about: 'Es ging um:',
    suppressed:
      'An diese Adresse wird nichts mehr gesendet. Sorgen Sie dafür, dass die betroffene Person auf anderem Weg von diesen Feststellungen erfährt. Sobald die Adresse wieder stimmt, geben Sie sie unter den gesperrten Adressen wieder frei.',
    kept: 'Redress sendet weiterhin an diese Adresse: Die Störung kann vorübergehend sein. Kommt erneut etwas zurück, prüfen Sie die Adresse.',
  },

  link: {
    purposes,
    subject: (purpose, about) => `${purposes[purpose]}${about === '' ? '' : `: ${about}`}`,
    made: (by, organization) => `${by} von ${organization} hat einen Link für Sie angelegt.`,
    purpose: 'Wofür',
    about: 'Worum es geht',
    until: 'Gültig bis',
    uses: 'Nutzungen',
    usesOf: (count) => (count === 1 ? 'Er kann einmal genutzt werden.' : `Er kann ${count}-mal genutzt werden.`),
    open: 'Link öffnen',
    calendarAddress: 'Adresse des Kalenders',
    calendarAdvice:
      'Fügen Sie diese Adresse Ihrem Kalenderprogramm als Abonnement hinzu. Wer sie kennt, kann diese Fristen lesen: Behalten Sie sie für sich.',
    advice:
      'Das Öffnen allein ändert nichts. Um dort etwas zu tun, lassen Sie sich einen Einmalcode an diese Adresse senden: Der Link allein, weitergegeben, öffnet nichts.',
    codeSubject: (about) => `Ihr Code${about === '' ? '' : `: ${about}`}`,
    code: (code) => `Ihr Einmalcode lautet ${code}.`,
    codeOpens: (minutes) =>
      `Er öffnet diesen Link in dem Browser, in dem Sie ihn angefordert haben. Er gilt ${minutes} Minuten und für eine Nutzung:`,
    codeWarning: (by) =>
      `Haben Sie ihn nicht angefordert, dann hat jemand anderes Ihren Link. Geben Sie den Code niemandem, und sagen Sie ${by} Bescheid.`,
  },

  calendar: {
    title: (organization) => `Fristen, ${organization}`,
    auditTitle: (title) => `Fristen: ${title}`,
    summary: (number, waitsFor, stage) => `${number}: ${task(waitsFor, stage)}`,
    description: ({ number, grade, statement }) => `${number} (${grades[grade]}): ${statement}`,
  },

  chat: {
    auditHappened: (type) => auditHappened[type],
    due: (on) => `fällig am ${day(on)}`,
    sample: (organization) => `Zur Probe: Redress, für ${organization}, erreicht diesen Raum.`,
  },
};
