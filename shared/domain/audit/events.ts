import * as z from 'zod';
import { eventEnvelope } from '../finding/events.ts';
import { auditCommandBodies, auditCommandNames } from './commands.ts';
import { Audit } from './state.ts';

/** What happened to an audit. The data is what the command said: an audit knows no computed dates. */
export const AuditChange = z.discriminatedUnion('type', [
  z.object({ type: z.literal('audit-opened'), data: auditCommandBodies.open }),
  z.object({ type: z.literal('audit-revised'), data: auditCommandBodies.revise }),
  z.object({ type: z.literal('report-imported'), data: auditCommandBodies.importReport }),
  z.object({ type: z.literal('report-read'), data: auditCommandBodies.reportRead }),
  z.object({ type: z.literal('report-refused'), data: auditCommandBodies.reportRefused }),
  z.object({ type: z.literal('import-confirmed'), data: auditCommandBodies.confirmImport }),
  z.object({ type: z.literal('import-issued'), data: auditCommandBodies.finishImport }),
]);
export type AuditChange = z.infer<typeof AuditChange>;
export type AuditEventType = AuditChange['type'];

export const AuditEvent = z.intersection(
  z.object({
    ...eventEnvelope,
    command: z.strictObject({ name: z.enum(auditCommandNames), id: z.string(), fingerprint: z.string() }),
    state: Audit,
  }),
  AuditChange,
);
export type AuditEvent = z.infer<typeof AuditEvent>;
