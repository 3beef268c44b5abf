import '#local/environment.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createContents } from '#adapters/aws/dynamodb/contents.ts';
import { createDueIndex } from '#adapters/aws/dynamodb/due-index.ts';
import { createEvidenceRecords } from '#adapters/aws/dynamodb/evidence-records.ts';
import { eventRefOf } from '#adapters/aws/dynamodb/keys.ts';
import { createNotices } from '#adapters/aws/dynamodb/notices.ts';
import { createOutbox } from '#adapters/aws/dynamodb/outbox.ts';
import { createPeople } from '#adapters/aws/dynamodb/people.ts';
import { createRegister } from '#adapters/aws/dynamodb/register.ts';
import { createWaits } from '#adapters/aws/dynamodb/waits.ts';
import { realType } from '#adapters/files/real-type.ts';
import { createVault, type Vault } from '#adapters/local/vault.ts';
import { createVirtualClock, type VirtualClock } from '#adapters/local/virtual-clock.ts';
import { createReportReader } from '#adapters/report/report-reader.ts';
import { systemRandom } from '#adapters/runtime/random.ts';
import { trailsOf } from '#functions/_runtime/aws/table.ts';
import { createEngine } from '#local/engine/engine.ts';
import type { AslDefinition } from '#local/engine/language.ts';
import { createInvoke, type Invoke, type Store } from '#local/functions.ts';
import { exampleOrganization } from '#local/organization.ts';
import { createStream, streamed, streamRecord } from '#local/stream.ts';
import { openTable } from '#local/table.ts';
import type { Bus } from '#ports/bus.ts';
import type { MachineName } from '#ports/workflows.ts';
import { createMeter, type Meter } from './meter.ts';

/** The handlers on a table whose every request is counted, and all that carries their events on. */
export interface MeteredSystem {
  readonly store: Store;
  readonly meter: Meter;
  readonly clock: VirtualClock;
  readonly vault: Vault;
  readonly timeZone: string;
  /** Calls a function, and counts what it takes under the name of an operation. */
  run(operation: string, functionName: string, payload: unknown): Promise<unknown>;
  /** Calls a function, and counts nothing. */
  readonly invoke: Invoke;
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** A batch of one record, as the stream and the queue hand it over. @throws when it is reported as failed */
const takesIn = async (invoke: Invoke, name: string, record: object): Promise<void> => {
  const { batchItemFailures } = (await invoke(name, { Records: [record] })) as { batchItemFailures: unknown[] };
  if (batchItemFailures.length > 0) throw new Error(`${name} failed: what it takes cannot be counted`);
};

const readMachine = async (name: MachineName): Promise<AslDefinition> =>
  JSON.parse(await readFile(join(import.meta.dirname, `../../workflows/${name}/${name}.asl.json`), 'utf8'));

const openMachines = async (clock: VirtualClock, invoke: Invoke) =>
  createEngine({
    database: new DatabaseSync(':memory:'),
    clock,
    machines: { nonconformity: await readMachine('nonconformity'), 'audit-intake': await readMachine('audit-intake') },
    invoke,
  });

const onTable = (table: Awaited<ReturnType<typeof openTable>>) => ({
  contents: createContents(table),
  due: createDueIndex(table),
  evidence: createEvidenceRecords(table),
  notices: createNotices(table),
  outbox: createOutbox(table),
  people: createPeople(table),
  register: createRegister(table),
  waits: createWaits(table),
});

/** @param folder where the table lies; @param start instant at which the clock stands */
export const openMetered = async (folder: string, start: string): Promise<MeteredSystem> => {
  const { organization, policy, morningHour } = exampleOrganization;
  const { timeZone } = organization;
  const meter = createMeter();
  const table = await openTable(join(folder, 'table'));
  meter.watch(table.client);
  const clock = createVirtualClock(start);
  const vault = await createVault({ folder: join(folder, 'vault'), clock, uploadUrl: () => 'http://127.0.0.1' });

  const call: Invoke = (name, payload) => invoke(name, payload);
  const run: MeteredSystem['run'] = (operation, name, payload) => meter.during(operation, () => call(name, payload));
  const background: Invoke = (name, payload) => run(name, name, payload);
  const engine = await openMachines(clock, background);
  const bus: Bus = {
    publish: async (messages) => {
      for (const { detailType, detail } of messages) {
        const body = JSON.stringify({ 'detail-type': detailType, detail });
        await takesIn(background, 'send-notice', { messageId: '1', eventSource: 'aws:sqs', body });
      }
    },
  };
  const stream = createStream((ref) => takesIn(background, 'relay', streamRecord(ref)));
  const trails = trailsOf({ TABLE_NAME: table.tableName, TIME_ZONE: timeZone }, table);
  const store: Store = {
    ...trails,
    ...onTable(table),
    findings: streamed(trails.findings, 'finding', stream),
    audits: streamed(trails.audits, 'audit', stream),
    clock,
    files: vault,
    realType,
    reader: createReportReader(),
    bus,
    eventAt: eventRefOf,
    mail: { send: async () => 'message' },
    workflows: engine,
    random: systemRandom,
    policy,
    morningHour,
    organization: organization.name,
    baseUrl: 'http://127.0.0.1',
  };
  const invoke = createInvoke(store);

  return {
    store,
    meter,
    clock,
    vault,
    timeZone,
    run,
    invoke,
    settled: async () => {
      for (let round = 0; round < 2; round += 1) {
        await stream.settled();
        await engine.settled();
      }
    },
    close: async () => {
      engine.close();
      await table.close();
    },
  };
};
