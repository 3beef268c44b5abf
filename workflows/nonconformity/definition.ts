import { Choice, type IChainable, type IStateMachine, type State, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { RecordFault } from '#contracts/tasks.ts';
import { stages } from '#domain/finding/stage.ts';
import { faultCaught, faultFound, recordFault } from '../_states/fault.ts';
import type { Functions } from '../_states/functions.ts';
import { jsonata } from '../_states/jsonata.ts';
import { alreadyStarted } from '../_states/retry.ts';
import { stageStates, whenStanding } from '../_states/stage.ts';
import { type Step, stageStatuses, steps } from '../_states/step.ts';
import { startNonconformity } from '../_states/task.ts';

/** The functions that the machine `nonconformity` calls. */
export const nonconformityFunctions = ['await-step', 'validate-submission', 'record-fault'] as const;

type FaultOfFinding = Extract<RecordFault, { finding: string }>;

/**
 * A nonconformity from wherever it stands to Closed: it stands where the finding stands, one stage after the other.
 * `self` is the machine itself, by which an old execution continues as a new one (`nc-<finding>-e<epoch + 1>`).
 */
export const nonconformity = (
  scope: Construct,
  {
    functions,
    self,
  }: { readonly functions: Functions<(typeof nonconformityFunctions)[number]>; readonly self: IStateMachine },
): IChainable => {
  const router = Choice.jsonata(scope, 'Where does it stand?', {
    outputs: faultFound({
      task: 'Where does it stand?',
      error: 'UnknownStep',
      cause: jsonata("'The machine knows no step ' & $states.input.step"),
    }),
  });
  const fault = recordFault<FaultOfFinding>(scope, functions['record-fault'], ['finding']);

  const continued = Succeed.jsonata(scope, 'Continued', { comment: 'The finding goes on in the next execution.' });
  const continueAsNew = startNonconformity(scope, 'Continue as new', {
    machine: self,
    input: {
      finding: '$states.context.Execution.Input.finding',
      epoch: '($states.context.Execution.Input.epoch + 1)',
      step: '$states.input.step',
    },
  });
  continueAsNew.addCatch(continued, { errors: [alreadyStarted], outputs: jsonata('$states.input') });
  continueAsNew.addCatch(fault, faultCaught);
  continueAsNew.next(continued);

  const built = stages.map((stage) => ({ stage, ...stageStates(scope, stage, functions) }));
  const places = new Map<Step, State>([
    ...built.flatMap(({ stage, states }) =>
      stageStatuses.map((status): [Step, State] => [`${stage}.${status}`, states[status]]),
    ),
    ['closed', Succeed.jsonata(scope, 'Closed')],
    ['withdrawn', Succeed.jsonata(scope, 'Withdrawn')],
  ]);
  const stateOf = (step: Step): State => {
    const state = places.get(step);
    if (!state) throw new RangeError(`no state stands for the step ${step}`);
    return state;
  };

  for (const { connect } of built) connect({ stateOf, router, recordFault: fault, continueAsNew });
  for (const step of steps) router.when(whenStanding(step), stateOf(step));
  router.otherwise(fault);
  return router;
};
