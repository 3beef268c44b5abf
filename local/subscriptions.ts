import type { LocalBus, Retry } from '#adapters/local/bus.ts';
import { packRequestedType, toldTypes, webhookCallType } from '#contracts/bus.ts';
import { holdChanges } from '#domain/evidence/retention.ts';
import { committedTypes } from '#domain/webhook/event-types.ts';
import { callTries, callWait } from '#domain/webhook/retries.ts';
import type { FunctionName, Invoke } from './functions.ts';

/** What the intake says of a file that has arrived, in the words of S3 on EventBridge. */
export const objectCreated = (key: string) => ({ detailType: 'Object Created', detail: { object: { key } } });
export const createdKey = (detail: unknown): string =>
  (detail as ReturnType<typeof objectCreated>['detail']).object.key;

/** The rules that put messages on a function's queue, as the stack has them. */
export const subscriptions = [
  { name: 'send-notice', detailTypes: toldTypes },
  { name: 'check-evidence', detailTypes: ['Object Created'] },
  { name: 'hold-evidence', detailTypes: holdChanges },
  { name: 'build-pack', detailTypes: [packRequestedType] },
  { name: 'returned-mail', detailTypes: ['Email Bounced', 'Email Complaint Received'] },
  {
    name: 'call-webhooks',
    detailTypes: [...committedTypes, webhookCallType],
    retry: { tries: callTries, wait: callWait },
  },
] as const satisfies readonly {
  readonly name: FunctionName;
  readonly detailTypes: readonly string[];
  readonly retry?: Retry;
}[];
type Subscriber = (typeof subscriptions)[number]['name'];

/** A message on the queue between the bus and a function. */
const queueRecord = (detailType: string, detail: unknown, attempt: number) => ({
  messageId: 'local',
  eventSource: 'aws:sqs',
  attributes: { ApproximateReceiveCount: String(attempt) },
  body: JSON.stringify({ 'detail-type': detailType, detail }),
});

/**
 * Has the functions called with the messages they subscribe to, each as a batch of one.
 * @param done told of each message that a function has worked off
 */
export const subscribeAll = (
  bus: Pick<LocalBus, 'subscribe'>,
  invoke: Invoke,
  done: (name: Subscriber, detail: unknown) => void,
): void => {
  for (const { name, ...rest } of subscriptions)
    bus.subscribe({
      name,
      ...rest,
      receive: async ({ detailType, detail }, attempt) => {
        const answer = await invoke(name, { Records: [queueRecord(detailType, detail, attempt)] });
        if ((answer as { batchItemFailures: unknown[] }).batchItemFailures.length > 0)
          throw new Error(`${name} could not work off a message of type ${detailType}`);
        done(name, detail);
      },
    });
};
