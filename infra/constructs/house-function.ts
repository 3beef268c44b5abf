import { fileURLToPath } from 'node:url';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, type IFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { FunctionName } from '../access.ts';
import { bundling } from '../bundling.ts';
import { acknowledgeWildcard } from './acknowledge.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface HouseFunctionProps {
  readonly prefix: string;
  readonly name: FunctionName;
  readonly environment: Readonly<Record<string, string>>;
  readonly logRetention: RetentionDays;
  /** Megabytes; the processor's share grows with them. */
  readonly memory?: number;
  readonly timeout?: Duration;
}

/**
 * Every function: Node 24 on arm64, one minified module with all it needs inside, its own role and logs, traced, and
 * called through the alias `live` alone. Versions are kept, so that a deploy strands nobody who is being served.
 */
export class HouseFunction extends Construct {
  readonly name: FunctionName;
  readonly role: Role;
  readonly function: NodejsFunction;
  /** What everybody calls: the version that is live. */
  readonly live: IFunction;
  readonly timeout: Duration;

  constructor(scope: Construct, props: HouseFunctionProps) {
    const { prefix, name, environment, logRetention, memory = 512, timeout = Duration.seconds(30) } = props;
    super(scope, name);
    this.name = name;
    this.timeout = timeout;
    const functionName = `${prefix}-${name}`;
    const logs = new LogGroup(this, 'Logs', {
      logGroupName: `/aws/lambda/${functionName}`,
      retention: logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What the function ${functionName} may do`,
    });
    logs.grantWrite(this.role);
    this.function = new NodejsFunction(this, 'Function', {
      functionName,
      entry: `${root}functions/${name}/handler.ts`,
      handler: 'handler',
      projectRoot: root,
      depsLockFilePath: `${root}package-lock.json`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memory,
      timeout,
      role: this.role,
      logGroup: logs,
      tracing: Tracing.ACTIVE,
      environment: { ...environment },
      awsSdkConnectionReuse: false,
      bundling,
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
    });
    this.live = this.function.addAlias('live') as IFunction;
    acknowledgeWildcard(
      this.role,
      '*',
      'X-Ray takes traces (PutTraceSegments, PutTelemetryRecords) for no particular resource.',
    );
  }

  /** Allows these actions on exactly these resources. */
  allow(actions: readonly string[], resources: readonly string[], conditions?: PolicyStatement['conditions']): void {
    this.role.addToPolicy(
      new PolicyStatement({
        actions: [...actions],
        resources: [...resources],
        ...(conditions && { conditions }),
      }),
    );
  }
}
