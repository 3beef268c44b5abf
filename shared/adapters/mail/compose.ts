import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { PersonId } from '#domain/people/person.ts';
import { type CalendarPart, MailFault, type Message } from '#ports/notices.ts';

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
 * Text for a header that readers decode. What looks like an encoded word of its own (RFC 2047) is taken apart: the composer
 * would leave it as it is, and its reader's program would show what it stands for, line breaks among it.
 */
const undecoded = (text: string): string => text.replaceAll('=?', '= ?');

type Composed = NonNullable<ConstructorParameters<typeof MailComposer>[0]>;

/**
 * Deadlines for the reader's calendar program. Programs look at one event where the text is (RFC 6047, 2.2): the first that
 * is requested stands there, or else the first that is cancelled. The others follow as files, each with its method.
 */
const calendarOf = (parts: readonly CalendarPart[]): Pick<Composed, 'icalEvent' | 'attachments'> => {
  const first = parts.find(({ method }) => method === 'REQUEST') ?? parts[0];
  if (!first) return {};
  return {
    icalEvent: { method: first.method, filename: first.fileName, content: first.content },
    attachments: parts
      .filter((part) => part !== first)
      .map(({ method, fileName, content }) => ({
        filename: fileName,
        content,
        contentType: `text/calendar; charset=utf-8; method=${method}`,
      })),
  };
};

/**
 * A message as MIME, the same for every way it is sent: plain text and HTML in UTF-8, lines ended by CRLF, and calendar
 * parts where it has some. `Auto-Submitted` (RFC 3834) keeps other programs from answering it; `X-Redress-Reference`
 * carries the reference where a mail service gives the message an id of its own. No text can begin a header of its own
 * making: the composer turns line breaks in header values into spaces, and the recipient is parsed as one address.
 * @param at instant in UTC, for the `Date` header
 * @throws {MailFault} when `to` is not one e-mail address
 */
export const composeMail = async (message: Message, sender: Sender, at: string): Promise<Buffer> => {
  const to = PersonId.safeParse(message.to);
  if (!to.success) throw new MailFault('the recipient is not one e-mail address', { cause: to.error });
  const composer = new MailComposer({
    from: { name: undecoded(sender.name), address: sender.address },
    to: { name: '', address: to.data },
    subject: undecoded(message.subject),
    text: message.text,
    html: message.html,
    ...calendarOf(message.calendar ?? []),
    messageId: messageId(message.reference, sender),
    date: new Date(at),
    headers: {
      'X-Redress-Reference': message.reference,
      'Auto-Submitted': 'auto-generated',
      'Content-Language': message.language,
    },
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
};
