import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import middy from '@middy/core';
import { type LogCode, logMessages } from './log-message.ts';

export const logger = new Logger();
export const metrics = new Metrics({ namespace: 'Redress' });

/** Logs by code; `details` must hold ids and counts only: never content, addresses or tokens. */
export const log = (
  level: 'debug' | 'info' | 'warn' | 'error',
  code: LogCode,
  details: Record<string, unknown> = {},
): void => {
  logger[level](logMessages[code], { code, ...details });
};

/** Counts one thing that happened, for the dashboard. */
export const count = (name: string, value = 1): void => {
  if (value > 0) metrics.addMetric(name, MetricUnit.Count, value);
};

/** Only where something was counted: most calls count nothing, and Powertools would warn of each. */
const publishMetrics = (): void => {
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
};

/** What every function is wrapped in: structured logs and metrics. Traces are Lambda's own (docs/adr). */
export const observed = <Event, Answer>(work: (event: Event) => Promise<Answer>) =>
  middy<Event, Answer>()
    .use(injectLambdaContext(logger, { resetKeys: true, flushBufferOnUncaughtError: true }))
    .use({ after: publishMetrics, onError: publishMetrics })
    .handler(work);
