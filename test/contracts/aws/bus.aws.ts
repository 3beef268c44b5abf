import {
  CreateEventBusCommand,
  DeleteEventBusCommand,
  DeleteRuleCommand,
  EventBridgeClient,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll } from 'vitest';
import * as z from 'zod';
import { createBus } from '#adapters/aws/eventbridge/bus.ts';
import { busSource } from '#contracts/bus.ts';
import { busContract } from '../bus.contract.ts';
import { newId } from '../samples.ts';
import { createQueue, type TestQueue } from './queue.ts';
import { service } from './service.ts';

const client = new EventBridgeClient(service);
const busName = `redress-contract-${newId()}`;
const rule = { Name: 'everything', EventBusName: busName };
let queue: TestQueue;

beforeAll(async () => {
  await client.send(new CreateEventBusCommand({ Name: busName }));
  queue = await createQueue('events.amazonaws.com');
  await client.send(new PutRuleCommand({ ...rule, EventPattern: JSON.stringify({ source: [busSource] }) }));
  await client.send(
    new PutTargetsCommand({ Rule: rule.Name, EventBusName: busName, Targets: [{ Id: 'queue', Arn: queue.arn }] }),
  );
});
afterAll(async () => {
  await client.send(new RemoveTargetsCommand({ Rule: rule.Name, EventBusName: busName, Ids: ['queue'] }));
  await client.send(new DeleteRuleCommand(rule));
  await client.send(new DeleteEventBusCommand({ Name: busName }));
  await queue.remove();
  client.destroy();
});

const Envelope = z.object({ 'detail-type': z.string(), detail: z.unknown() });

busContract('EventBridge adapter', () => ({
  bus: createBus({ client, busName }),
  received: async () =>
    (await queue.bodies()).map((body) => {
      const { 'detail-type': detailType, detail } = Envelope.parse(JSON.parse(body));
      return { detailType, detail };
    }),
}));
