import type { Actor } from '#domain/people/person.ts';
import { ok, type Result } from '#domain/result.ts';
import { permittedAudit } from '../queries/read-finding.ts';
import type { LinkStore } from './find-link.ts';
import { type SeenLink, seenAt } from './seen-link.ts';

/** The links of an audit and of its findings, newest first, with how each stands and how often it was used. */
export const listLinks = async (
  store: LinkStore,
  auditId: string,
  actor: Actor,
): Promise<Result<readonly SeenLink[]>> => {
  const audit = await permittedAudit(store, auditId, actor, 'seeLinks');
  if (!audit.ok) return audit;
  const now = store.clock.now();
  return ok((await store.links.of(auditId)).map(({ link }) => seenAt(link, now)));
};
