import { useMemo } from 'react';
import type { Answer } from '../../../client/types.ts';
import { useAnswer } from '../../../client/use-client.tsx';

/** Who is likely to be named on a finding: whoever it names already, and who writes. */
export const useKnownPeople = ({ finding }: Answer<'getFinding'>): readonly { email: string; name?: string }[] => {
  const { data: me } = useAnswer('me', {});
  // The answer stays the same object until something in it changed, and so do these.
  return useMemo(() => {
    const named = 'actionOwners' in finding ? finding.actionOwners : [];
    const addresses = new Set([finding.owner, ...named]);
    if (me) addresses.delete(me.email);
    return [...(me ? [{ email: me.email, name: me.name }] : []), ...[...addresses].map((email) => ({ email }))];
  }, [finding, me]);
};
