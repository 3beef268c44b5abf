import { Duration } from 'aws-cdk-lib';
import { AlarmStatusWidget, Dashboard, GraphWidget, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { counted } from './counted.ts';
import type { Watched } from './watched.ts';

const hourly = { period: Duration.hours(1) };

const graph = (title: string, metrics: readonly IMetric[]): GraphWidget =>
  new GraphWidget({ title, left: [...metrics], width: 12, height: 6, leftYAxis: { min: 0 } });

/** The one dashboard: alarms, then the way of a finding from the API to the mail. */
export class Overview extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { prefix, alarms, watched }: { readonly prefix: string; readonly alarms: Alarms; readonly watched: Watched },
  ) {
    super(scope, id);
    const { functions, machines, api, work, failures } = watched;
    const dashboard = new Dashboard(this, 'Dashboard', { dashboardName: prefix, defaultInterval: Duration.days(7) });
    dashboard.addWidgets(new AlarmStatusWidget({ title: 'Alarms', alarms: alarms.all, width: 24, height: 6 }));
    dashboard.addWidgets(
      graph('Requests', [
        api.stage.metricCount(hourly),
        api.stage.metricClientError(hourly),
        api.stage.metricServerError(hourly),
      ]),
      graph('Latency of the API (p95, ms)', [api.stage.metricLatency({ ...hourly, statistic: 'p95' })]),
    );
    dashboard.addWidgets(
      graph(
        'Executions',
        Object.values(machines).flatMap((machine) => [
          machine.metricStarted(hourly),
          machine.metricSucceeded(hourly),
          machine.metricFailed(hourly),
        ]),
      ),
      graph('Carried on', [
        counted('relay', 'EventRelayed'),
        counted('reconcile', 'EventReconciled'),
        counted('reconcile', 'ExecutionRestarted'),
      ]),
    );
    dashboard.addWidgets(
      graph('Notices', [
        counted('deadline-sweep', 'NoticeDue'),
        counted('send-notice', 'NoticeSent'),
        counted('returned-mail', 'MailBounced'),
        counted('returned-mail', 'MailComplained'),
      ]),
      graph('Waiting and given up', [
        ...Object.values(work).map(({ queue }) => queue.queue.metricApproximateNumberOfMessagesVisible(hourly)),
        ...[...Object.values(work).map((each) => each.failures), ...Object.values(failures)].map(({ queue }) =>
          queue.metricApproximateNumberOfMessagesVisible(hourly),
        ),
      ]),
    );
    dashboard.addWidgets(
      graph('Calls of webhooks', [
        counted('call-webhooks', 'WebhookTaken'),
        counted('call-webhooks', 'WebhookNotTaken'),
      ]),
    );
    dashboard.addWidgets(
      graph(
        'Errors',
        Object.values(functions).map((each) => each.function.metricErrors(hourly)),
      ),
      graph(
        'Duration (p95, ms)',
        Object.values(functions).map((each) => each.function.metricDuration({ ...hourly, statistic: 'p95' })),
      ),
    );
  }
}
