import { permissions } from '#domain/people/permissions.ts';
import { useAnswer } from '../../client/use-client.tsx';
import { useIsAny } from '../../parts/use-roles.ts';
import type { Audit } from './holds.ts';

export type LikelyPeople = readonly { readonly email: string; readonly name?: string }[];

/** Who is likely to be named: the directory for who may read it, and for others the team and who writes. */
export const useLikelyPeople = (team: Audit['facts']['team']): LikelyPeople => {
  const me = useAnswer('me', {}).data;
  const directory = useAnswer('listPeople', {}, useIsAny(permissions.listPeople)).data;
  if (directory) return directory.people;
  const others = team.filter(({ person }) => person !== me?.email);
  return [...(me ? [me] : []), ...others.map(({ person }) => ({ email: person }))];
};
