import PostalMime, { type Email } from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { type Mail, MailFault, type Message } from '#ports/notices.ts';
import { newId } from './samples.ts';

export interface Post {
  readonly mail: Mail;
  /** Somebody this service may send to. */
  readonly recipient: string;
  /** The message as it was handed over. */
  readonly mimeOf: (id: string) => Uint8Array;
  /** Why nothing can be sent here at all. */
  readonly sendsNothing?: string;
}

/** Lines as they were given. The end of a part is not told from the end of its last line. */
const plain = (text: string | undefined): string | undefined => text?.replaceAll('\r\n', '\n').trimEnd();

export const mailContract = (name: string, makeAdapter: () => Post): void => {
  describe(`mail: ${name}`, () => {
    const message = (to: string): Message => ({
      to,
      subject: 'Plan für NC-1 fällig am 23. März',
      text: 'Guten Tag\n\nDer Plan ist fällig.\n.\nRedress\n',
      html: '<!doctype html>\n<html lang="de"><body><p>Der Plan ist fällig.</p></body></html>\n',
      language: 'de',
      calendar: [{ method: 'REQUEST', fileName: 'deadline.ics', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' }],
      reference: `due#plan#1#2026-03-23#-7#${newId()}@example.org`,
    });

    it('answers with an id of its own for each message', async (context) => {
      const { mail, recipient, sendsNothing } = makeAdapter();
      if (sendsNothing !== undefined) context.skip(sendsNothing);
      const ids = [await mail.send(message(recipient)), await mail.send(message(recipient))];
      expect(new Set(ids).size).toBe(2);
      expect(ids).not.toContain('');
    });

    it('throws MailFault for what is not one address, and sends nothing', async () => {
      const { mail } = makeAdapter();
      for (const to of ['', 'anna', 'anna@example.org, bea@example.org', 'anna@example.org\r\nBcc: bea@example.org'])
        await expect(mail.send(message(to))).rejects.toBeInstanceOf(MailFault);
    });

    it('carries the message whole', async (context) => {
      const { mail, recipient, mimeOf, sendsNothing } = makeAdapter();
      if (sendsNothing !== undefined) context.skip(sendsNothing);
      const sent = message(recipient);
      const mime = mimeOf(await mail.send(sent));
      const email: Email = await PostalMime.parse(mime);
      expect(email.to).toEqual([expect.objectContaining({ address: recipient })]);
      expect(email.subject).toBe(sent.subject);
      expect(plain(email.text)).toBe(plain(sent.text));
      expect(plain(email.html)).toBe(plain(sent.html));
      expect(email.attachments.map(({ mimeType, filename }) => [mimeType, filename])).toContainEqual([
        'application/ics',
        'deadline.ics',
      ]);
      const header = (key: string) => email.headers.find((each) => each.key === key)?.value;
      expect(header('x-redress-reference')).toBe(sent.reference);
      expect(header('auto-submitted')).toBe('auto-generated');
      expect(header('content-language')).toBe('de');
    });
  });
};
