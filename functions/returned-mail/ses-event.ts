import * as z from 'zod';
import { type Reference, referenceOf } from '#domain/notice/reference.ts';
import { PersonId } from '#domain/people/person.ts';
import type { ReturnedMail } from '#use-cases/returned-mail/take-returned-mail.ts';

/*
 * What SES says of mail that came back, as EventBridge hands it on:
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */

const Mail = z.object({
  messageId: z.string(),
  /** Every message of ours goes to one address. */
  destination: z.tuple([PersonId]),
  headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  commonHeaders: z.object({ subject: z.string().optional() }).optional(),
});
type Mail = z.infer<typeof Mail>;

const Bounce = z.object({
  bounceType: z.string(),
  bounceSubType: z.string().optional(),
  bouncedRecipients: z
    .array(z.object({ status: z.string().optional(), diagnosticCode: z.string().optional() }))
    .default([]),
  timestamp: z.string(),
});

const Complaint = z.object({
  complaintFeedbackType: z.string().nullish(),
  complaintSubType: z.string().nullish(),
  timestamp: z.string(),
});

export const SesEvent = z.discriminatedUnion('detail-type', [
  z.object({ 'detail-type': z.literal('Email Bounced'), detail: z.object({ bounce: Bounce, mail: Mail }) }),
  z.object({
    'detail-type': z.literal('Email Complaint Received'),
    detail: z.object({ complaint: Complaint, mail: Mail }),
  }),
]);
export type SesEvent = z.infer<typeof SesEvent>;

/** As much as is kept of what the mail service said. */
const longestReason = 1000;

const sentence = (...parts: readonly (string | null | undefined)[]): string =>
  parts
    .filter((part) => part)
    .join(', ')
    .slice(0, longestReason);

const referenceIn = ({ headers }: Mail): Reference | undefined => {
  const header = headers.find(({ name }) => name.toLowerCase() === 'x-redress-reference');
  // A long header may come folded; no reference holds a space.
  return header && referenceOf(header.value.replace(/\s+/g, ''));
};

const known = (mail: Mail) => ({
  address: mail.destination[0],
  messageId: mail.messageId,
  reference: referenceIn(mail),
  subject: mail.commonHeaders?.subject,
});

/** What came back; `undefined` where a reader said that a message is no unwanted one after all. */
export const returnedMailOf = (event: SesEvent): ReturnedMail | undefined => {
  if (event['detail-type'] === 'Email Bounced') {
    const { bounce, mail } = event.detail;
    const [recipient] = bounce.bouncedRecipients;
    return {
      ...known(mail),
      kind: 'bounce',
      // Neither `Transient` nor `Undetermined` says that the address is good for nothing.
      isPermanent: bounce.bounceType === 'Permanent',
      reason: sentence(bounce.bounceType, bounce.bounceSubType, recipient?.status, recipient?.diagnosticCode),
      at: new Date(bounce.timestamp).toISOString(),
    };
  }
  const { complaint, mail } = event.detail;
  if (complaint.complaintFeedbackType === 'not-spam') return undefined;
  return {
    ...known(mail),
    kind: 'complaint',
    isPermanent: true,
    reason: sentence(complaint.complaintFeedbackType, complaint.complaintSubType),
    at: new Date(complaint.timestamp).toISOString(),
  };
};
