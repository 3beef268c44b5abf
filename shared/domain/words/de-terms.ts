import type { AuditEventType } from '../audit/events.ts';
import type { evidenceStatuses } from '../evidence/evidence.ts';
import type { CapReason } from '../finding/cap.ts';
import type { reasonCodes } from '../finding/commands.ts';
import type { FindingEventType } from '../finding/events.ts';
import type { Stage } from '../finding/stage.ts';
import type { Grade } from '../finding/state.ts';
import type { DecisionWay } from '../finding/way.ts';
import type { LinkPurpose } from '../link/link.ts';
import type { WaitsFor } from '../notice/audience.ts';
import type { MovedBecause } from '../notice/letters/moved-because.ts';
import type { ReturnKind } from '../notice/suppression.ts';
import { clockTimeIn, dayIn } from './dates.ts';

/* The terms of the field, in German, that the sentences in `de.ts` are made of. */

export const day = dayIn('de-DE');
export const clockTime = clockTimeIn('de-DE');

/** After "um": accusative. */
const days = (count: number): string => `${count} ${count === 1 ? 'Tag' : 'Tage'}`;
/** After "in", "seit", "vor": dative. */
export const ofDays = (count: number): string => `${count} ${count === 1 ? 'Tag' : 'Tagen'}`;
export const deadlines = (count: number): string => `${count} ${count === 1 ? 'Frist' : 'Fristen'}`;

/** All three are masculine. */
export const stages: Record<Stage, string> = {
  plan: 'Korrekturmaßnahmenplan',
  correction: 'Nachweis der Korrektur',
  remediation: 'Nachweis der Ursachenbeseitigung',
};
const ofStage: Record<Stage, string> = {
  plan: 'des Korrekturmaßnahmenplans',
  correction: 'des Nachweises der Korrektur',
  remediation: 'des Nachweises der Ursachenbeseitigung',
};

/** All of them are feminine. */
export const grades: Record<Grade, string> = {
  major: 'wesentliche Nichtkonformität',
  minor: 'untergeordnete Nichtkonformität',
  ofi: 'Verbesserungsmöglichkeit',
};

export const caps: Record<CapReason, string> = {
  'six-months': 'sechs Monate nach dem letzten Tag der Stufe 2',
  certificate: 'Ablauf des Zertifikats',
};

const tasks: Record<WaitsFor, (stage: Stage) => string> = {
  owner: (stage) => stages[stage],
  verifier: (stage) => `Verifizierung ${ofStage[stage]}`,
  reviewer: (stage) => `Prüfung ${ofStage[stage]}`,
  appeal: () => 'Entscheidung über den Einspruch',
};
export const articles: Record<WaitsFor, string> = { owner: 'Der', verifier: 'Die', reviewer: 'Die', appeal: 'Die' };

export const task = (waitsFor: WaitsFor, stage: Stage): string => tasks[waitsFor](stage);

export const when = (late: number): string =>
  late < 0 ? `in ${ofDays(-late)} fällig` : late === 0 ? 'heute fällig' : `seit ${ofDays(late)} überfällig`;

export const because = (moved: MovedBecause): string => {
  switch (moved.because) {
    case 'extended':
      return `um ${days(moved.days)} verlängert`;
    case 'with-stage':
      return `verschoben mit dem ${stages[moved.stage]}`;
    case 'regrade':
      return 'neue Frist ab der Umstufung';
    case 'reopening':
      return 'neue Frist ab der Wiedereröffnung';
    case 'paused':
      return `während des Einspruchs ruhten die Fristen ${days(moved.days)}`;
    case 'next-audit':
      return `das nächste Audit beginnt am ${day(moved.on)}`;
    case 'cap':
      return `nach dem ${day(moved.on)} darf nichts mehr fällig sein: ${caps[moved.reason]}`;
    case 'audit-revised':
      return 'die Angaben zum Audit wurden geändert';
  }
};

export const happened: Record<FindingEventType, string> = {
  issued: 'neu',
  assigned: 'zugewiesen',
  submitted: 'eingereicht',
  'found-complete': 'vollständig',
  'found-incomplete': 'unvollständig',
  confirmed: 'bestätigt',
  'not-confirmed': 'nicht bestätigt',
  accepted: 'angenommen',
  returned: 'zurückgegeben',
  'extension-requested': 'Fristverlängerung beantragt',
  'extension-granted': 'Fristverlängerung gewährt',
  'extension-refused': 'Fristverlängerung abgelehnt',
  regraded: 'umgestuft',
  'regrade-refused': 'Umstufung abgelehnt',
  'due-moved': 'Fristen verschoben',
  'anchors-revised': 'künftige Termine geändert',
  'withdrawal-proposed': 'Rücknahme vorgeschlagen',
  'withdrawal-refused': 'Rücknahme abgelehnt',
  withdrawn: 'zurückgenommen',
  appealed: 'Einspruch eingelegt',
  'appeal-decided': 'über den Einspruch entschieden',
  reopened: 'wiedereröffnet',
  'response-accepted': 'Verbesserung angenommen',
  'response-declined': 'Verbesserung abgelehnt',
  implemented: 'umgesetzt',
  closed: 'abgeschlossen',
  'fault-recorded': 'Störung verzeichnet',
};

export const auditHappened: Record<AuditEventType, string> = {
  'audit-opened': 'eröffnet',
  'audit-revised': 'geändert',
  'report-imported': 'Bericht eingereicht',
  'report-read': 'Bericht eingelesen; seine Zeilen warten auf Bestätigung',
  'report-refused': 'Bericht nicht lesbar',
  'import-confirmed': 'Zeilen bestätigt; Feststellungen werden angelegt',
  'import-issued': 'Feststellungen angelegt',
};

export const files = {
  held: {
    happened: 'wird zurückgehalten',
    lead: (about: string) =>
      `Die Datei, die Sie zu ${about} hochgeladen haben, wird zurückgehalten: Sie ließ sich nicht auf Schadsoftware prüfen.`,
    advice:
      'Sie ist beiseitegelegt und gilt nicht als Nachweis. Laden Sie eine Datei hoch, die sich prüfen lässt: ohne Passwort und nicht größer als nötig.',
  },
  quarantined: {
    happened: 'wurde abgelehnt',
    lead: (about: string) => `Die Datei, die Sie zu ${about} hochgeladen haben, wurde abgelehnt.`,
    advice: 'Sie gilt nicht als Nachweis und wird gelöscht. Laden Sie die richtige Datei hoch.',
  },
};

export const returns: Record<ReturnKind, { readonly happened: string; readonly lead: (address: string) => string }> = {
  bounce: {
    happened: 'E-Mail nicht zustellbar',
    lead: (address) => `Eine Nachricht an ${address} konnte nicht zugestellt werden.`,
  },
  complaint: {
    happened: 'E-Mail als unerwünscht gemeldet',
    lead: (address) => `Unter der Adresse ${address} wurde eine Nachricht als unerwünscht gemeldet.`,
  },
};

export const purposes: Record<LinkPurpose, string> = {
  'upload-report': 'Auditbericht hochladen',
  'upload-evidence': 'Nachweise hochladen',
  review: 'Feststellung prüfen',
  calendar: 'Fristen im Kalender verfolgen',
};

export const reasons: Record<(typeof reasonCodes)[number], string> = {
  'cause-not-addressed': 'Die Ursache wird nicht behandelt',
  'evidence-insufficient': 'Die Nachweise reichen nicht aus',
  'evidence-unrelated': 'Die Nachweise betreffen etwas anderes',
  'scope-incomplete': 'Der Umfang ist nicht vollständig',
  'not-implemented': 'Nicht umgesetzt',
  'not-effective': 'Nicht wirksam',
  other: 'Anderer Grund',
};

export const evidence: Record<(typeof evidenceStatuses)[number], string> = {
  uploading: 'noch nicht eingetroffen',
  checking: 'wird geprüft',
  held: 'zurückgehalten: nicht auf Schadsoftware prüfbar',
  registered: 'eingegangen, geprüft und verwahrt',
  quarantined: 'abgelehnt',
};

export const outcomes = { upheld: 'bestätigt', regraded: 'umgestuft', withdrawn: 'zurückgenommen' };
export const causes = {
  recurrence: 'erneutes Auftreten',
  ineffective: 'fehlende Wirksamkeit',
  'false-evidence': 'unzutreffende Nachweise',
};
export const ways: Record<DecisionWay, string> = {
  account: '',
  link: ' (über einen Link)',
  transcription: ' (übertragen)',
};
