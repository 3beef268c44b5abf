import type { Round } from '#domain/finding/state.ts';
import type { Said } from '../said.ts';

export const print = {
  open: 'Print',
  press: 'Print',
  back: 'Back to the finding',
  asOf: (at: string) => `As of ${at}`,
  stages: 'Stages',
  due: 'Due',
  round: 'Round',
  outcome: 'Outcome',
  outcomes: {
    incomplete: 'Incomplete',
    'not-confirmed': 'Not confirmed',
    returned: 'Returned',
    accepted: 'Accepted',
  } satisfies Said<Round['outcome']>,
  present: 'Waits for its outcome',
  handedIn: 'Handed in',
  handedInBy: (by: string, on: string) => `${by}, ${on}`,
  noRounds: 'Nothing has been handed in yet.',
  file: 'File',
  size: 'Size',
  decisions: 'Decisions',
  noDecisions: 'Nothing has been decided yet.',
  end: (events: number, hash: string) => `${events} events; SHA-256 of the last: ${hash}`,
};
