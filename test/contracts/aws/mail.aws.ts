import {
  CreateConfigurationSetCommand,
  CreateEmailIdentityCommand,
  DeleteConfigurationSetCommand,
  DeleteEmailIdentityCommand,
  SESv2Client,
} from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll } from 'vitest';
import * as z from 'zod';
import { createMail } from '#adapters/aws/ses/mail.ts';
import { systemClock } from '#adapters/runtime/clock.ts';
import { mailContract } from '../mail.contract.ts';
import { newId } from '../samples.ts';
import { isAccount, service, testMailFrom } from './service.ts';

const client = new SESv2Client(service);
const address = testMailFrom ?? 'redress@example.org';
const EmailIdentity = address;
const ConfigurationSetName = `redress-contract-${newId()}`;

beforeAll(async () => {
  await client.send(new CreateConfigurationSetCommand({ ConfigurationSetName }));
  if (!isAccount) await client.send(new CreateEmailIdentityCommand({ EmailIdentity }));
});
afterAll(async () => {
  await client.send(new DeleteConfigurationSetCommand({ ConfigurationSetName }));
  if (!isAccount) await client.send(new DeleteEmailIdentityCommand({ EmailIdentity }));
  client.destroy();
});

/** What went to SES, by the id that it answered with: SES shows nobody what it has sent. */
const handedOver = new Map<string, Uint8Array>();
client.middlewareStack.add(
  (next) => async (request) => {
    const answer = await next(request);
    const { input, output } = Exchange.parse({ ...request, ...answer });
    if (output.MessageId !== undefined && input.Content?.Raw) handedOver.set(output.MessageId, input.Content.Raw.Data);
    return answer;
  },
  { step: 'initialize' },
);
const Exchange = z.object({
  input: z.object({ Content: z.object({ Raw: z.object({ Data: z.instanceof(Uint8Array) }) }).optional() }),
  output: z.object({ MessageId: z.string().optional() }),
});

mailContract('SES adapter', () => ({
  mail: createMail({
    client,
    sender: { name: 'Redress', address },
    configurationSet: ConfigurationSetName,
    clock: systemClock,
  }),
  // SES takes mail to its simulator from accounts in the sandbox too.
  recipient: 'success@simulator.amazonses.com',
  mimeOf: (id) => {
    const mime = handedOver.get(id);
    if (mime === undefined) throw new Error(`SES was given no message ${id}`);
    return mime;
  },
  ...(isAccount && testMailFrom === undefined && { sendsNothing: 'REDRESS_TEST_MAIL_FROM names no verified address' }),
}));
