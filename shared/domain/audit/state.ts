import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { PersonId, roles } from '../people/person.ts';
import { TakenCommand } from '../trail/taken-command.ts';

export const auditKinds = ['internal', 'stage-1', 'stage-2', 'surveillance', 'recertification', 'special'] as const;

/** Clocks count from these: a slip such as 2206 must not become a deadline. */
export const AuditDate = CivilDate.refine((date) => date >= '1990-01-01' && date <= '2100-12-31', {
  error: 'Give a date between 1990 and 2100.',
});

/** Civil dates in the organization's time zone. */
export const AuditDates = z.strictObject({
  firstDay: AuditDate,
  lastDay: AuditDate,
  closingMeeting: AuditDate.optional(),
  reportIssued: AuditDate.optional(),
  reportReceived: AuditDate.optional(),
  /** First day of the next scheduled audit: remediation of minors is due by then. */
  nextAudit: AuditDate.optional(),
  certificateExpires: AuditDate.optional(),
});
export type AuditDates = z.infer<typeof AuditDates>;

export const TeamMember = z.strictObject({ person: PersonId, role: z.enum(['lead-auditor', 'auditor']) });

/** What a person tells of an audit. */
export const AuditFacts = z.strictObject({
  kind: z.enum(auditKinds),
  title: z.string().trim().min(1).max(200),
  objective: z.string().trim().min(1).max(2000).optional(),
  scope: z.string().trim().min(1).max(2000).optional(),
  criteria: z.string().trim().min(1).max(2000).optional(),
  dates: AuditDates,
  team: z.array(TeamMember).min(1).max(20),
});
export type AuditFacts = z.infer<typeof AuditFacts>;

/**
 * `refused`: the report cannot be read, or a fault stopped it on its way; it may be handed in again, and what was issued
 * already is left out then.
 */
export const importStatuses = ['reading', 'refused', 'to-confirm', 'confirmed', 'issued'] as const;

/** An audit report that was handed in, by the SHA-256 of the file: the same file is the same import. */
export const ReportImport = z.strictObject({
  id: z.string(),
  fileName: z.string(),
  status: z.enum(importStatuses),
  /** Hash of the stored rows, once read. */
  rows: z.string().optional(),
  /** Hash of the stored findings to issue, once confirmed. */
  confirmed: z.string().optional(),
  /** Who handed the report in and, once confirmed, who confirmed it; with the role that person acted in. */
  by: z.string(),
  role: z.enum(roles),
});
export type ReportImport = z.infer<typeof ReportImport>;

export const Audit = z.strictObject({
  id: z.string(),
  seq: z.int().min(1),
  facts: AuditFacts,
  imports: z.array(ReportImport),
  taken: z.array(TakenCommand),
});
export type Audit = z.infer<typeof Audit>;
