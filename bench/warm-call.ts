import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { AuditEvent } from '#domain/audit/events.ts';
import type { FindingEvent } from '#domain/finding/events.ts';
import type { Person } from '#domain/people/person.ts';
import type { Sealed } from '#domain/trail/chain.ts';
import type { Figure } from './figure.ts';
import { median, medianRatio, rounded } from './statistics.ts';

/** A finding as its trail holds it, with the audit it came from and a person who may see it. */
export interface FindingSample {
  readonly finding: Sealed<FindingEvent>;
  readonly audit: Sealed<AuditEvent>;
  readonly person: Person;
}

/** Milliseconds per call, batch by batch, in the order in which the batches ran. */
export interface WarmTimes {
  readonly callsPerBatch: number;
  readonly answerBytes: number;
  readonly handler: readonly number[];
  readonly bare: readonly number[];
}

const child = join(import.meta.dirname, 'warm-call-batches.ts');

/** In a process of its own, as on Lambda: what the handler logs goes to its standard output. */
const timesOf = async (sample: FindingSample): Promise<WarmTimes> => {
  const batches = fork(child, { execPath: process.execPath, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  batches.send(sample);
  const [answer] = await Promise.race([
    once(batches, 'message'),
    once(batches, 'exit').then(([code]) => Promise.reject(new Error(`the warm calls ended with ${code}`))),
  ]);
  return answer as WarmTimes;
};

export const warmCall = async (sample: FindingSample): Promise<Figure> => {
  const { handler, bare, callsPerBatch, answerBytes } = await timesOf(sample);
  const data = {
    ratio: rounded(medianRatio(handler, bare), 1),
    handlerMicroseconds: rounded(median(handler) * 1000, 1),
    bareMicroseconds: rounded(median(bare) * 1000, 1),
    batches: handler.length,
    callsPerBatch,
    answerBytes,
  };
  return {
    name: 'warmCall',
    title: 'Warm call',
    explanation: [
      '`getFinding` through the handler of `queries` on a store that holds one finding, to a bare handler that gives the',
      `same ${answerBytes} bytes of JSON. Median of ${data.batches} interleaved batches of ${callsPerBatch} calls each.`,
    ],
    columns: ['ratio', 'handler µs', 'bare µs'],
    rows: [[data.ratio, data.handlerMicroseconds, data.bareMicroseconds]],
    data,
    breaches: [],
  };
};
