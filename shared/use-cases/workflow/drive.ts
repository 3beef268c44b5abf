import type { IntakeInput, NonconformityInput } from '#contracts/tasks.ts';
import type { AuditEvent } from '#domain/audit/events.ts';
import { type Finding, isOpen, stepOf } from '#domain/finding/state.ts';
import type { Contents } from '#ports/trail.ts';
import type { Waits } from '#ports/waits.ts';
import type { Workflows } from '#ports/workflows.ts';
import { importOf, readConfirmed } from '../audits/import-rows.ts';
import type { Trails } from '../trails.ts';

export interface DriveStore {
  readonly waits: Waits;
  readonly workflows: Workflows;
  readonly contents: Contents;
}

/** `nc-<finding>-e<epoch>`: the execution of a finding, one epoch after the other. */
export const executionName = (finding: string, epoch: number): string => `nc-${finding}-e${epoch}`;

/**
 * Starts the next epoch. One that ended before its first wait has left no trace but its name, so what is taken and no
 * longer runs is passed over.
 */
const startAfter = async (store: DriveStore, finding: Finding, ended: number): Promise<void> => {
  const { id } = finding.facts;
  for (let epoch = ended + 1; ; epoch += 1) {
    const name = executionName(id, epoch);
    const input: NonconformityInput = { finding: id, epoch, step: stepOf(finding) };
    if ((await store.workflows.start('nonconformity', name, input)) === 'started') return;
    // Taken and not to be seen yet: looking lags behind starting, so this one has only just begun.
    const taken = await store.workflows.describe('nonconformity', name);
    if (!taken || taken.status === 'RUNNING') return;
  }
};

/**
 * Brings the machine to where the finding stands: starts it, ends its wait, or starts the next epoch where an execution
 * ended without the finding. Does nothing when it stands there already, so it may run any number of times.
 *
 * A dead token is no error: either the machine is on its way between two waits and reads the state itself
 * (`awaitStep`), or a newer token has been taken down meanwhile, or the execution is over.
 *
 * @param ended the epoch that is known to have ended, where one is
 */
export const driveFinding = async (store: DriveStore, finding: Finding, ended = 0): Promise<void> => {
  if (finding.grade === 'ofi') return;
  const { id } = finding.facts;
  const step = stepOf(finding);
  let wait = await store.waits.get({ kind: 'finding', finding: id });
  while (wait && wait.step !== step) {
    if ((await store.workflows.resume(wait.token, { step })) === 'resumed') return;
    const newer = await store.waits.get({ kind: 'finding', finding: id });
    if (!newer || newer.token === wait.token) break;
    wait = newer;
  }
  if (!isOpen(finding)) return;
  const epoch = Math.max(wait?.epoch ?? 0, ended);
  // No epoch yet: the first wait has not been taken down, the execution is starting or never was started.
  const execution = epoch > 0 ? await store.workflows.describe('nonconformity', executionName(id, epoch)) : undefined;
  if (execution?.status !== 'RUNNING') await startAfter(store, finding, epoch);
};

/** By the audit too: one file may be handed in to several audits. At most 80 characters, as Step Functions allows. */
const executionOfImport = (audit: string, importId: string, seq: number): string =>
  `intake-${audit}-${importId}-${seq}`;

type ConfirmedImport = Extract<AuditEvent, { type: 'import-confirmed' }>;

/** Ends the wait for this confirmation. Where the execution gave up waiting, another one issues what was confirmed. */
const driveConfirmed = async (store: DriveStore & Pick<Trails, 'audits'>, event: ConfirmedImport): Promise<void> => {
  const { aggregate: audit, seq } = event;
  const { importId, findings } = event.data;
  const wait = await store.waits.get({ kind: 'import', audit, importId });
  // No wait yet: `awaitStep` finds the import confirmed and does not wait.
  if (!wait) return;
  const rows = (await readConfirmed(store.contents, audit, findings)).map((_finding, row) => row);
  if ((await store.workflows.resume(wait.token, { rows })) === 'resumed') return;

  const events: readonly AuditEvent[] = await store.audits.all(audit);
  const present = events.at(-1);
  if (!present || importOf(present.state, importId)?.status !== 'confirmed') return;
  const handedIn = events.findLast((each) => each.type === 'report-imported' && each.data.importId === importId);
  if (handedIn?.type !== 'report-imported') return;
  const execution = await store.workflows.describe('audit-intake', executionOfImport(audit, importId, handedIn.seq));
  if (execution?.status === 'RUNNING') return;
  const input: IntakeInput = { audit, importId, evidence: handedIn.data.evidence };
  await store.workflows.start('audit-intake', executionOfImport(audit, importId, seq), input);
};

/** What an event of an audit sets going: reading a report, or issuing what was confirmed. */
export const driveAudit = async (store: DriveStore & Pick<Trails, 'audits'>, event: AuditEvent): Promise<void> => {
  if (event.type === 'import-confirmed') await driveConfirmed(store, event);
  if (event.type !== 'report-imported') return;
  const { importId, evidence } = event.data;
  const input: IntakeInput = { audit: event.aggregate, importId, evidence };
  await store.workflows.start('audit-intake', executionOfImport(event.aggregate, importId, event.seq), input);
};
