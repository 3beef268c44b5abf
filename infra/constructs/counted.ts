import { Duration } from 'aws-cdk-lib';
import { type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { FunctionName } from '../access.ts';

/** What a function counts of its work, by the hour: the CloudWatch namespace and dimension are those of its metrics. */
export const counted = (functionName: FunctionName, metricName: string): IMetric =>
  new Metric({
    namespace: 'Redress',
    metricName,
    dimensionsMap: { service: functionName },
    statistic: 'Sum',
    period: Duration.hours(1),
  });
