import type { SystemOptions } from '#local/system.ts';

/**
 * A house in which, once it is hushed, nothing follows from what is committed: no machine starts, no notice goes out, no
 * pack is made. Who may give a command shows in the answer; what then happens is shown elsewhere and takes its time.
 */
export const createQuiet = () => {
  let isHushed = false;
  const around: SystemOptions['around'] = (store) => {
    const bus: typeof store.bus = { publish: async (messages) => (isHushed ? undefined : store.bus.publish(messages)) };
    const workflows: typeof store.workflows = {
      start: async (...given) => (isHushed ? 'started' : store.workflows.start(...given)),
      resume: async (...given) => (isHushed ? 'resumed' : store.workflows.resume(...given)),
      describe: (...given) => store.workflows.describe(...given),
    };
    const changed: ReadonlyMap<PropertyKey, unknown> = new Map<PropertyKey, unknown>([
      ['bus', bus],
      ['workflows', workflows],
    ]);
    // Not a copy: the base URL is known only once the server listens.
    return new Proxy(store, { get: (target, key) => changed.get(key) ?? Reflect.get(target, key) });
  };
  return {
    around,
    hush: (): void => {
      isHushed = true;
    },
  };
};
