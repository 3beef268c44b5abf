import { revoked } from '#domain/link/code.ts';
import type { Link } from '#domain/link/link.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import { permittedAudit } from '../queries/read-finding.ts';
import { changedTo, changeLink, type LinkStore, recordUse } from './find-link.ts';
import type { LinkRequest } from './make-link.ts';
import { type SeenLink, seenAt } from './seen-link.ts';

/** Revokes a link at once, with every code and session of it. Repeated: the link as it stands. */
export const revokeLink = async (
  store: LinkStore,
  id: string,
  { audit: auditId, actor, address }: LinkRequest,
): Promise<Result<SeenLink>> => {
  const audit = await permittedAudit(store, auditId, actor, 'revokeLinks');
  if (!audit.ok) return audit;
  const found = (await store.links.of(auditId)).find(({ link }) => link.id === id);
  if (!found)
    return refuse({
      code: 'not-found',
      message: 'This audit has no such link. One made a moment ago may not be listed yet: try again.',
    });
  const now = store.clock.now();
  const seen = (link: Link) => ok(seenAt(link, now));
  if (found.link.revoked) return seen(found.link);
  const changed = await changeLink(store, found, (link) => changedTo(revoked(link, actor.person, now)));
  if (!changed.ok) {
    const fresh = await store.links.get(found.hash);
    return fresh?.revoked ? seen(fresh) : changed;
  }
  await recordUse(store, { link: found.link, address }, { kind: 'link-revoked', person: actor.person });
  return seen(changed.value.link);
};
