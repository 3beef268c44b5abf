import type { AuditFacts, ReportImport } from '../audit/state.ts';
import type { CommandName } from '../finding/commands.ts';
import type { Status } from '../finding/state.ts';
import type { Role } from '../people/person.ts';

/* By which names things go, in English: where a finding stands, who is who, what may be done. */

/** Where a finding stands. */
export const statuses: Record<Status, string> = {
  awaiting: 'awaited',
  validating: 'being checked',
  verifying: 'with the internal auditor',
  'in-review': 'with the certification body',
  'awaiting-response': 'response awaited',
  'response-accepted': 'accepted',
  'response-declined': 'declined',
  implemented: 'implemented',
  closed: 'closed',
  withdrawn: 'withdrawn',
};

export const roles: Record<Role, string> = {
  owner: 'owner',
  'action-owner': 'action owner',
  'isms-manager': 'ISMS manager',
  'internal-auditor': 'internal auditor',
  'lead-auditor': 'lead auditor',
  auditor: 'auditor',
  'decision-maker': 'decision-maker',
  'top-management': 'top management',
  observer: 'observer',
  administrator: 'administrator',
  system: 'Redress',
};

/** What may be done with a finding, as a button says it. */
export const commands: Record<CommandName, string> = {
  issue: 'Issue',
  assign: 'Name another owner',
  submit: 'Hand in',
  validate: 'Check',
  verify: 'Verify',
  accept: 'Accept',
  return: 'Return',
  requestExtension: 'Ask for an extension',
  decideExtension: 'Decide on the extension',
  regrade: 'Regrade',
  refuseRegrade: 'Refuse the proposed regrade',
  withdraw: 'Propose to withdraw',
  decideWithdrawal: 'Decide on the withdrawal',
  appeal: 'Appeal',
  decideAppeal: 'Decide the appeal',
  followAudit: 'Follow the audit',
  reopen: 'Reopen',
  respond: 'Respond',
  implement: 'Say that it is implemented',
  close: 'Close',
  recordFault: 'Record a fault',
};

export const auditDates: Record<keyof AuditFacts['dates'], string> = {
  firstDay: 'First day',
  lastDay: 'Last day',
  closingMeeting: 'Closing meeting',
  reportIssued: 'Report issued',
  reportReceived: 'Report received',
  nextAudit: 'First day of the next audit',
  certificateExpires: 'Certificate expires',
};

/** How an audit report stands. */
export const importStatuses: Record<ReportImport['status'], string> = {
  reading: 'being read',
  refused: 'cannot be read',
  'to-confirm': 'to be looked at and confirmed',
  confirmed: 'being issued',
  issued: 'issued',
};
