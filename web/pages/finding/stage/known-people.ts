import type { Answer } from '../../../client/types.ts';
import { useAnswer } from '../../../client/use-client.tsx';

/** Who is likely to be named on a finding: whoever it names already, and who writes. */
export const useKnownPeople = ({ finding }: Answer<'getFinding'>): readonly { email: string; name?: string }[] => {
  const me = useAnswer('me', {});
  const named = 'actionOwners' in finding ? finding.actionOwners : [];
  const addresses = new Set([finding.owner, ...named]);
  if (me.data) addresses.delete(me.data.email);
  return [
    ...(me.data ? [{ email: me.data.email, name: me.data.name }] : []),
    ...[...addresses].map((email) => ({ email })),
  ];
};
