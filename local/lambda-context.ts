import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';

/** Lambda's own limit. Locally nothing stops a function before it: a laptop may be slow, and a file large. */
const longestMs = 15 * 60_000;

/** What Lambda hands to every handler beside the event. */
export const lambdaContext = (functionName: string): Context => ({
  functionName,
  functionVersion: '$LATEST',
  invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${functionName}`,
  memoryLimitInMB: '512',
  awsRequestId: randomUUID(),
  logGroupName: `/aws/lambda/${functionName}`,
  logStreamName: 'local',
  callbackWaitsForEmptyEventLoop: false,
  getRemainingTimeInMillis: () => longestMs,
  done: () => {},
  fail: () => {},
  succeed: () => {},
});
