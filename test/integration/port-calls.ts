import type { Store } from '#local/functions.ts';

/** Ports whose calls reach out of the process. */
const ports = [
  'evidence',
  'vault',
  'bus',
  'notices',
  'mail',
  'audits',
  'findings',
] as const satisfies readonly (keyof Store)[];

/** Calls that only look. */
const looks = /\.(latest|at|all|of|get|read|stream)$/;

/** Counts the writes that functions make at their ports. `change` puts another port in the place of one. */
export const countWrites = (change: (store: Store) => Partial<Store> = () => ({})) => {
  const calls: string[] = [];
  const counted = <P extends object>(name: string, port: P): P =>
    new Proxy(port, {
      get: (target, key) => {
        const member: unknown = Reflect.get(target, key);
        if (typeof member !== 'function') return member;
        return (...given: unknown[]) => {
          calls.push(`${name}.${String(key)}`);
          return Reflect.apply(member, target, given);
        };
      },
    });
  return {
    around: (store: Store): Store => {
      const changed = change(store);
      const taken = new Map<PropertyKey, unknown>(Object.entries(changed));
      for (const name of ports) taken.set(name, counted(name, changed[name] ?? store[name]));
      // Not a copy: some of a store is known only once the system has started.
      return new Proxy(store, { get: (target, key) => taken.get(key) ?? Reflect.get(target, key) });
    },
    /** Every write since this was asked last, by how often. */
    writes: (): Record<string, number> => {
      const counts: Record<string, number> = {};
      for (const call of calls.splice(0)) if (!looks.test(call)) counts[call] = (counts[call] ?? 0) + 1;
      return counts;
    },
  };
};
