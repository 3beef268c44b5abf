import { expect, test } from 'vitest';
import { stages } from '#domain/finding/stage.ts';
import { Nonconformity } from '#domain/finding/state.ts';
import { steps } from '#workflows/_states/step.ts';
import { entered, evaluate, machineOf, placeholder, statesOf } from './machine.ts';

const machine = machineOf('nonconformity');
const start = { finding: 'f', epoch: 1, step: 'plan.awaiting' };
const answers = (...reached: readonly string[]): readonly unknown[] => reached.map((step) => ({ step }));
const straight = answers(
  ...['plan.validating', 'plan.in-review', 'correction.awaiting'],
  ...['correction.validating', 'correction.in-review', 'remediation.awaiting'],
  ...['remediation.validating', 'remediation.verifying', 'remediation.in-review', 'closed'],
);

test('the straight path, verified at remediation alone, takes 22 transitions', async () => {
  const path = await entered(machine, start, straight);
  expect(path.length).toBe(22);
  expect(path.at(-1)).toBe('Closed');
});

test('the straight path reads like the process', async () => {
  expect(await entered(machine, start, straight)).toEqual([
    'Where does it stand?',
    ...['Await plan', 'Plan handed in?', 'Validate plan', 'Plan complete?', 'Await review of plan', 'Plan accepted?'],
    ...['Await correction', 'Correction handed in?', 'Validate correction', 'Correction complete?'],
    ...['Await review of correction', 'Correction accepted?'],
    ...['Await remediation', 'Remediation handed in?', 'Validate remediation', 'Remediation complete?'],
    ...['Await verification of remediation', 'Remediation verified?'],
    ...['Await review of remediation', 'Remediation accepted?'],
    'Closed',
  ]);
});

/** Every step at which a nonconformity can stand, from the shapes of its state. */
const reachable = Nonconformity.options.flatMap(({ shape }) => {
  const [status] = shape.status.values;
  return 'stage' in shape ? stages.map((stage) => `${stage}.${status}`) : [`${status}`];
});

test('the steps routed on are exactly those at which a nonconformity can stand', () => {
  expect([...steps].sort()).toEqual([...reachable].sort());
  const routed = (machine.States['Where does it stand?']?.Choices ?? []).map(
    ({ Condition }) => /'(.+)'/.exec(Condition)?.[1],
  );
  expect(routed.sort()).toEqual([...reachable].sort());
});

test.each(steps)('an execution begun at %s stands there', async (step) => {
  const router = machine.States['Where does it stand?'];
  const holds = await Promise.all(
    (router?.Choices ?? []).map(({ Condition }) => evaluate(Condition, { input: { step } })),
  );
  const state = machine.States[router?.Choices[holds.indexOf(true)]?.Next ?? ''];
  const payload = state?.Arguments.Payload;
  if (step === 'closed' || step === 'withdrawn') expect(state?.Type).toBe('Succeed');
  else if (step.endsWith('.validating')) expect(state?.Arguments.FunctionName).toBe(placeholder('validate-submission'));
  else expect(payload).toMatchObject({ step });
});

test.each([
  ['returned', ['plan.validating', 'plan.in-review', 'plan.awaiting'], ['Plan accepted?', 'Await plan']],
  ['incomplete', ['plan.validating', 'plan.awaiting'], ['Plan complete?', 'Await plan']],
])('a submission that is %s goes back to the wait of its stage', async (_, reached, end) => {
  const path = await entered(machine, start, answers(...reached, 'withdrawn'));
  expect(path.slice(-4)).toEqual([...end, 'Plan handed in?', 'Withdrawn']);
});

test('a step that a Choice does not expect goes to the router', async () => {
  const path = await entered(
    machine,
    { ...start, step: 'correction.in-review' },
    answers('plan.awaiting', 'withdrawn'),
  );
  expect(path.slice(-5)).toEqual([
    'Correction accepted?',
    'Where does it stand?',
    'Await plan',
    'Plan handed in?',
    'Withdrawn',
  ]);
});

test('a step that nobody knows is recorded as a fault and fails the execution', async () => {
  const path = await entered(machine, { ...start, step: 'implemented' }, answers('whatever'));
  expect(path).toEqual(['Where does it stand?', 'Record fault', 'Faulted']);
});

test('a wait that grows old continues as new at its own step', () => {
  for (const [name, state] of statesOf(machine)) {
    if (!state.Resource?.endsWith('.waitForTaskToken')) continue;
    const [first] = state.Catch;
    expect(first, name).toMatchObject({
      ErrorEquals: ['States.Timeout'],
      Next: 'Continue as new',
      Output: { step: state.Arguments.Payload.step },
    });
  }
});

test('continuing as new starts the next epoch of the same machine at the same step', async () => {
  const { Arguments, Catch, Next } = machine.States['Continue as new'] ?? {};
  expect(Arguments).toMatchObject({ StateMachineArn: placeholder('nonconformity') });
  const states = { input: { step: 'plan.awaiting' }, context: { Execution: { Input: { ...start, epoch: 3 } } } };
  expect(await evaluate(String(Arguments?.Name), states)).toBe('nc-f-e4');
  const input = Object.entries(Arguments?.Input ?? {});
  const evaluated = await Promise.all(input.map(async ([key, value]) => [key, await evaluate(String(value), states)]));
  expect(Object.fromEntries(evaluated)).toEqual({ finding: 'f', epoch: 4, step: 'plan.awaiting' });
  expect(Next).toBe('Continued');
  expect(Catch?.[0]).toMatchObject({
    ErrorEquals: ['StepFunctions.ExecutionAlreadyExistsException'],
    Next: 'Continued',
  });
});
