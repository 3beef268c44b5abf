import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { DeadLetterQueue } from './house-queue.ts';

interface Watch {
  readonly metric: IMetric;
  /** What has happened and where to look, for whoever is woken by it. */
  readonly description: string;
  /** Sounds above this; zero unless told. */
  readonly above?: number;
  /** Sounds below this, and when nothing is heard at all. */
  readonly below?: number;
}

/** Every alarm of the application, told to one address. */
export class Alarms extends Construct {
  readonly all: Alarm[] = [];
  private readonly prefix: string;
  private readonly action: SnsAction;

  constructor(scope: Construct, id: string, { prefix, email }: { readonly prefix: string; readonly email: string }) {
    super(scope, id);
    this.prefix = prefix;
    const topic = new Topic(this, 'Topic', { topicName: `${prefix}-alarms`, enforceSSL: true });
    topic.addSubscription(new EmailSubscription(email));
    this.action = new SnsAction(topic);
  }

  watch(name: string, { metric, description, above = 0, below }: Watch): void {
    const alarm = new Alarm(this, name, {
      alarmName: `${this.prefix} ${name}`,
      alarmDescription: description,
      metric,
      evaluationPeriods: 1,
      ...(below === undefined
        ? {
            threshold: above,
            comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
            treatMissingData: TreatMissingData.NOT_BREACHING,
          }
        : {
            threshold: below,
            comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
            treatMissingData: TreatMissingData.BREACHING,
          }),
    });
    alarm.addAlarmAction(this.action);
    this.all.push(alarm);
  }

  watchQueue(name: string, { queue }: DeadLetterQueue): void {
    this.watch(`${name} failures`, {
      metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: 'Maximum' }),
      description: `Something was given up and lies in ${name} failures. Look at its messages, mend, and send them back.`,
    });
  }
}
