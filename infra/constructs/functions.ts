import { Duration } from 'aws-cdk-lib';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type Access, access, type FunctionName, functionNames } from '../access.ts';
import type { Config } from '../config.ts';
import { environmentsOf, type Places } from '../environments.ts';
import { type GrantResources, grant } from './grants.ts';
import { HouseFunction } from './house-function.ts';

interface Size {
  /** Megabytes. */
  readonly memory?: number;
  readonly timeout?: Duration;
}

/** Where the house's 512 MB and 30 seconds do not fit. */
const sizes: Readonly<Partial<Record<FunctionName, Size>>> = {
  // People wait for these, and API Gateway for no longer than this.
  'submitter-commands': { memory: 1024, timeout: Duration.seconds(15) },
  'reviewer-commands': { memory: 1024, timeout: Duration.seconds(15) },
  queries: { memory: 1024, timeout: Duration.seconds(29) },
  comments: { memory: 1024, timeout: Duration.seconds(15) },
  audits: { memory: 1024, timeout: Duration.seconds(15) },
  evidence: { memory: 1024, timeout: Duration.seconds(15) },
  downloads: { memory: 1024, timeout: Duration.seconds(15) },
  links: { memory: 1024, timeout: Duration.seconds(15) },
  settings: { memory: 1024, timeout: Duration.seconds(15) },
  'link-pages': { memory: 1024, timeout: Duration.seconds(15) },
  // Workbooks of 10 MB are opened in memory.
  'read-report': { memory: 2048, timeout: Duration.minutes(2) },
  relay: { timeout: Duration.minutes(1) },
  reconcile: { timeout: Duration.minutes(4) },
  'deadline-sweep': { timeout: Duration.minutes(10) },
  // Shorter than the lease of what it claims.
  'send-notice': { timeout: Duration.minutes(2) },
  // The largest file is streamed once to be hashed, then copied by S3; a pack is streamed as it is made.
  'check-evidence': { memory: 1024, timeout: Duration.minutes(15) },
  'build-pack': { memory: 1024, timeout: Duration.minutes(15) },
  'returned-mail': { timeout: Duration.minutes(1) },
  'hold-evidence': { timeout: Duration.minutes(2) },
};

/** All functions of the application, by name. */
export class Functions extends Construct {
  readonly byName: Readonly<Record<FunctionName, HouseFunction>>;

  constructor(
    scope: Construct,
    id: string,
    {
      config,
      places,
      resources,
    }: { readonly config: Config; readonly places: Places; readonly resources: GrantResources },
  ) {
    super(scope, id);
    const environments = environmentsOf(config, places);
    const logRetention: RetentionDays = config.logRetentionDays;
    const make = (name: FunctionName): HouseFunction => {
      const house = new HouseFunction(this, {
        prefix: resources.prefix,
        name,
        environment: environments[name],
        logRetention,
        ...sizes[name],
      });
      const allowed: Access = access[name];
      grant(house, allowed, resources);
      return house;
    };
    this.byName = Object.fromEntries(functionNames.map((name) => [name, make(name)])) as Record<
      FunctionName,
      HouseFunction
    >;
  }
}
