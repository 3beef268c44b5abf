import { SESv2Client } from '@aws-sdk/client-sesv2';
import { expect, it } from 'vitest';
import { MailFault } from '#ports/notices.ts';
import { type Answer, answering, awsError } from '../answering.fixture.ts';
import { createMail } from './mail.ts';

const message = { to: 'anna@example.org', subject: 'Plan due', text: 'Hello\n', reference: 'due#plan' };

const on = async (answer: Answer) => {
  const { options, requests } = await answering(() => answer);
  const sender = { name: 'Redress', address: 'redress@example.org' };
  const clock = { now: () => '2026-03-09T08:00:00.000Z' };
  return { mail: createMail({ client: new SESv2Client(options), sender, clock }), requests };
};

it('hands SES the MIME with its one recipient beside it', async () => {
  const { mail, requests } = await on({ body: { MessageId: 'm-1' } });
  expect(await mail.send(message)).toBe('m-1');
  const { FromEmailAddress, Destination, Content } = JSON.parse(requests[0]?.body ?? '{}');
  expect({ FromEmailAddress, Destination }).toEqual({
    FromEmailAddress: 'redress@example.org',
    Destination: { ToAddresses: ['anna@example.org'] },
  });
  expect(Buffer.from(Content.Raw.Data, 'base64').toString()).toMatch(/^Date: Mon, 09 Mar 2026 08:00:00 \+0000\r$/m);
});

it('throws MailFault for what SES rejects, and for an answer without an id', async () => {
  for (const answer of [awsError('MessageRejected'), { body: {} }]) {
    const { mail } = await on(answer);
    await expect(mail.send(message)).rejects.toBeInstanceOf(MailFault);
  }
});
