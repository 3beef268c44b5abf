import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { PersonId } from '#domain/people/person.ts';
import { MailFault, type Message } from '#ports/notices.ts';

/** Whom mail comes from: the organization's name and its address. */
export interface Sender {
  readonly name: string;
  readonly address: string;
}

/** The same for a message sent again: mail programs then show it once. */
const messageId = (reference: string, { address }: Sender): string => {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return `<${createHash('sha256').update(reference).digest('hex').slice(0, 32)}@${domain}>`;
};

/**
 * A message as MIME, the same for every way it is sent: plain text in UTF-8, lines ended by CRLF.
 * `Auto-Submitted` (RFC 3834) keeps other programs from answering it; `X-Redress-Reference` carries the reference where
 * a mail service gives the message an id of its own. No text can begin a header of its own making: the composer turns
 * line breaks in header values into spaces, and the recipient is parsed as one address.
 * @param at instant in UTC, for the `Date` header
 * @throws {MailFault} when `to` is not one e-mail address
 */
export const composeMail = async (message: Message, sender: Sender, at: string): Promise<Buffer> => {
  const to = PersonId.safeParse(message.to);
  if (!to.success) throw new MailFault('the recipient is not one e-mail address', { cause: to.error });
  const composer = new MailComposer({
    from: { name: sender.name, address: sender.address },
    to: { name: '', address: to.data },
    subject: message.subject,
    text: message.text,
    messageId: messageId(message.reference, sender),
    date: new Date(at),
    headers: { 'X-Redress-Reference': message.reference, 'Auto-Submitted': 'auto-generated' },
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
};
