import { Arn, CfnOutput, Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Config } from '../config.ts';

/** The domain that mail comes from, as SES knows it: signed, sent by TLS, never again to an address that bounced. */
export class MailIdentity extends Construct {
  /** The ARNs that who sends mail must be allowed. */
  readonly arns: readonly string[];
  /** The name of the configuration set that all mail is sent by. */
  readonly configurationSet: string;

  constructor(
    scope: Construct,
    id: string,
    { prefix, mail }: { readonly prefix: string; readonly mail: Config['mail'] },
  ) {
    super(scope, id);
    const domain = mail.from.slice(mail.from.indexOf('@') + 1);
    const identity = Arn.format({ service: 'ses', resource: 'identity', resourceName: domain }, Stack.of(this));
    const settings = new ConfigurationSet(this, 'Settings', {
      configurationSetName: prefix,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    // What comes back is told on the account's default bus: SES knows no other.
    settings.addEventDestination('Returned', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Default', 'default')),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    });
    this.configurationSet = prefix;
    const settingsArn = { service: 'ses', resource: 'configuration-set', resourceName: settings.configurationSetName };
    this.arns = [identity, Arn.format(settingsArn, Stack.of(this))];
    if (mail.identity === 'existing') return;
    const made = new EmailIdentity(this, 'Identity', { identity: Identity.domain(domain), configurationSet: settings });
    made.dkimRecords.forEach(({ name, value }, index) => {
      new CfnOutput(this, `Dkim${index + 1}`, { value: `${name} CNAME ${value}` });
    });
  }
}
