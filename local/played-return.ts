import PostalMime from 'postal-mime';
import type { WholeMessage } from '#adapters/local/mailbox.ts';
import type { BusMessage } from '#ports/bus.ts';

/** Ways in which a message comes back. */
export const returnWays = ['permanent', 'transient', 'complaint'] as const;
export type ReturnWay = (typeof returnWays)[number];

const bounces = {
  permanent: { bounceSubType: 'General', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' },
  transient: { bounceSubType: 'MailboxFull', status: '4.2.2', diagnosticCode: 'smtp; 452 4.2.2 mailbox full' },
} as const;

/**
 * What SES would say on EventBridge if a message of the mailbox had come back.
 * @param at instant in UTC
 */
export const returnedAs = async (message: WholeMessage, way: ReturnWay, at: string): Promise<BusMessage> => {
  const { id, to, subject } = message;
  const { headers } = await PostalMime.parse(message.mime);
  const mail = {
    timestamp: message.at,
    messageId: id,
    destination: [to],
    headersTruncated: false,
    headers: headers.map(({ key, value }) => ({ name: key, value })),
    commonHeaders: { to: [to], subject },
    tags: { 'ses:configuration-set': ['redress'] },
  };
  if (way === 'complaint')
    return {
      detailType: 'Email Complaint Received',
      detail: {
        eventType: 'Complaint',
        complaint: {
          complainedRecipients: [{ emailAddress: to }],
          complaintFeedbackType: 'abuse',
          complaintSubType: null,
          timestamp: at,
        },
        mail,
      },
    };
  const { bounceSubType, ...said } = bounces[way];
  return {
    detailType: 'Email Bounced',
    detail: {
      eventType: 'Bounce',
      bounce: {
        bounceType: way === 'permanent' ? 'Permanent' : 'Transient',
        bounceSubType,
        bouncedRecipients: [{ emailAddress: to, action: 'failed', ...said }],
        timestamp: at,
      },
      mail,
    },
  };
};
