import type { AuditCommandName } from '../audit/commands.ts';
import type { AuditFacts, ReportImport } from '../audit/state.ts';
import type { CommandName } from '../finding/commands.ts';
import type { Status } from '../finding/state.ts';
import type { Role } from '../people/person.ts';

/* By which names things go, in German: where a finding stands, who is who, what may be done. */

/** Where a finding stands. */
export const statuses: Record<Status, string> = {
  awaiting: 'erwartet',
  validating: 'wird geprüft',
  verifying: 'beim internen Auditor',
  'in-review': 'bei der Zertifizierungsstelle',
  'awaiting-response': 'Antwort erwartet',
  'response-accepted': 'angenommen',
  'response-declined': 'abgelehnt',
  implemented: 'umgesetzt',
  closed: 'abgeschlossen',
  withdrawn: 'zurückgenommen',
};

export const roles: Record<Role, string> = {
  owner: 'verantwortliche Person',
  'action-owner': 'für eine Maßnahme verantwortliche Person',
  'isms-manager': 'ISMS-Manager',
  'internal-auditor': 'interner Auditor',
  'lead-auditor': 'Auditleitung',
  auditor: 'Auditor',
  'decision-maker': 'Entscheider',
  'top-management': 'oberste Leitung',
  observer: 'Beobachter',
  administrator: 'Administrator',
  system: 'Redress',
};

/** What may be done with a finding, as a button says it. */
export const commands: Record<CommandName, string> = {
  issue: 'Anlegen',
  assign: 'Anderer Person zuweisen',
  submit: 'Einreichen',
  validate: 'Prüfen',
  verify: 'Verifizieren',
  accept: 'Annehmen',
  return: 'Zurückgeben',
  requestExtension: 'Fristverlängerung beantragen',
  decideExtension: 'Über die Fristverlängerung entscheiden',
  regrade: 'Umstufen',
  refuseRegrade: 'Vorgeschlagene Umstufung ablehnen',
  withdraw: 'Rücknahme vorschlagen',
  decideWithdrawal: 'Über die Rücknahme entscheiden',
  appeal: 'Einspruch einlegen',
  decideAppeal: 'Über den Einspruch entscheiden',
  followAudit: 'Dem Audit folgen',
  reopen: 'Wiedereröffnen',
  respond: 'Antworten',
  implement: 'Als umgesetzt melden',
  close: 'Abschließen',
  recordFault: 'Störung verzeichnen',
};

/** What may be done with an audit. */
export const auditCommands: Record<AuditCommandName, string> = {
  open: 'Audit eröffnen',
  revise: 'Audit ändern',
  importReport: 'Bericht importieren',
  reportRead: 'Bericht einlesen',
  reportRefused: 'Bericht ablehnen',
  confirmImport: 'Zeilen bestätigen',
  finishImport: 'Import abschließen',
};

export const auditDates: Record<keyof AuditFacts['dates'], string> = {
  firstDay: 'Erster Tag',
  lastDay: 'Letzter Tag',
  closingMeeting: 'Abschlussbesprechung',
  reportIssued: 'Bericht ausgestellt',
  reportReceived: 'Bericht erhalten',
  nextAudit: 'Erster Tag des nächsten Audits',
  certificateExpires: 'Zertifikat läuft ab',
};

/** How an audit report stands. */
export const importStatuses: Record<ReportImport['status'], string> = {
  reading: 'wird eingelesen',
  refused: 'nicht lesbar',
  'to-confirm': 'durchzusehen und zu bestätigen',
  confirmed: 'Feststellungen werden angelegt',
  issued: 'Feststellungen angelegt',
};
