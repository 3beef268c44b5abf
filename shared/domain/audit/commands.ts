import * as z from 'zod';
import { AuditFacts } from './state.ts';

const importId = z.string().regex(/^[0-9a-f]{32}$/);
const hash = z.string();

/** Commands on an audit. `reportRead`, `reportRefused` and `finishImport` are given by the `audit-intake` machine. */
export const auditCommandBodies = {
  open: AuditFacts,
  revise: AuditFacts,
  /** `evidence`: the registered file, by the id of its record. */
  importReport: z.strictObject({ importId, fileName: z.string().min(1).max(200), evidence: z.string().min(1) }),
  reportRead: z.strictObject({ importId, rows: hash }),
  reportRefused: z.strictObject({
    importId,
    reasons: z.array(z.strictObject({ code: z.string(), message: z.string(), field: z.string().optional() })).min(1),
  }),
  confirmImport: z.strictObject({ importId, findings: hash }),
  finishImport: z.strictObject({ importId, issued: z.array(z.string()) }),
} as const;
export type AuditCommandName = keyof typeof auditCommandBodies;
export const auditCommandNames = Object.keys(auditCommandBodies) as AuditCommandName[];
export type AuditCommand = {
  [C in AuditCommandName]: { readonly name: C; readonly body: z.infer<(typeof auditCommandBodies)[C]> };
}[AuditCommandName];
