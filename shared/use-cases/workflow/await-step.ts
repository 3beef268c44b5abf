import type { AwaitStep } from '#contracts/tasks.ts';
import { stepOf } from '#domain/finding/state.ts';
import { importOf, readConfirmed } from '../audits/import-rows.ts';
import type { Trails } from '../trails.ts';
import type { DriveStore } from './drive.ts';

/**
 * Takes down the token of a wait and then reads the state: whatever was committed before is seen here, whatever is
 * committed after finds the token. So no event is ever missed, in whatever order submit, relay and wait happen.
 */
export const awaitStep = async (
  store: DriveStore & Pick<Trails, 'findings' | 'audits' | 'clock'>,
  task: AwaitStep,
): Promise<void> => {
  const at = store.clock.now();
  if ('finding' in task) {
    const { finding, token, step, epoch } = task;
    await store.waits.put({ kind: 'finding', finding }, { token, step, epoch, at });
    const state = (await store.findings.latest(finding))?.state;
    if (!state) throw new RangeError(`there is no finding ${finding} to wait for`);
    if (stepOf(state) !== step) await store.workflows.resume(token, { step: stepOf(state) });
    return;
  }
  const { audit, importId, token } = task;
  await store.waits.put({ kind: 'import', audit, importId }, { token, step: 'to-confirm', epoch: 1, at });
  const state = (await store.audits.latest(audit))?.state;
  const found = state && importOf(state, importId);
  if (found?.status !== 'confirmed' || found.confirmed === undefined) return;
  const rows = (await readConfirmed(store.contents, audit, found.confirmed)).map((_finding, row) => row);
  await store.workflows.resume(token, { rows });
};
