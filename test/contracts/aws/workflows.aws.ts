import { CreateStateMachineCommand, DeleteStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, onTestFinished, vi } from 'vitest';
import * as z from 'zod';
import { createWorkflows } from '#adapters/aws/step-functions/workflows.ts';
import { newId } from '../samples.ts';
import { workflowsContract } from '../workflows.contract.ts';
import { createQueue, type TestQueue } from './queue.ts';
import { atEndpoint, isAccount, isMoto, service, testRoleArn } from './service.ts';

const client = new SFNClient(service);
const noRole = isAccount && testRoleArn === undefined;
let queue: TestQueue;

/** The waiting task of our machines calls a function; this one puts its token into a queue instead, where tests see it. */
const waiting = (url: string) => ({
  StartAt: 'Wait',
  States: {
    Wait: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      Parameters: {
        QueueUrl: url,
        MessageBody: { 'name.$': '$$.Execution.Name', 'token.$': '$$.Task.Token' },
      },
      TimeoutSeconds: 300,
      End: true,
    },
  },
});

beforeAll(async () => {
  if (noRole) return;
  if (isMoto) {
    // moto leaves executions RUNNING for ever unless it is asked to run them.
    const body = JSON.stringify({ stepfunctions: { execute_state_machine: true } });
    await fetch(atEndpoint('/moto-api/config'), { method: 'POST', body });
  }
  queue = await createQueue('states.amazonaws.com');
});

afterAll(async () => {
  if (noRole) return;
  await queue.remove();
  client.destroy();
});

/** A machine for each test, gone after it: moto starts no execution while it keeps one that it has run. */
const createMachine = async (): Promise<string> => {
  if (noRole) return '';
  const { stateMachineArn = '' } = await client.send(
    new CreateStateMachineCommand({
      name: `redress-contract-${newId()}`,
      definition: JSON.stringify(waiting(queue.url)),
      roleArn: testRoleArn ?? 'arn:aws:iam::123456789012:role/contract',
    }),
  );
  onTestFinished(async () => {
    await client.send(new DeleteStateMachineCommand({ stateMachineArn }));
  });
  return stateMachineArn;
};

const Waiting = z.object({ name: z.string(), token: z.string() });

workflowsContract('Step Functions adapter', async () => ({
  workflows: createWorkflows({ client, machines: { nonconformity: await createMachine() } }),
  machine: 'nonconformity',
  tokenOf: (name) =>
    vi.waitFor(
      async () => {
        const messages = (await queue.bodies()).map((body) => Waiting.parse(JSON.parse(body)));
        const token = messages.find((message) => message.name === name)?.token;
        if (token === undefined) throw new Error(`${name} does not wait`);
        return token;
      },
      { timeout: 20_000, interval: 200 },
    ),
  ...(isMoto && { takesAnyName: 'moto takes any name for an execution' }),
  ...(noRole && { runsNothing: 'REDRESS_TEST_ROLE_ARN names no role for the machine' }),
}));
