import type { Happened } from '../record/events.ts';

/** Something that happened to a finding. `before`: the event that it went from. */
export interface Change {
  readonly event: Happened;
  readonly before: Happened | undefined;
}

/** What has happened since somebody saw a version, the first first. */
export const changesSince = (events: readonly Happened[], version: number): readonly Change[] => {
  const inOrder = events.toSorted((one, other) => one.seq - other.seq);
  return inOrder.flatMap((event, place) => (event.seq > version ? [{ event, before: inOrder[place - 1] }] : []));
};

/** Whether anybody else had a hand in it: what one did oneself, one knows. */
export const anyByOthers = (changes: readonly Change[], person: string): boolean =>
  changes.some(({ event }) => event.actor.person !== person);
