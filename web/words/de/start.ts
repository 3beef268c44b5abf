import type { Words } from '../en.ts';

export const start: Words['start'] = {
  way: 'Vom ersten Auditbericht bis zur ersten abgeschlossenen Feststellung',
  done: 'erledigt',
  notDone: 'zu tun',
  forOthers: (roles: string) => `Für: ${roles}`,
  steps: {
    people: 'Personen eintragen',
    audit: 'Audit eröffnen',
    report: 'Bericht importieren',
    findings: 'Feststellungen anlegen',
    plan: 'Ersten Plan einreichen',
    review: 'Prüfen lassen',
    closed: 'Erste Feststellung abschließen',
  },
  leads: {
    people: 'Verantwortliche, ISMS-Manager, interner Auditor und die Auditleitung der Zertifizierungsstelle.',
    audit: 'Mit seinen Terminen und seinem Team: Die Fristen zählen ab diesen Terminen.',
    report: 'Die Liste der Feststellungen als CSV, XLSX oder OSCAL. Jede Zeile wird eingelesen und sagt, was fehlt.',
    findings:
      'Sehen Sie die Zeilen an und bestätigen Sie sie. Jede Feststellung erhält ihre Fristen, und wer verantwortlich ist, erfährt es.',
    plan: 'Korrektur, Ursache und Maßnahmen: Wer verantwortlich ist, schreibt sie, und schon beim Tippen wird geprüft.',
    review: 'Die Auditleitung nimmt an oder gibt mit Gründen zurück. Ohne Konto geht dasselbe über einen Link.',
    closed:
      'Auf den Plan folgen die Nachweise der Korrektur und der Ursachenbeseitigung; dann wird die Feststellung abgeschlossen.',
  },
  go: {
    people: 'Personen ansehen',
    audit: 'Audit eröffnen',
    report: 'Bericht importieren',
    findings: 'Zeilen bestätigen',
    plan: 'Feststellung öffnen',
    review: 'Feststellung öffnen',
    closed: 'Register ansehen',
  },
  forYou: {
    owner:
      'Hier finden Sie, was auf Sie wartet, sobald Sie für eine Feststellung verantwortlich sind. Sie erhalten auch eine E-Mail.',
    reader: 'Im Register können Sie alles ansehen; von Ihnen wird nichts erwartet.',
  },
  sampleReport: 'Ein Beispielbericht zum Ausprobieren',
  sampleReportLead:
    'Eine Liste von Feststellungen, wie sie eine Zertifizierungsstelle schickt: Importieren Sie sie in ein eigenes Audit, um zu sehen, wie Zeilen eingelesen werden.',
  download: 'Beispielbericht herunterladen (CSV)',
  tour: 'Mit dem Beispielaudit ausprobieren',
  tourLead: (title: string) =>
    `„${title}“ ist mit seinen Feststellungen schon da. Spielen Sie eine Feststellung vom Plan bis zum Abschluss durch: Melden Sie sich jeweils ab und wählen Sie, wer Sie sind.`,
  signInAs: (name: string) => `Melden Sie sich als ${name} an`,
  you: 'Das sind Sie.',
  mailbox: 'Lokales Postfach',
  tourSteps: {
    plan: (number: string) =>
      `Schreiben Sie den Plan für ${number}: Korrektur, die Warum-Fragen, die Maßnahmen. Reichen Sie ihn dann ein.`,
    reviewPlan: (number: string) =>
      `Prüfen Sie den Plan von ${number}: Nehmen Sie ihn an, oder geben Sie ihn mit einem Grund zurück und sehen Sie, was sich ändert.`,
    correction: (number: string) => `Laden Sie Nachweise der Korrektur von ${number} hoch und reichen Sie sie ein.`,
    verify: (number: string) =>
      `Verifizieren Sie die Nachweise von ${number}, bevor sie an die Zertifizierungsstelle gehen.`,
    close: (number: string) =>
      `Nehmen Sie die Nachweise von ${number} an: Die Feststellung ist abgeschlossen. Sehen Sie ihre Nachweiskette an.`,
    link: 'Legen Sie einen Prüflink für einen Auditor ohne Konto an; die E-Mail liegt im lokalen Postfach.',
  },
};
