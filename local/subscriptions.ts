import type { LocalBus } from '#adapters/local/bus.ts';
import { packRequestedType, toldTypes } from '#contracts/bus.ts';
import { holdChanges } from '#domain/evidence/retention.ts';
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
] as const satisfies readonly { readonly name: FunctionName; readonly detailTypes: readonly string[] }[];
type Subscriber = (typeof subscriptions)[number]['name'];

/** A message on the queue between the bus and a function. */
const queueRecord = (detailType: string, detail: unknown) => ({
  messageId: 'local',
  eventSource: 'aws:sqs',
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
  for (const { name, detailTypes } of subscriptions)
    bus.subscribe({
      name,
      detailTypes,
      receive: async ({ detailType, detail }) => {
        const answer = await invoke(name, { Records: [queueRecord(detailType, detail)] });
        if ((answer as { batchItemFailures: unknown[] }).batchItemFailures.length > 0)
          throw new Error(`${name} could not work off a message of type ${detailType}`);
        done(name, detail);
      },
    });
};
