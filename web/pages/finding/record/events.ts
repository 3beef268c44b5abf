import type { FindingEvent } from '#domain/finding/events.ts';
import type { Sealed } from '#domain/trail/chain.ts';
import { useAnswer } from '../../../client/use-client.tsx';

/** An event as it lies in the trail, hashes and all. */
export type Happened = Sealed<FindingEvent>;

const none: readonly Happened[] = [];

/** The trail of a finding, oldest first. The answer is open to what types of events come; what is in it the domain wrote. */
export const useEvents = (finding: string): readonly Happened[] => {
  const { data } = useAnswer('listEvents', { path: { finding } });
  return data === undefined ? none : (data.events as unknown as readonly Happened[]);
};
