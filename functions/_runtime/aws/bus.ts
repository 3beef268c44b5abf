import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { createBus } from '#adapters/aws/eventbridge/bus.ts';

/** The event bus of the stack. */
export const busOf = (env: { readonly BUS_NAME: string }) =>
  createBus({ client: new EventBridgeClient({}), busName: env.BUS_NAME });
