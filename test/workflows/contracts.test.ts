import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import * as tasks from '#contracts/tasks.ts';
import { evaluate, Fields, machineOf, placeholder, type State, statesOf } from './machine.ts';

/** What each function takes and answers; a wait answers with what ends it. */
const contracts: Readonly<Record<string, { readonly takes: z.ZodType; readonly answers?: unknown }>> = {
  'await-step': { takes: tasks.AwaitStep },
  'validate-submission': { takes: tasks.ValidateSubmission, answers: { step: 'plan.in-review' } },
  'record-fault': { takes: tasks.RecordFault },
  'read-report': { takes: tasks.IntakeInput, answers: { status: 'to-confirm' } },
  'issue-finding': {
    takes: tasks.IssueFinding,
    answers: { finding: 'f', machine: true, step: 'plan.awaiting', epoch: 1 },
  },
  'finish-import': { takes: tasks.FinishImport },
};

const given = { finding: 'f', epoch: 1, step: 'plan.awaiting', audit: 'a', importId: 'i', evidence: 'e' };
const context = {
  Execution: { Name: 'nc-f-e1', Input: given, StartTime: '2026-01-01T00:00:00Z' },
  Task: { Token: 'token' },
};
const passedOn = { task: 'Validate plan', error: 'StoreFault', cause: 'why', findings: ['f'], step: 'plan.awaiting' };

const evaluated = async (template: unknown, states: Readonly<Record<string, unknown>>): Promise<unknown> => {
  if (typeof template === 'string') return template.startsWith('{%') ? evaluate(template, states) : template;
  const entries = Object.entries(Fields.parse(template));
  return Object.fromEntries(
    await Promise.all(entries.map(async ([key, part]) => [key, await evaluated(part, states)])),
  );
};

const nameOf = (state: State): string | undefined =>
  Object.keys(contracts).find((name) => state.Arguments.FunctionName === placeholder(name));

describe.each(['nonconformity', 'audit-intake'] as const)('%s', (machine) => {
  const calls = statesOf(machineOf(machine)).filter(([, { Resource }]) => Resource?.includes(':lambda:invoke'));

  test.each(calls)('%s hands its function what the contract says, and nothing else', async (name, state) => {
    const contract = contracts[nameOf(state) ?? ''];
    const payload = await evaluated(state.Arguments.Payload, {
      context,
      input: name === 'Issue finding' ? 3 : passedOn,
    });
    expect(contract?.takes.parse(payload)).toEqual(payload);
  });

  test.each(calls)('%s goes on with all that its function answers', async (name, state) => {
    const waits = state.Resource?.endsWith('.waitForTaskToken');
    const answer = waits ? { step: 'plan.validating', rows: [0, 2] } : (contracts[nameOf(state) ?? '']?.answers ?? {});
    const output = await evaluated(state.Output, { result: waits ? answer : { Payload: answer }, input: passedOn });
    if (name === 'Await confirmation') expect(tasks.Confirmed.parse(output)).toEqual({ rows: [0, 2] });
    else if (waits) expect(tasks.StepReached.parse(output)).toEqual({ step: 'plan.validating' });
    else expect(output).toEqual(name === 'Record fault' ? passedOn : answer);
  });
});

test('the machine of a finding is started with what it takes', async () => {
  const start = machineOf('audit-intake').States['Issue findings']?.ItemProcessor?.States['Start nonconformity'];
  const input = await evaluated(start?.Arguments.Input, { input: given });
  expect(tasks.NonconformityInput.parse(input)).toEqual({ finding: 'f', epoch: 1, step: 'plan.awaiting' });
});
