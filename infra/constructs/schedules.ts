import { Duration, TimeZone } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Schedule, ScheduleExpression, TimeWindow } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { HouseFunction } from './house-function.ts';
import { DeadLetterQueue } from './house-queue.ts';

export interface SchedulesProps {
  readonly prefix: string;
  readonly sweep: HouseFunction;
  readonly reconcile: HouseFunction;
  readonly nonconformity: StateMachine;
}

/** What runs by the clock, and what runs when an execution of a finding ended badly. */
export class Schedules extends Construct {
  readonly failures: DeadLetterQueue;

  constructor(scope: Construct, id: string, { prefix, sweep, reconcile, nonconformity }: SchedulesProps) {
    super(scope, id);
    this.failures = new DeadLetterQueue(this, 'Failures', { queueName: `${prefix}-schedule-failures` });
    const { queue } = this.failures;
    const retries = { deadLetterQueue: queue, retryAttempts: 3, maxEventAge: Duration.minutes(30) };

    // Hourly and in UTC: the function itself knows when the organization's morning has come, on any day of the year.
    new Schedule(this, 'Sweep', {
      scheduleName: `${prefix}-deadline-sweep`,
      description: 'Finds the deadline notices that are due',
      schedule: ScheduleExpression.cron({ minute: '5', timeZone: TimeZone.ETC_UTC }),
      timeWindow: TimeWindow.off(),
      target: new LambdaInvoke(sweep.live, retries),
    });
    new Schedule(this, 'Reconcile', {
      scheduleName: `${prefix}-reconcile`,
      description: 'Carries on what the stream missed and what stands still',
      schedule: ScheduleExpression.rate(Duration.minutes(5)),
      timeWindow: TimeWindow.off(),
      target: new LambdaInvoke(reconcile.live, retries),
    });
    new Rule(this, 'EndedBadly', {
      ruleName: `${prefix}-ended-badly`,
      description: 'Executions that ended without their finding',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'], stateMachineArn: [nonconformity.stateMachineArn] },
      },
      targets: [new LambdaFunction(reconcile.live, retries)],
    });
    // Schedules and rules hand over and are done: what the function then fails at is Lambda's to retry and to keep.
    for (const { live } of [sweep, reconcile]) {
      live.configureAsyncInvoke({
        onFailure: new SqsDestination(queue),
        retryAttempts: 2,
        maxEventAge: Duration.hours(1),
      });
    }
  }
}
