import type { Permission } from '#domain/people/permissions.ts';
import type { Actor } from '#domain/people/person.ts';
import { ok, type Result } from '#domain/result.ts';
import type { FileOwner } from '#ports/evidence.ts';
import { permittedAudit, readableFinding } from '../queries/read-finding.ts';
import type { Trails } from '../trails.ts';

export type SubjectStore = Pick<Trails, 'findings' | 'audits' | 'clock' | 'timeZone'>;

/** Whether the person may do this with a finding or an audit; a foreign finding is answered like none. */
export const allowedOn = async (
  store: SubjectStore,
  { kind, aggregate }: FileOwner,
  permission: Permission,
  actor: Actor,
): Promise<Result<FileOwner>> => {
  const found = await (kind === 'audit' ? permittedAudit : readableFinding)(store, aggregate, actor, permission);
  return found.ok ? ok({ kind, aggregate }) : found;
};
