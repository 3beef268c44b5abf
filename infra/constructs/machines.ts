import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  DefinitionBody,
  type IChainable,
  LogLevel,
  QueryLanguage,
  StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { MachineName } from '#ports/workflows.ts';
import { auditIntake } from '#workflows/audit-intake/definition.ts';
import { nonconformity } from '#workflows/nonconformity/definition.ts';
import type { FunctionName } from '../access.ts';
import { machineArnOf } from '../naming.ts';
import { acknowledgeWildcard } from './acknowledge.ts';

export interface MachinesProps {
  readonly prefix: string;
  readonly functions: Readonly<Record<FunctionName, IFunction>>;
  readonly logRetention: RetentionDays;
}

/** The two state machines, each logged and traced. */
export class Machines extends Construct {
  readonly byName: Readonly<Record<MachineName, StateMachine>>;

  constructor(scope: Construct, id: string, { prefix, functions, logRetention }: MachinesProps) {
    super(scope, id);
    const ofFindings = StateMachine.fromStateMachineArn(
      this,
      'OfFindings',
      machineArnOf(Stack.of(this), prefix, 'nonconformity'),
    );
    const machine = (name: MachineName, define: (within: Construct) => IChainable): StateMachine => {
      const within = new Construct(this, name);
      const made = new StateMachine(within, 'Machine', {
        stateMachineName: `${prefix}-${name}`,
        stateMachineType: StateMachineType.STANDARD,
        queryLanguage: QueryLanguage.JSONATA,
        definitionBody: DefinitionBody.fromChainable(define(new Construct(within, 'States'))),
        tracingEnabled: true,
        logs: {
          destination: new LogGroup(within, 'Logs', {
            // Under this prefix log groups share one resource policy, which has little room.
            logGroupName: `/aws/vendedlogs/states/${prefix}-${name}`,
            retention: logRetention,
            removalPolicy: RemovalPolicy.DESTROY,
          }),
          level: LogLevel.ALL,
          // The course of every execution, without data: its payloads are ids, and task tokens, by which a wait can
          // be ended. The history of an execution shows them to whoever may read executions.
          includeExecutionData: false,
        },
      });
      acknowledgeWildcard(made, '*', 'Log deliveries and X-Ray traces are granted for no particular resource.');
      return made;
    };
    this.byName = {
      nonconformity: machine('nonconformity', (within) => nonconformity(within, { functions, self: ofFindings })),
      'audit-intake': machine('audit-intake', (within) =>
        auditIntake(within, { functions, nonconformity: ofFindings }),
      ),
    };
  }
}
