import './environment.ts';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { eventRefOf } from '#adapters/aws/dynamodb/keys.ts';
import { createTrail } from '#adapters/aws/dynamodb/trail.ts';
import { faultInContainer } from '#adapters/files/containers.ts';
import { realType } from '#adapters/files/real-type.ts';
import { createCalendarFiles } from '#adapters/icalendar/files.ts';
import { createLocalBus, type LocalBus } from '#adapters/local/bus.ts';
import type { Intake } from '#adapters/local/intake.ts';
import { createMailbox, type Mailbox } from '#adapters/local/mailbox.ts';
import type { LocalPackFiles } from '#adapters/local/packs.ts';
import { createLocalSigner } from '#adapters/local/signer.ts';
import type { Vault } from '#adapters/local/vault.ts';
import { createVirtualClock, type VirtualClock } from '#adapters/local/virtual-clock.ts';
import { createLocalWebhookSecrets } from '#adapters/local/webhook-secrets.ts';
import { createReportReader } from '#adapters/report/report-reader.ts';
import { systemClock } from '#adapters/runtime/clock.ts';
import { canonical, digest } from '#adapters/runtime/digest.ts';
import { systemRandom } from '#adapters/runtime/random.ts';
import { secrets } from '#adapters/runtime/secrets.ts';
import { sha256 } from '#adapters/runtime/sha256.ts';
import { createCaller } from '#adapters/webhook/caller.ts';
import { zip } from '#adapters/zip/zip.ts';
import type { OrganizationSettings } from '#contracts/organization.ts';
import { AuditEvent } from '#domain/audit/events.ts';
import { FindingEvent } from '#domain/finding/events.ts';
import { createEngine, type Engine } from '#local/engine/engine.ts';
import type { Clock } from '#ports/clock.ts';
import type { EventRef } from '#ports/trail.ts';
import { watchExecutions } from './ended-badly.ts';
import { type Clamd, openFiles } from './files.ts';
import { createInvoke, type Invoke, type Store } from './functions.ts';
import { watchIntake } from './intake-watch.ts';
import { readMachine } from './machines.ts';
import { rememberClock } from './remembered-clock.ts';
import type { Schedule } from './schedules.ts';
import { createStream, streamed, streamRecord } from './stream.ts';
import { createdKey, subscribeAll } from './subscriptions.ts';
import { type LocalTable, openTable } from './table.ts';
import { tablePorts } from './table-ports.ts';
import { advanceTo, keepTime, type TimerHost } from './timers.ts';

export interface SystemOptions {
  /** Folder that holds everything; made where it is missing. */
  readonly data: string;
  /** Instant at which a virtual clock starts; left out: the machine's clock. */
  readonly clock?: string | undefined;
  readonly settings: OrganizationSettings;
  /** Who scans uploaded files; left out: the built-in check alone. */
  readonly clamd?: Clamd | undefined;
  /** Told of faults that no request waits for. */
  readonly onFault: (what: string, fault: unknown) => void;
  /** Where a test puts itself between the functions and their ports: the functions are made from its answer. */
  readonly around?: ((store: Store) => Store) | undefined;
  /** The same for the calls of functions, by people and by each other. */
  readonly aroundInvoke?: ((invoke: Invoke) => Invoke) | undefined;
  /** A table that is open already, and is closed by who opened it; left out: the one in the data folder. */
  readonly table?: Omit<LocalTable, 'close'> | undefined;
}

export interface LocalSystem {
  readonly store: Store;
  readonly invoke: Invoke;
  readonly intake: Intake;
  readonly vault: Vault;
  readonly packFiles: LocalPackFiles;
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

/** Boots the whole system in this process, from what lies in the data folder. */
export const openSystem = async (options: SystemOptions): Promise<LocalSystem> => {
  const { data, settings, onFault, around = (store) => store, aroundInvoke = (call) => call } = options;
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
  const { intake, vault, packFiles, scan } = await openFiles({
    data,
    clock,
    baseUrl: () => baseUrl,
    clamd: options.clamd,
    onArrived: (key) => watch.arrived(key),
  });
  const sender = { address: 'redress@localhost.localdomain', name: 'Redress' };
  const mailbox = createMailbox({ database, clock, sender });
  const bus = createLocalBus({
    database,
    clock,
    onFailure: ({ delivery, error }) => onFault(`delivery of ${delivery.detailType}`, error),
    onWaiting: () => time?.rearm(),
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
    ...tablePorts(table),
    findings: streamed(findings, 'finding', stream),
    audits: streamed(audits, 'audit', stream),
    files: intake,
    vault,
    scan,
    realType,
    faultInContainer,
    packFiles,
    zip,
    signer: await createLocalSigner(data),
    webhookSecrets: await createLocalWebhookSecrets(data),
    caller: createCaller(),
    reader: createReportReader(),
    bus,
    eventAt: eventRefOf,
    mail: mailbox,
    calendarFiles: createCalendarFiles({ clock, organizer: sender }),
    workflows: engine,
    digest,
    canonical,
    sha256,
    clock,
    random: systemRandom,
    secrets,
    timeZone,
    policy: settings.policy,
    morningHour: settings.morningHour,
    // One process works on a data folder, and its deliveries come one after the other: a claim that is there is a dead one's.
    claimLease: 0,
    organization,
    language: settings.language,
    get baseUrl() {
      return baseUrl;
    },
    get fileOrigins() {
      return [new URL(baseUrl).origin];
    },
  };
  const ports = around(store);
  const invoke = aroundInvoke(createInvoke(ports));
  const watch = watchIntake({ intake, evidence: store.evidence, bus: ports.bus, clock });
  subscribeAll(bus, invoke, (name, detail) => {
    if (name === 'check-evidence') watch.checked(createdKey(detail));
  });

  /** One thing sets off another: nothing is left when a whole round finds nothing to wait for. */
  const settled = async (): Promise<void> => {
    for (let round = 0; round < 3; round += 1) {
      await stream.settled();
      await engine.settled();
      await bus.settled();
    }
  };
  const endedBadly = watchExecutions(engine);
  const run = async ({ name }: Schedule): Promise<void> => {
    if (name === 'reconcile') for (const event of endedBadly()) await invoke(name, event);
    await invoke(name, { source: 'aws.scheduler' });
    if (name === 'reconcile') await watch.hourly();
  };
  const host: TimerHost = {
    clock,
    nextEngineTimer: () => engine.nextTimerAt(),
    fireEngine: () => engine.fireDue(),
    nextDelivery: () => bus.waitsUntil(),
    deliverDue: () => bus.deliverDue(),
    run,
    settled,
  };
  let time: ReturnType<typeof keepTime> | undefined;

  return {
    store,
    invoke,
    intake,
    vault,
    packFiles,
    mailbox,
    engine,
    bus,
    clock,
    organization,
    timeZone,
    setBaseUrl: (url) => {
      baseUrl = url.replace(/\/$/, '');
    },
    recover: async () => {
      for (const ref of await store.outbox.unrelayed(10_000)) stream.push(ref);
      await stream.settled();
      await engine.recover();
      await engine.fireDue();
      await bus.drain();
      await watch.recover();
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
