import { Aws, CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Config } from '../config.ts';
import { Front } from '../constructs/front.ts';
import { WebFiles } from '../constructs/web-files.ts';
import type { Kept, Served } from '../kept.ts';
import { prefixOf } from '../naming.ts';
import { webSettingsOf } from '../web-settings.ts';

export interface WebStackProps extends StackProps {
  readonly config: Config;
  readonly kept: Kept;
  readonly served: Served;
  /** The folder of the built application. */
  readonly built: string;
}

/** What people open: the files of the application, and the one address before them and the API. */
export class WebStack extends Stack {
  constructor(scope: Construct, id: string, { config, kept, served, built, ...props }: WebStackProps) {
    super(scope, id, props);
    const prefix = prefixOf(config);
    const { issuer, intake, vault } = kept;
    const { bucket } = new WebFiles(this, 'Files', {
      prefix,
      built,
      logRetention: config.logRetentionDays,
      settings: webSettingsOf(config, issuer),
    });
    const originOf = (name: string): string => `https://${name}.s3.${this.region}.${Aws.URL_SUFFIX}`;
    const { distribution } = new Front(this, 'Front', {
      prefix,
      config,
      files: bucket,
      served,
      origins: { signIn: issuer.origins, files: [intake, vault].map(({ name }) => originOf(name)) },
    });
    new CfnOutput(this, 'Address', { value: config.baseUrl, description: 'What people open: baseUrl' });
    new CfnOutput(this, 'Target', {
      value: distribution.distributionDomainName,
      description: 'Where the name of that address must lead, or what baseUrl is to be where there is no certificate',
    });
  }
}
