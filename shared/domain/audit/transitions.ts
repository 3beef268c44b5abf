import type { Role } from '../people/person.ts';
import type { AuditCommandName } from './commands.ts';
import type { AuditEventType } from './events.ts';
import type { ReportImport } from './state.ts';

/**
 * Who may do what to an audit. `import`: the status a report's import must be in (`none`: not imported before), where
 * the command is about one.
 */
export interface AuditTransition {
  readonly command: AuditCommandName;
  readonly on: 'none' | 'audit';
  readonly import?: readonly (ReportImport['status'] | 'none')[];
  readonly by: readonly Role[];
  readonly event: AuditEventType;
}

const planners = ['isms-manager', 'lead-auditor'] as const;

// biome-ignore format: a table reads best as one
export const auditTransitions = [
  { command: 'open',          on: 'none',                                                   by: planners,   event: 'audit-opened' },
  { command: 'revise',        on: 'audit',                                                  by: planners,   event: 'audit-revised' },
  // By Redress itself where the report came by a link: its uploader has no account.
  { command: 'importReport',  on: 'audit', import: ['none', 'refused'],                     by: [...planners, 'system'], event: 'report-imported' },
  { command: 'reportRead',    on: 'audit', import: ['reading'],                             by: ['system'], event: 'report-read' },
  { command: 'reportRefused', on: 'audit', import: ['reading', 'to-confirm', 'confirmed'],  by: ['system'], event: 'report-refused' },
  { command: 'confirmImport', on: 'audit', import: ['to-confirm'],                          by: planners,   event: 'import-confirmed' },
  { command: 'finishImport',  on: 'audit', import: ['confirmed'],                           by: ['system'], event: 'import-issued' },
] as const satisfies readonly AuditTransition[];

/** The one row of a command. */
export const auditTransitionOf = (command: AuditCommandName): AuditTransition => {
  const row = auditTransitions.find((each) => each.command === command);
  if (!row) throw new RangeError(`the audit table has no row for ${command}`);
  return row;
};
