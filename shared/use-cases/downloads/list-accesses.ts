import type { Access } from '#domain/evidence/access.ts';
import type { Actor } from '#domain/people/person.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Accesses } from '#ports/accesses.ts';
import type { FileOwner } from '#ports/evidence.ts';
import { allowedOn, type SubjectStore } from './allowed.ts';

/** Who looked at what, and who used which link; oldest first. */
export const listAccesses = async (
  store: SubjectStore & { readonly accesses: Pick<Accesses, 'of'> },
  owner: FileOwner,
  actor: Actor,
): Promise<Result<readonly Access[]>> => {
  const allowed = await allowedOn(store, owner, 'seeAccesses', actor);
  return allowed.ok ? ok(await store.accesses.of(owner)) : allowed;
};
