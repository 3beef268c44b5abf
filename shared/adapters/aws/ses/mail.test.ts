import { SESv2Client } from '@aws-sdk/client-sesv2';
import { describe, expect, it } from 'vitest';
import { MailFault, type Message } from '#ports/notices.ts';
import { type Answer, answering, awsError } from '../answering.fixture.ts';
import { createMail } from './mail.ts';

const message: Message = {
  to: 'anna@example.org',
  subject: 'Plan due',
  text: 'Hello\n',
  html: '<p>Hello</p>',
  language: 'en',
  reference: 'digest#2026-03-16#anna@example.org',
};

const on = async (answer: Answer) => {
  const { options, requests } = await answering(() => answer);
  const sender = { name: 'Redress', address: 'redress@example.org' };
  const clock = { now: () => '2026-03-09T08:00:00.000Z' };
  const client = new SESv2Client(options);
  return { mail: createMail({ client, sender, configurationSet: 'redress-test', clock }), requests };
};

describe('sending', () => {
  it('hands SES the MIME with its one recipient beside it, under the configuration set that tells what became of it', async () => {
    const { mail, requests } = await on({ body: { MessageId: 'm-1' } });
    expect(await mail.send(message)).toBe('m-1');
    const { Content, ...rest } = JSON.parse(requests[0]?.body ?? '{}');
    expect(rest).toEqual({
      FromEmailAddress: 'redress@example.org',
      Destination: { ToAddresses: ['anna@example.org'] },
      ConfigurationSetName: 'redress-test',
      EmailTags: [{ Name: 'redress', Value: 'digest' }],
    });
    const mime = Buffer.from(Content.Raw.Data, 'base64').toString();
    expect(mime).toMatch(/^Date: Mon, 09 Mar 2026 08:00:00 \+0000\r$/m);
    expect(mime).toMatch(/^X-Redress-Reference: digest#2026-03-16#anna@example.org\r$/m);
  });

  it('throws MailFault for what SES rejects, and for an answer without an id', async () => {
    for (const answer of [awsError('MessageRejected'), { body: {} }]) {
      const { mail } = await on(answer);
      await expect(mail.send(message)).rejects.toBeInstanceOf(MailFault);
    }
  });
});

describe('an address that SES had given up', () => {
  it('is taken off its list', async () => {
    const { mail, requests } = await on({ body: {} });
    await mail.takeUpAgain('anna+x@example.org');
    expect(requests.map(({ method, path }) => [method, path])).toEqual([
      ['DELETE', '/v2/email/suppression/addresses/anna%2Bx%40example.org'],
    ]);
  });

  it('may not be on it', async () => {
    const { mail } = await on({ status: 404, ...awsError('NotFoundException') });
    await expect(mail.takeUpAgain('anna@example.org')).resolves.toBeUndefined();
  });

  it('throws MailFault where SES fails', async () => {
    const { mail } = await on(awsError('TooManyRequestsException'));
    await expect(mail.takeUpAgain('anna@example.org')).rejects.toBeInstanceOf(MailFault);
  });
});
