import type { LinkPageWords } from './en.ts';
import { previewDe } from './preview-de.ts';
import { scriptDe } from './script-de.ts';
import { submissionDe } from './submission-de.ts';

/* What the pages of links say in German. */

const outcomes = {
  incomplete: 'unvollständig',
  'not-confirmed': 'nicht bestätigt',
  returned: 'zurückgegeben',
  accepted: 'angenommen',
};

const ways = {
  account: '',
  link: ' (über einen Link)',
  transcription: ' (aus dem Dokument der Zertifizierungsstelle übertragen)',
};

const statuses: LinkPageWords['review']['statuses'] = {
  awaiting: 'erwartet',
  validating: 'wird geprüft',
  verifying: 'beim internen Auditor',
  'in-review': 'in Prüfung',
  closed: 'abgeschlossen',
  withdrawn: 'zurückgenommen',
  'awaiting-response': 'Antwort erwartet',
  'response-accepted': 'angenommen',
  'response-declined': 'abgelehnt',
  implemented: 'umgesetzt',
};

export const linkPagesDe: LinkPageWords = {
  footer: (organization) => `Redress, für ${organization}`,
  dead: {
    title: 'Hier ist nichts',
    text: 'Dieser Link öffnet nichts oder nichts mehr. Bitten Sie die Person, die ihn geschickt hat, um einen neuen.',
  },
  fault: { title: 'Etwas ist schiefgegangen', text: 'Bei uns ist etwas schiefgegangen. Versuchen Sie es noch einmal.' },
  back: 'Zurück zur Seite',

  facts: {
    about: 'Worum es geht',
    for: 'Für',
    from: 'Von',
    fromWhom: (person, organization) => `${person}, ${organization}`,
    until: 'Gültig bis',
    usesLeft: 'Verbleibende Nutzungen',
  },

  closed: {
    title: 'Link öffnen',
    send: 'Code zusenden',
    sendAnother: 'Neuen Code zusenden',
    code: 'Einmalcode',
    codeHint: 'Sechs Ziffern, aus der E-Mail.',
    open: 'Öffnen',
    sendTo: (email) => `Um fortzufahren, lassen Sie sich einen Einmalcode an ${email} senden.`,
    sent: (email, until) => `Ein Code wurde an ${email} gesendet. Er gilt bis ${until}.`,
    paused: (until) =>
      `Es wurden zu viele falsche Codes eingegeben. Bis ${until} wird keiner gesendet und keiner angenommen.`,
  },

  calendar: {
    title: 'Kalender abonnieren',
    how: 'Fügen Sie diese Adresse Ihrem Kalenderprogramm als Abonnement hinzu; es zeigt dann jede offene Frist als Tag an.',
    address: 'Der Kalender',
    secret: 'Wer die Adresse hat, kann diese Fristen lesen: Behalten Sie sie für sich.',
  },

  files: {
    file: 'Datei',
    size: 'Größe',
    from: 'Von',
    standing: 'Stand',
    download: 'Herunterladen',
  },

  upload: {
    lead: (organization) =>
      `Was Sie hier hochladen, geht an ${organization} und wird Teil der Auditaufzeichnungen. Danach lässt sich daran nichts mehr ändern.`,
    title: 'Datei hochladen',
    uploaded: 'Über diesen Link hochgeladen',
    uploadedFiles: 'Über diesen Link hochgeladene Dateien',
    none: 'Noch nichts.',
    lookAgain: 'Erneut nachsehen',
    full: {
      'used-up': 'Dieser Link wurde so oft genutzt, wie es vorgesehen ist. Er nimmt keine Dateien mehr an.',
      closed: 'Diese Feststellung ist abgeschlossen: Sie nimmt keine Nachweise mehr an.',
      withdrawn: 'Diese Feststellung ist zurückgenommen: Sie nimmt keine Nachweise mehr an.',
    },
    declare: {
      lead: 'Ihr Browser führt hier keine Skripte aus. Beschreiben Sie die Datei; danach erhalten Sie ein Formular, um sie zu senden.',
      name: 'Name der Datei',
      nameHint: 'Wie auf Ihrem Rechner, etwa restore-log.pdf.',
      kind: 'Art',
      size: 'Größe in Byte',
      sizeHint: (largest) => `Genau, höchstens ${largest}.`,
      sha256Hint:
        'Auf Ihrem Rechner berechnet: unter macOS und Linux mit „shasum -a 256 DATEI“, unter Windows mit „certutil -hashfile DATEI SHA256“.',
      goOn: 'Weiter',
      needsScript:
        'Eine Datei von mehr als 100 MB wird in Teilen hochgeladen; dazu braucht es einen Browser, der Skripte ausführt.',
    },
    send: {
      title: 'Datei senden',
      lead: 'Wählen Sie innerhalb von fünf Minuten genau die beschriebene Datei. Jede andere wird abgelehnt.',
      described: (name, bytes) => `${name}, ${bytes} Byte`,
      send: 'Senden',
      on: 'Solange die Datei unterwegs ist, zeigt Ihr Browser an, dass er lädt; ist sie angekommen, sehen Sie wieder die Liste Ihrer Dateien.',
      list: 'Liste Ihrer Dateien',
    },
  },

  review: {
    grades: {
      major: 'Wesentliche Nichtkonformität',
      minor: 'Untergeordnete Nichtkonformität',
      ofi: 'Verbesserungsmöglichkeit',
    },
    standing: (stage, round, status) => `${stage}, Runde ${round}, ${statuses[status]}`,
    statuses,
    requirements: 'Anforderungen',
    statement: 'Beschreibung',
    objectiveEvidence: 'Objektiver Nachweis',
    process: 'Prozess',
    owner: 'Verantwortlich',
    issued: 'Ausgestellt am',
    standsAt: 'Stand',
    due: 'Fällig am',
    reviewDue: 'Prüfung fällig am',
    verified: 'Verifiziert',
    verifiedBy: (on, by, statement) => `am ${on} von ${by}: ${statement}`,
    stage: (stage) => stage,
    handedIn: (by, on, late) => `Eingereicht von ${by} am ${on}${late ? ', nach Ablauf der Frist' : ''}.`,
    evidence: 'Nachweise',
    noEvidence: 'Es wurde nichts hochgeladen.',
    onRecord: 'Jeder Download wird verzeichnet, auch jede Vorschau: Sie ist ein Download.',
    earlier: 'Frühere Runden',
    round: (stage, cycle, round, outcome, on) =>
      `${stage}, Zyklus ${cycle}, Runde ${round}: ${outcomes[outcome]} am ${on}`,
    decidedBy: (outcome, by, via) => `Ergebnis: ${outcomes[outcome]}, von ${by}${ways[via]}.`,
    decided: (stage, outcome, on) => `Der ${stage} wurde am ${on} ${outcomes[outcome]}.`,
    usedUp:
      'Ihre Entscheidung ist verzeichnet. Dieser Link wurde so oft genutzt, wie es vorgesehen ist; Sie können diese Seite schließen.',
    toDo: 'Lesen Sie, was eingereicht wurde, sehen Sie sich die Nachweise an und nehmen Sie die Einreichung am Ende dieser Seite an oder geben Sie sie zurück.',
    nothing: (standing) => `Im Moment gibt es für Sie nichts zu entscheiden. Stand der Feststellung: ${standing}.`,
  },
  submission: submissionDe,

  decision: {
    decided: 'Entschieden',
    means: {
      documents: 'Anhand der Dokumente',
      'limited-visit': 'Durch einen begrenzten Besuch',
      'full-audit': 'Durch ein vollständiges Audit',
    },
    accept: 'Annehmen',
    acceptIt: 'Einreichung annehmen',
    comment: 'Kommentar (kann leer bleiben)',
    return: 'Zurückgeben',
    returnIt: 'Einreichung zurückgeben',
    reasons: 'Gründe',
    missing: 'Was fehlt',
  },

  script: scriptDe,
  preview: previewDe,
};
