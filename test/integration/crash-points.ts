import type { Store } from '#local/functions.ts';

/** A moment at which a process may die: at the nth call of a port, before it has effect or before it is answered. */
export interface Point {
  readonly call: string;
  readonly nth: number;
  readonly when: 'before' | 'after';
}

/** What reaches out of the process, or reads what lies there. All else in a store is computed. */
const ports = [
  'findings',
  'audits',
  'contents',
  'digests',
  'due',
  'evidence',
  'notices',
  'people',
  'register',
  'suppressions',
  'waits',
  'bus',
  'mail',
  'workflows',
  'files',
  'vault',
] as const satisfies readonly (keyof Store)[];

/** Calls that only look change nothing: to die at one is to die before the next that has an effect. */
const looks = /\.(latest|at|all|of|get|head|describe|on|due|sweptUntil|unrelayed|stalled|grantUpload|look|read)$/;

/**
 * The moments after every call that has an effect, from one call on, and the moment before the first. To die before any
 * other is to die after the one before it: what lies outside of the process is the same.
 */
export const pointsOf = (calls: readonly string[], from = 0): Point[] => {
  const times = new Map<string, number>();
  const after = calls.flatMap((call, index): Point[] => {
    const nth = (times.get(call) ?? 0) + 1;
    times.set(call, nth);
    return looks.test(call) || index < from ? [] : [{ call, nth, when: 'after' }];
  });
  const [first] = after;
  return first ? [{ ...first, when: 'before' }, ...after] : [];
};

export interface Mortal {
  /** Of a store that has only some of the ports, those. */
  around<S extends object>(store: S): S;
  /** Every call so far, in order. */
  readonly calls: readonly string[];
  readonly isDead: () => boolean;
  /** Resolves once it is dead and what it had sent before has arrived. Never, where the point is not reached. */
  readonly died: Promise<void>;
}

const never = (): Promise<never> => new Promise(() => {});

/**
 * A process that dies at `point`: from then on no call of it has any effect, and none is answered.
 * @param onDeath called in the very moment, synchronously
 */
export const createMortal = (point: Point | undefined, onDeath: () => void): Mortal => {
  const calls: string[] = [];
  const underway = new Set<Promise<unknown>>();
  const { promise: died, resolve } = Promise.withResolvers<void>();
  let isDead = false;
  const die = (): void => {
    isDead = true;
    onDeath();
    Promise.allSettled(underway).then(() => resolve());
  };

  const call = async (name: string, work: () => Promise<unknown>): Promise<unknown> => {
    if (isDead) return never();
    calls.push(name);
    const isPoint = name === point?.call && calls.filter((each) => each === name).length === point.nth;
    if (isPoint && point.when === 'before') {
      die();
      return never();
    }
    const sent = work();
    underway.add(sent);
    try {
      const answer = await sent;
      if (isPoint && !isDead) die();
      return isDead ? never() : answer;
    } catch (fault) {
      if (isDead) return never();
      throw fault;
    } finally {
      underway.delete(sent);
    }
  };

  const portAround = <P extends object>(port: string, real: P): P =>
    new Proxy(real, {
      get: (target, key) => {
        const member: unknown = Reflect.get(target, key);
        // A stream is no call that is answered once; it changes nothing either.
        if (typeof member !== 'function' || key === 'stream') return member;
        return (...given: unknown[]) => call(`${port}.${String(key)}`, () => member.apply(target, given));
      },
    });

  return {
    calls,
    isDead: () => isDead,
    died,
    around: (store) => {
      const wrapped = new Map<PropertyKey, unknown>();
      for (const port of ports) {
        const real: unknown = Reflect.get(store, port);
        if (typeof real === 'object' && real !== null) wrapped.set(port, portAround(port, real));
      }
      // Not a copy: some of a store is known only once the system has started.
      return new Proxy(store, { get: (target, key) => wrapped.get(key) ?? Reflect.get(target, key) });
    },
  };
};
