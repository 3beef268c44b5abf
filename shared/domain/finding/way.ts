import type { Role } from '../people/person.ts';

/**
 * How somebody's word came into the record. `account`: signed in. `link`: by a link sent to the person, who has no
 * account. `transcription`: the ISMS manager copied it from the certification body's document.
 */
export const decisionWays = ['account', 'link', 'transcription'] as const;
export type DecisionWay = (typeof decisionWays)[number];

/** By which way an event's word came; Redress itself came none. `transcription`: what the event has of one. */
export const wayOf = (
  actor: { readonly role: Role; readonly link?: string | undefined },
  transcription: object | undefined,
): DecisionWay | undefined => {
  if (actor.role === 'system') return undefined;
  if (transcription) return 'transcription';
  return actor.link === undefined ? 'account' : 'link';
};
