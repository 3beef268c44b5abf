import './environment.ts';
import { mkdir, readFile } from 'node:fs/promises';
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
import { createTrail } from '#adapters/aws/dynamodb/trail.ts';
import { createWaits } from '#adapters/aws/dynamodb/waits.ts';
import { realType } from '#adapters/files/real-type.ts';
import { createLocalBus, type LocalBus } from '#adapters/local/bus.ts';
import { createMailbox, type Mailbox } from '#adapters/local/mailbox.ts';
import { createVault, type Vault } from '#adapters/local/vault.ts';
import { createVirtualClock, type VirtualClock } from '#adapters/local/virtual-clock.ts';
import { createReportReader } from '#adapters/report/report-reader.ts';
import { systemClock } from '#adapters/runtime/clock.ts';
import { digest } from '#adapters/runtime/digest.ts';
import { systemRandom } from '#adapters/runtime/random.ts';
import type { OrganizationSettings } from '#contracts/organization.ts';
import { AuditEvent } from '#domain/audit/events.ts';
import { FindingEvent } from '#domain/finding/events.ts';
import { createEngine, type Engine } from '#local/engine/engine.ts';
import type { AslDefinition } from '#local/engine/language.ts';
import type { Clock } from '#ports/clock.ts';
import type { EventRef } from '#ports/trail.ts';
import type { MachineName } from '#ports/workflows.ts';
import { watchExecutions } from './ended-badly.ts';
import { createInvoke, type Invoke, type Store } from './functions.ts';
import { rememberClock } from './remembered-clock.ts';
import type { Schedule } from './schedules.ts';
import { createStream, streamed, streamRecord } from './stream.ts';
import { type LocalTable, openTable } from './table.ts';
import { advanceTo, keepTime, type TimerHost } from './timers.ts';

export interface SystemOptions {
  /** Folder that holds everything; made where it is missing. */
  readonly data: string;
  /** Instant at which a virtual clock starts; left out: the machine's clock. */
  readonly clock?: string | undefined;
  readonly settings: OrganizationSettings;
  /** Told of faults that no request waits for. */
  readonly onFault: (what: string, fault: unknown) => void;
  /** Where a test puts itself between the functions and their ports: the functions are made from its answer. */
  readonly around?: ((store: Store) => Store) | undefined;
  /** A table that is open already, and is closed by who opened it; left out: the one in the data folder. */
  readonly table?: Omit<LocalTable, 'close'> | undefined;
}

export interface LocalSystem {
  readonly store: Store;
  readonly invoke: Invoke;
  readonly vault: Vault;
  readonly mailbox: Mailbox;
  readonly engine: Engine;
  readonly bus: LocalBus;
  readonly clock: Clock;
  readonly organization: string;
  readonly timeZone: string;
  /** Where people reach the system; set once the server listens. */
  setBaseUrl(url: string): void;
  /** Carries on what an earlier process left: outbox, waits, messages, timers that were missed. */
  recover(): Promise<void>;
  /** Moves the virtual clock on and fires everything due on the way. Absent with the machine's clock. */
  readonly advance: ((duration: string) => Promise<void>) | undefined;
  /** Resolves when nothing goes on without a timer or a request. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const machineFile = (name: MachineName) => join(import.meta.dirname, `../workflows/${name}/${name}.asl.json`);

const readMachine = async (name: MachineName): Promise<AslDefinition> =>
  JSON.parse(await readFile(machineFile(name), 'utf8'));

/** A message on the queue between the bus and `send-notice`. */
const queueRecord = (detailType: string, detail: unknown) => ({
  messageId: 'local',
  eventSource: 'aws:sqs',
  body: JSON.stringify({ 'detail-type': detailType, detail }),
});

const tableStore = (table: Omit<LocalTable, 'close'>) => ({
  contents: createContents(table),
  due: createDueIndex(table),
  evidence: createEvidenceRecords(table),
  notices: createNotices(table),
  outbox: createOutbox(table),
  people: createPeople(table),
  register: createRegister(table),
  waits: createWaits(table),
});

/** Boots the whole system in this process, from what lies in the data folder. */
export const openSystem = async (options: SystemOptions): Promise<LocalSystem> => {
  const { data, settings, onFault, around = (store) => store } = options;
  const { name: organization, timeZone } = settings.organization;
  await mkdir(data, { recursive: true });
  const database = new DatabaseSync(join(data, 'local.sqlite'));
  // What was committed outlives the process, also a kill -9; only a power cut may take the last moment.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  const virtual: VirtualClock | undefined =
    options.clock === undefined ? undefined : rememberClock(database, createVirtualClock, options.clock);
  const clock = virtual ?? systemClock;
  const [table, nonconformity, auditIntake] = await Promise.all([
    options.table ? { ...options.table, close: async () => {} } : openTable(join(data, 'table')),
    readMachine('nonconformity'),
    readMachine('audit-intake'),
  ]);
  let baseUrl = 'http://127.0.0.1';
  const vault = await createVault({ folder: join(data, 'vault'), clock, uploadUrl: () => `${baseUrl}/local/upload` });
  const mailbox = createMailbox({
    database,
    clock,
    sender: { address: 'redress@localhost.localdomain', name: 'Redress' },
  });
  const bus = createLocalBus({
    database,
    clock,
    onFailure: ({ delivery, error }) => onFault(`delivery of ${delivery.detailType}`, error),
  });

  const relayed = async (ref: EventRef): Promise<void> => {
    try {
      const answer = await invoke('relay', { Records: [streamRecord(ref)] });
      const failed = (answer as { batchItemFailures: unknown[] }).batchItemFailures.length;
      if (failed > 0) throw new Error('the relay failed; the reconciler takes the event up again');
    } catch (fault) {
      onFault(`relay of event ${ref.seq} of ${ref.aggregate}`, fault);
    }
  };
  const stream = createStream(relayed);
  const findings = createTrail({ ...table, kind: 'finding', schema: FindingEvent });
  const audits = createTrail({ ...table, kind: 'audit', schema: AuditEvent });

  const engine: Engine = createEngine({
    database,
    clock,
    machines: { nonconformity, 'audit-intake': auditIntake },
    invoke: (name, payload) => invoke(name, payload),
    onFault: ({ execution, error }) => onFault(`execution ${execution ?? ''}`, error),
    onTimersChanged: () => time?.rearm(),
  });
  const store: Store = {
    ...tableStore(table),
    findings: streamed(findings, 'finding', stream),
    audits: streamed(audits, 'audit', stream),
    files: vault,
    realType,
    reader: createReportReader(),
    bus,
    eventAt: eventRefOf,
    mail: mailbox,
    workflows: engine,
    digest,
    clock,
    random: systemRandom,
    timeZone,
    policy: settings.policy,
    morningHour: settings.morningHour,
    organization,
    get baseUrl() {
      return baseUrl;
    },
  };
  const invoke = createInvoke(around(store));
  bus.subscribe({
    name: 'send-notice',
    receive: async ({ detailType, detail }) => {
      const answer = await invoke('send-notice', { Records: [queueRecord(detailType, detail)] });
      const failed = (answer as { batchItemFailures: unknown[] }).batchItemFailures.length;
      if (failed > 0) throw new Error('the notice was not sent');
    },
  });

  /** One thing sets off another: nothing is left when a whole round finds nothing to wait for. */
  const settled = async (): Promise<void> => {
    for (let round = 0; round < 2; round += 1) {
      await stream.settled();
      await engine.settled();
      await bus.settled();
    }
  };
  const endedBadly = watchExecutions(engine);
  const run = async ({ name }: Schedule): Promise<void> => {
    if (name === 'reconcile') for (const event of endedBadly()) await invoke(name, event);
    await invoke(name, { source: 'aws.scheduler' });
  };
  const host: TimerHost = {
    clock,
    nextEngineTimer: () => engine.nextTimerAt(),
    fireEngine: () => engine.fireDue(),
    run,
    settled,
  };
  let time: ReturnType<typeof keepTime> | undefined;

  return {
    store,
    invoke,
    vault,
    mailbox,
    engine,
    bus,
    clock,
    organization,
    timeZone,
    setBaseUrl: (url) => {
      baseUrl = url;
    },
    recover: async () => {
      for (const ref of await store.outbox.unrelayed(10_000)) stream.push(ref);
      await stream.settled();
      await engine.recover();
      await engine.fireDue();
      await bus.drain();
      await run({ name: 'deadline-sweep', minute: 0 });
      await settled();
      if (!virtual) time = keepTime(host, (fault) => onFault('timers', fault));
    },
    advance:
      virtual &&
      (async (duration) => {
        const target = createVirtualClock(virtual.now());
        target.advance(duration);
        await advanceTo(host, virtual, Date.parse(target.now()));
      }),
    settled,
    close: async () => {
      time?.stop();
      await settled();
      engine.close();
      await bus.close();
      await table.close();
      database.close();
    },
  };
};
