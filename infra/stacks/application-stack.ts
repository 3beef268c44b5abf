import { Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { type FunctionName, functionNames } from '../access.ts';
import type { Config } from '../config.ts';
import { Alarms } from '../constructs/alarms.ts';
import { Api } from '../constructs/api.ts';
import { Overview } from '../constructs/dashboard.ts';
import { EventWiring } from '../constructs/event-wiring.ts';
import { FrontSecret } from '../constructs/front-secret.ts';
import { Functions } from '../constructs/functions.ts';
import { Machines } from '../constructs/machines.ts';
import { MailIdentity } from '../constructs/mail.ts';
import { RelayWiring } from '../constructs/relay-wiring.ts';
import { Schedules } from '../constructs/schedules.ts';
import { watchAll } from '../constructs/watched.ts';
import { exporter, type Kept, type Served } from '../kept.ts';
import { machineArnOf, prefixOf } from '../naming.ts';

/** All that works on what the data stack keeps. It holds nothing that cannot be made again. */
export class ApplicationStack extends Stack {
  /** What stands in front of it needs to know. */
  readonly served: Served;

  constructor(
    scope: Construct,
    id: string,
    { config, kept, ...props }: StackProps & { readonly config: Config; readonly kept: Kept },
  ) {
    super(scope, id, props);
    const prefix = prefixOf(config);
    const logRetention = config.logRetentionDays;
    const bus = new EventBus(this, 'Bus', { eventBusName: prefix, description: 'Committed events and due notices' });
    const mail = new MailIdentity(this, 'Mail', { prefix, mail: config.mail });
    const frontSecret = new FrontSecret(this, 'Front');
    const { byName: functions } = new Functions(this, 'Functions', {
      config,
      places: {
        tableName: kept.table.name,
        intakeBucket: kept.intake.name,
        vaultBucket: kept.vault.name,
        packsBucket: kept.packs.name,
        signingKeyArn: kept.signingKeyArn,
        webhookKeyArn: kept.webhookKeyArn,
        configurationSet: mail.configurationSet,
        frontSecret: frontSecret.reference,
        busName: prefix,
        nonconformityArn: machineArnOf(this, prefix, 'nonconformity'),
        auditIntakeArn: machineArnOf(this, prefix, 'audit-intake'),
      },
      resources: { prefix, kept, busArn: bus.eventBusArn, mailArns: mail.arns },
    });
    const live = Object.fromEntries(functionNames.map((name) => [name, functions[name].live])) as Record<
      FunctionName,
      IFunction
    >;

    const { byName: machines } = new Machines(this, 'Machines', { prefix, functions: live, logRetention });
    const api = new Api(this, 'Api', { prefix, config, issuer: kept.issuer, functions: live });
    const exported = exporter(this, prefix);
    this.served = {
      apiHost: exported('api-host', api.host),
      frontSecretArn: exported('front-secret-arn', frontSecret.arn),
    };
    const relaying = new RelayWiring(this, 'Relay', { prefix, table: kept.table, relay: functions.relay });
    const { work, complaints } = new EventWiring(this, 'Events', {
      prefix,
      bus,
      kept,
      configurationSet: mail.configurationSet,
      functions,
    });
    const schedules = new Schedules(this, 'Schedules', {
      prefix,
      sweep: functions['deadline-sweep'],
      reconcile: functions.reconcile,
      nonconformity: machines.nonconformity,
    });

    const failures = { relay: relaying.failures, schedule: schedules.failures };
    const watched = { functions, machines, api, work, failures, complaints };
    const alarms = new Alarms(this, 'Alarms', { prefix, email: config.alarmEmail });
    watchAll(alarms, watched);
    new Overview(this, 'Overview', { prefix, alarms, watched });
  }
}
