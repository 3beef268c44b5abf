import { join } from 'node:path';
import { createVirtualClock, type VirtualClock } from '#adapters/local/virtual-clock.ts';
import type { Invoke, Store } from '#local/functions.ts';
import { exampleOrganization } from '#local/organization.ts';
import { type LocalSystem, openSystem } from '#local/system.ts';
import { openTable } from '#local/table.ts';
import { createMeter, type Meter } from './meter.ts';

/** The local system on a table whose every request is counted. */
export interface MeteredSystem extends Pick<LocalSystem, 'store' | 'intake' | 'timeZone'> {
  readonly meter: Meter;
  /** The functions' own: moved on, it fires nothing. */
  readonly clock: VirtualClock;
  /** Calls a function, and counts what it takes under the name of an operation. */
  run(operation: string, functionName: string, payload: unknown): Promise<unknown>;
  /** Calls a function, and counts nothing. */
  readonly invoke: Invoke;
  /** Resolves when nothing goes on. @throws where something failed meanwhile: what it takes cannot be counted */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** @param folder where everything lies; @param start instant at which the clock stands */
export const openMetered = async (folder: string, start: string): Promise<MeteredSystem> => {
  const meter = createMeter();
  const table = await openTable(join(folder, 'table'));
  meter.watch(table.client);
  const clock = createVirtualClock(start);
  const faults: unknown[] = [];
  let call: Invoke = async () => undefined;
  const run: MeteredSystem['run'] = (operation, name, payload) => meter.during(operation, () => call(name, payload));
  const system = await openSystem({
    data: folder,
    table,
    clock: start,
    settings: exampleOrganization,
    onFault: (_what, fault) => faults.push(fault),
    around: (store): Store =>
      new Proxy(store, { get: (target, key) => (key === 'clock' ? clock : Reflect.get(target, key)) }),
    // What a function sets going is an operation of its own.
    aroundInvoke: (invoke) => {
      call = invoke;
      return (name, payload) => run(name, name, payload);
    },
  });
  return {
    store: system.store,
    intake: system.intake,
    timeZone: system.timeZone,
    meter,
    clock,
    run,
    invoke: (name, payload) => call(name, payload),
    settled: async () => {
      await system.settled();
      if (faults.length > 0) throw new Error('something failed: what it takes cannot be counted', { cause: faults[0] });
    },
    close: async () => {
      await system.close();
      await table.close();
    },
  };
};
