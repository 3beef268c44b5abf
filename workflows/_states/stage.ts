import { Choice, Condition, Errors, type State, type TaskStateBase } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { AwaitStep, StepReached, ValidateSubmission } from '#contracts/tasks.ts';
import { type Stage, stageAfter } from '#domain/finding/stage.ts';
import { faultCaught } from './fault.ts';
import type { Functions } from './functions.ts';
import { given, jsonata } from './jsonata.ts';
import { type StageStatus, type Step, stageStatuses } from './step.ts';
import { call, wait } from './task.ts';

type AwaitFinding = Extract<AwaitStep, { finding: string }>;

/** Where the states of a stage lead to besides one another. */
export interface Surroundings {
  /** The state in which the machine stands while the finding stands at the step. */
  readonly stateOf: (step: Step) => State;
  /** "Where does it stand?": for steps that a stage does not expect, as after a reopening. */
  readonly router: State;
  readonly recordFault: State;
  readonly continueAsNew: State;
}

export interface StageStates {
  /** The state of each status of the stage. */
  readonly states: Readonly<Record<StageStatus, TaskStateBase>>;
  /** Joins them up, once the states of the other stages are there too. */
  readonly connect: (surroundings: Surroundings) => void;
}

/** Where the finding may stand after each status of a stage; any other step goes to the router. */
const expectedAfter = (stage: Stage): Readonly<Record<StageStatus, readonly Step[]>> => {
  const next = stageAfter(stage);
  return {
    awaiting: [`${stage}.validating`, 'withdrawn'],
    validating: [`${stage}.verifying`, `${stage}.in-review`, `${stage}.awaiting`, 'withdrawn'],
    verifying: [`${stage}.in-review`, `${stage}.awaiting`, 'withdrawn'],
    'in-review': [next ? `${next}.awaiting` : 'closed', `${stage}.awaiting`, 'withdrawn'],
  };
};

export const whenStanding = (step: Step): Condition => Condition.jsonata(jsonata(`$states.input.step = '${step}'`));

/**
 * One stage of a nonconformity: await the submission, validate it, await its verification (where the policy asks for
 * one), await its review. The machine never decides: each state ends with the step at which the finding stands, and
 * the Choice after it goes there.
 */
export const stageStates = (
  scope: Construct,
  stage: Stage,
  functions: Functions<'await-step' | 'validate-submission'>,
): StageStates => {
  const title = `${stage[0]?.toUpperCase()}${stage.slice(1)}`;
  const finding = given('finding');
  const waitAt = (status: Exclude<StageStatus, 'validating'>, name: string): TaskStateBase =>
    wait<AwaitFinding, StepReached>(scope, name, {
      waiter: functions['await-step'],
      payload: { finding, epoch: given('epoch'), step: `${stage}.${status}` },
      answer: ['step'],
    });

  const states = {
    awaiting: waitAt('awaiting', `Await ${stage}`),
    validating: call<ValidateSubmission, StepReached>(scope, `Validate ${stage}`, {
      callee: functions['validate-submission'],
      payload: { finding },
      answer: ['step'],
    }),
    verifying: waitAt('verifying', `Await verification of ${stage}`),
    'in-review': waitAt('in-review', `Await review of ${stage}`),
  } as const satisfies Record<StageStatus, TaskStateBase>;

  const questions = {
    awaiting: `${title} handed in?`,
    validating: `${title} complete?`,
    verifying: `${title} verified?`,
    'in-review': `${title} accepted?`,
  } as const satisfies Record<StageStatus, string>;

  const connect = ({ stateOf, router, recordFault, continueAsNew }: Surroundings): void => {
    for (const status of stageStatuses) {
      const task = states[status];
      const question = Choice.jsonata(scope, questions[status]).otherwise(router);
      for (const step of expectedAfter(stage)[status]) question.when(whenStanding(step), stateOf(step));
      task.next(question);
      if (status !== 'validating') {
        task.addCatch(continueAsNew, { errors: [Errors.TIMEOUT], outputs: { step: `${stage}.${status}` } });
      }
      task.addCatch(recordFault, faultCaught);
    }
  };

  return { states, connect };
};
