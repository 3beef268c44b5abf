import type * as z from 'zod';
import type { AuditView } from '#contracts/http.ts';
import { auditActionsOf } from '#domain/audit/actions.ts';
import type { Audit } from '#domain/audit/state.ts';
import type { Actor } from '#domain/people/person.ts';

/** An audit as somebody sees it, with what that person may do with it. */
export const auditView = ({ seq, id, facts, imports }: Audit, actor: Actor): z.infer<typeof AuditView> => ({
  version: seq,
  id,
  facts,
  imports,
  actions: auditActionsOf(actor, facts.team),
});
