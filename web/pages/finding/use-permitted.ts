import { rolesOn } from '#domain/finding/duties.ts';
import { type Permission, permissions } from '#domain/people/permissions.ts';
import type { Role } from '#domain/people/person.ts';
import { useAnswer } from '../../client/use-client.tsx';

/**
 * Whether who is signed in may do this with a finding: by the domain's own rule and the lists that the API goes by.
 * `false` while it is not known yet.
 */
export const usePermitted = (permission: Permission, finding: string): boolean => {
  const me = useAnswer('me', {}).data;
  const found = useAnswer('getFinding', { path: { finding } }).data?.finding;
  const audit = useAnswer('getAudit', { path: { audit: found?.facts.audit ?? '' } }, found !== undefined).data;
  if (!me || !found || !audit) return false;
  const allowed: readonly Role[] = permissions[permission];
  return rolesOn({ person: me.email, roles: me.roles }, found, audit.facts.team).some((role) => allowed.includes(role));
};
