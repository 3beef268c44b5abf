import type { ReturnKind } from '#domain/notice/suppression.ts';
import type { Said } from '../said.ts';

export const suppressions = {
  lead: 'Mail to these addresses came back for good, or was complained of. Nothing is sent to them until you lift it; other people are told in their place.',
  empty: 'Nobody is cut off: mail reaches everybody.',
  address: 'Address',
  kind: 'What happened',
  kinds: { bounce: 'came back', complaint: 'complained of as unwanted' } satisfies Said<ReturnKind>,
  reason: 'What the mail service said',
  at: 'Since',
  lift: 'Send to it again',
  liftOf: (address: string) => `Send to it again: ${address}`,
  liftTitle: (address: string) => `Send to ${address} again?`,
  liftLead:
    'First mend what was wrong: a full mailbox, a slip in the address, a filter. If mail comes back once more, the address is listed here again.',
  lifted: (address: string) => `Mail goes to ${address} again.`,
};
