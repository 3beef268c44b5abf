import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { newId } from '../samples.ts';
import { service } from './service.ts';

export interface TestQueue {
  readonly url: string;
  readonly arn: string;
  /** Takes what has come since, and answers with all that ever came. */
  readonly bodies: () => Promise<readonly string[]>;
  readonly remove: () => Promise<void>;
}

/** A queue into which services put what the suites want to see. `sender`: the service that may. */
export const createQueue = async (sender: string): Promise<TestQueue> => {
  const client = new SQSClient(service);
  const { QueueUrl: url = '' } = await client.send(
    new CreateQueueCommand({ QueueName: `redress-contract-${newId()}` }),
  );
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] }),
  );
  const arn = Attributes?.QueueArn ?? '';
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: sender }, Action: 'sqs:SendMessage', Resource: arn }],
  });
  await client.send(new SetQueueAttributesCommand({ QueueUrl: url, Attributes: { Policy } }));

  const all: string[] = [];
  return {
    url,
    arn,
    bodies: async () => {
      for (;;) {
        const { Messages = [] } = await client.send(
          new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10 }),
        );
        if (Messages.length === 0) return all;
        all.push(...Messages.map(({ Body = '' }) => Body));
        const entries = Messages.map(({ ReceiptHandle = '' }, index) => ({ Id: String(index), ReceiptHandle }));
        await client.send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries: entries }));
      }
    },
    remove: async () => {
      await client.send(new DeleteQueueCommand({ QueueUrl: url }));
      client.destroy();
    },
  };
};
