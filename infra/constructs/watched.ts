import { Duration } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { FunctionName } from '../access.ts';
import type { Alarms } from './alarms.ts';
import type { Api } from './api.ts';
import { counted } from './counted.ts';
import type { EventWork } from './event-work.ts';
import type { HouseFunction } from './house-function.ts';
import type { DeadLetterQueue } from './house-queue.ts';

const fiveMinutes = { period: Duration.minutes(5) };

export interface Watched {
  readonly functions: Readonly<Record<FunctionName, HouseFunction>>;
  readonly machines: Readonly<Record<string, StateMachine>>;
  readonly api: Api;
  /** What is done on events, by the name of one thing in its queue. */
  readonly work: Readonly<Record<string, EventWork>>;
  /** Where else lies what was given up. */
  readonly failures: Readonly<Record<string, DeadLetterQueue>>;
  /** Where GuardDuty's complaints lie, where it scans. */
  readonly complaints: DeadLetterQueue | undefined;
}

const watchMachine = (alarms: Alarms, name: string, machine: StateMachine): void => {
  const [failed, timedOut, aborted] = [
    machine.metricFailed(fiveMinutes),
    machine.metricTimedOut(fiveMinutes),
    machine.metricAborted(fiveMinutes),
  ];
  alarms.watch(`${name} executions`, {
    metric: new MathExpression({
      ...fiveMinutes,
      expression: 'failed + timedOut + aborted',
      usingMetrics: { failed, timedOut, aborted },
      label: 'ended badly',
    }),
    description: `An execution of ${name} failed, timed out or was aborted. The fault is on the record it worked for.`,
  });
};

/**
 * An hour is long for each of them: mail, checks of a file, a legal hold, a pack. A call that a webhook does not take waits
 * for longer, and does not count: of what has been given out three times SQS no longer tells the age.
 */
const watchWork = (alarms: Alarms, name: string, { queue, failures }: EventWork): void => {
  alarms.watchQueue(name, failures);
  alarms.watch(`${name} lag`, {
    metric: queue.queue.metricApproximateAgeOfOldestMessage({ ...fiveMinutes, statistic: 'Maximum' }),
    above: Duration.hours(1).toSeconds(),
    description: `Something has waited in the queue of ${name}s for more than an hour.`,
  });
};

const watchScan = (alarms: Alarms, { queue }: DeadLetterQueue): void =>
  alarms.watch('malware scan complaints', {
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: 'Maximum' }),
    description: 'GuardDuty cannot scan the intake as it should, or cannot tag what it scanned. Its messages say why.',
  });

const watchFunction = (alarms: Alarms, { name, function: watched }: HouseFunction): void =>
  alarms.watch(`${name} function`, {
    metric: new MathExpression({
      ...fiveMinutes,
      expression: 'errors + throttles',
      usingMetrics: { errors: watched.metricErrors(fiveMinutes), throttles: watched.metricThrottles(fiveMinutes) },
      label: 'errors and throttles',
    }),
    description: `The function ${name} failed or was throttled. Its logs say why.`,
  });

/** What an alarm is set on: everything that must not go wrong in silence. */
export const watchAll = (alarms: Alarms, watched: Watched): void => {
  const { functions, machines, api, work, failures, complaints } = watched;
  for (const [name, machine] of Object.entries(machines)) watchMachine(alarms, name, machine);
  for (const [name, each] of Object.entries(work)) watchWork(alarms, name, each);
  for (const [name, queue] of Object.entries(failures)) alarms.watchQueue(name, queue);
  if (complaints) watchScan(alarms, complaints);
  for (const each of Object.values(functions)) watchFunction(alarms, each);
  alarms.watch('API faults', {
    metric: api.stage.metricServerError(fiveMinutes),
    description: 'The API answered with 5xx. Its access log names the routes.',
  });
  alarms.watch('Stream lag', {
    metric: functions.relay.function.metric('IteratorAge', { ...fiveMinutes, statistic: 'Maximum' }),
    above: Duration.minutes(10).toMilliseconds(),
    description: 'Committed events have waited for more than ten minutes to be carried on.',
  });
  alarms.watch('returned mail untold', {
    metric: counted('returned-mail', 'MailReturnUntold'),
    description:
      'Mail came back, and no ISMS manager can be told by mail. See the suppressed addresses, and tell them.',
  });
  for (const name of ['deadline-sweep', 'reconcile'] as const) {
    alarms.watch(`${name} stands still`, {
      metric: functions[name].function.metricInvocations({ period: Duration.hours(3) }),
      below: 1,
      description: `${name} has not run for three hours: its schedule is off or cannot reach it.`,
    });
  }
};
