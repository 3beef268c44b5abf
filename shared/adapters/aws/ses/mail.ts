import {
  DeleteSuppressedDestinationCommand,
  NotFoundException,
  type SESv2Client,
  SendEmailCommand,
} from '@aws-sdk/client-sesv2';
import { referenceOf } from '#domain/notice/reference.ts';
import type { Clock } from '#ports/clock.ts';
import { type Mail, MailFault } from '#ports/notices.ts';
import { composeMail, type Sender } from '../../mail/compose.ts';
import { reasonOf } from '../../reason.ts';

export interface SesMail {
  readonly client: SESv2Client;
  /** A verified identity of SES. */
  readonly sender: Sender;
  /** Under its name SES says what became of a message: bounces and complaints. */
  readonly configurationSet: string;
  readonly clock: Clock;
}

/** Mail by SES. SES puts a Message-ID of its own in place of ours, and answers with it. */
export const createMail = ({ client, sender, configurationSet, clock }: SesMail): Mail => ({
  send: async (message) => {
    const mime = await composeMail(message, sender, clock.now());
    try {
      const { MessageId } = await client.send(
        new SendEmailCommand({
          FromEmailAddress: sender.address,
          Destination: { ToAddresses: [message.to] },
          Content: { Raw: { Data: mime } },
          ConfigurationSetName: configurationSet,
          // SES counts by it; what exactly the message is about, its own header says.
          EmailTags: [{ Name: 'redress', Value: referenceOf(message.reference)?.kind ?? 'other' }],
        }),
      );
      if (MessageId === undefined) throw new MailFault('SES answered without a message id');
      return MessageId;
    } catch (cause) {
      if (cause instanceof MailFault) throw cause;
      throw new MailFault(`sending mail failed: ${reasonOf(cause)}`, { cause });
    }
  },

  takeUpAgain: async (address) => {
    try {
      await client.send(new DeleteSuppressedDestinationCommand({ EmailAddress: address }));
    } catch (cause) {
      // SES had not given it up.
      if (cause instanceof NotFoundException) return;
      throw new MailFault(`having SES take up an address again failed: ${reasonOf(cause)}`, { cause });
    }
  },
});
