import type * as z from 'zod';
import type { ImportView } from '#contracts/http.ts';
import type { AuditEvent } from '#domain/audit/events.ts';
import type { Actor } from '#domain/people/person.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { Contents } from '#ports/trail.ts';
import { importOf, readRows } from '../audits/import-rows.ts';
import { auditNotFound, mayPlan, notAPlanner } from '../commands/access.ts';
import type { Trails } from '../trails.ts';

type View = z.infer<typeof ImportView>;

const reasonsOf = async (store: Pick<Trails, 'audits'>, audit: string, importId: string): Promise<View['reasons']> => {
  const events: readonly AuditEvent[] = await store.audits.all(audit);
  const refused = events.findLast((event) => event.type === 'report-refused' && event.data.importId === importId);
  return refused?.type === 'report-refused' ? refused.data.reasons : undefined;
};

/** An import as a person sees it: its status, every row, and why the file as a whole was refused, if it was. */
export const readImport = async (
  store: Pick<Trails, 'audits'> & { readonly contents: Contents },
  auditId: string,
  importId: string,
  actor: Actor,
): Promise<Result<View>> => {
  const audit = (await store.audits.latest(auditId))?.state;
  if (!audit) return refuse(auditNotFound);
  if (!mayPlan(actor, audit.facts.team)) return refuse(notAPlanner);
  const found = importOf(audit, importId);
  if (!found) return refuse({ code: 'not-found', message: 'There is no such import.' });
  const rowList = found.rows === undefined ? [] : await readRows(store.contents, auditId, found.rows);
  const reasons = found.status === 'refused' ? await reasonsOf(store, auditId, importId) : undefined;
  return ok({ ...found, rowList, ...(reasons && { reasons }) });
};
