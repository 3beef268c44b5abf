import type { StepReached, ValidateSubmission } from '#contracts/tasks.ts';
import { stepOf } from '#domain/finding/state.ts';
import type { Refusal } from '#domain/result.ts';
import type { CommandStore } from '../commands/context.ts';
import { giveSystemCommand } from '../commands/give-command.ts';

/** The domain refused a command of the machine in a way that no retry mends. */
export class StepRefused extends Error {
  override readonly name = 'StepRefused';
  constructor(refusals: readonly Refusal[]) {
    super(refusals.map((refusal) => `${refusal.code}: ${refusal.message}`).join(' '));
  }
}

/** Validates the newest submission. Repeated, or no longer wanted: answers where the finding stands. */
export const validateSubmission = async (store: CommandStore, task: ValidateSubmission): Promise<StepReached> => {
  const state = (await store.findings.latest(task.finding))?.state;
  if (!state) throw new RangeError(`there is no finding ${task.finding} to validate`);
  if (state.status !== 'validating') return { step: stepOf(state) };
  const key = `validate-${state.cycle}-${state.stage}-${state.round}`;
  const done = await giveSystemCommand(store, task.finding, { name: 'validate', body: {} }, key);
  if (done.ok) {
    // The first answer of a repeated command may be older than the state: a machine is told where it stands now.
    const now = (await store.findings.latest(task.finding))?.state ?? done.value.state;
    return { step: stepOf(now) };
  }
  const now = (await store.findings.latest(task.finding))?.state;
  if (now && now.status !== 'validating') return { step: stepOf(now) };
  throw new StepRefused(done.refusals);
};
