export const trail = {
  title: 'Trail',
  lead: 'Each event carries the hash of the one before. Your browser has just made every hash anew.',
  back: 'Back to the finding',
  checking: 'The chain is being checked …',
  whole: (events: number) =>
    `The chain is whole: ${events} ${events === 1 ? 'event' : 'events'}, none altered, none left out, none added.`,
  broken: (at: number, reason: string) => `The chain is broken at event ${at}: ${reason}. Tell your administrator.`,
  reasons: {
    sequence: 'its number does not follow',
    'previous-hash': 'it does not carry the hash of the event before',
    hash: 'its content does not have the hash it carries',
    aggregate: 'it belongs to another finding',
  },
  number: 'Number',
  event: 'Event',
  when: 'When',
  who: 'By whom',
  hash: 'SHA-256',
  check: 'Checked here',
  fits: 'fits',
  doesNotFit: 'does not fit',
};
