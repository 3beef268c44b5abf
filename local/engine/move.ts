import { z } from 'zod';
import type { MapItem } from './context.ts';

const failure = z.object({ Error: z.string(), Cause: z.string() });

/** How the work of a state came out, before its Output, Retry or Catch were looked at. Stored as it is. */
export const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('result'), result: z.unknown() }),
  z.object({ kind: z.literal('failure'), failure }),
]);
export type Outcome = z.infer<typeof outcomeSchema>;

/** A call of a function that is to be made, and made again after a restart. Stored as it is. */
export const invocationSchema = z.object({
  functionName: z.string(),
  payload: z.unknown(),
  waitsForToken: z.boolean(),
});
export type Invocation = z.infer<typeof invocationSchema>;

/** Instants are milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

export interface Inner {
  readonly startAt: string;
  readonly input: unknown;
  readonly item?: MapItem;
}

/** What a thread does next. The interpreter decides on it, `createProgress` carries it out in one transaction. */
export type Move =
  | { kind: 'next'; state: string; input: unknown; variables: Readonly<Record<string, unknown>> }
  | { kind: 'end'; output: unknown }
  | { kind: 'fail'; failure: z.infer<typeof failure> }
  | { kind: 'outcome'; outcome: Outcome }
  | { kind: 'wait'; until: Instant }
  | { kind: 'retry'; at: Instant; attempts: readonly number[] }
  | { kind: 'invoke'; invocation: Invocation; token?: string; timeoutAt?: Instant; heartbeatAt?: Instant }
  | { kind: 'hold' }
  | { kind: 'start'; failurePrefix: string; machine: string; name: string; input: unknown }
  | { kind: 'fork'; threads: readonly Inner[]; concurrency: number };
