import { AsyncLocalStorage } from 'node:async_hooks';
import type { Store } from '#local/functions.ts';
import type { LocalSystem } from '#local/system.ts';

/** Stands between a sweep and a port: told the call, makes it or not. */
export type Watch = (call: string, make: () => unknown) => unknown;

/** What has functions; the policy, which has none, is a value. */
const isPort = (member: unknown): member is object =>
  typeof member === 'object' && member !== null && Object.values(member).some((each) => typeof each === 'function');

/**
 * Watches the port calls of the sweeps that a test runs, and no others: what a sweep sets off, such as the mail, goes by
 * unseen. `at` sets the clock of all functions, so that weeks pass without the hours between.
 */
export const watchPorts = () => {
  const sweeping = new AsyncLocalStorage<Watch>();
  let now: string | undefined;

  const watched = <P extends object>(name: string, port: P): P =>
    new Proxy(port, {
      get: (target, property) => {
        const member: unknown = Reflect.get(target, property);
        if (typeof member !== 'function') return member;
        return (...given: unknown[]) => {
          const make = () => sweeping.exit(() => Reflect.apply(member, target, given));
          const watch = sweeping.getStore();
          return watch ? watch(`${name}.${String(property)}`, make) : make();
        };
      },
    });

  return {
    around: (store: Store): Store =>
      new Proxy(store, {
        get: (target, property) => {
          if (property === 'clock') return { now: () => now ?? target.clock.now() };
          const port: unknown = Reflect.get(target, property);
          return isPort(port) ? watched(String(property), port) : port;
        },
      }),
    at: (instant: string): void => {
      now = instant;
    },
    sweep: ({ invoke }: Pick<LocalSystem, 'invoke'>, watch: Watch = (_call, make) => make()): Promise<unknown> =>
      sweeping.run(watch, () => invoke('deadline-sweep', { source: 'aws.scheduler' })),
  };
};
