/**
 * Which threads the engine is going on with at this moment. A thread has one run at a time: waking it again, or dropping
 * it, leaves the run before it without effect (its function may still be working; what it answers comes too late).
 */
export interface Scheduler {
  wake(thread: number): void;
  drop(thread: number): void;
  isBusy(thread: number): boolean;
  /** Resolves when no run is left. */
  settled(): Promise<void>;
  /** Leaves every run without effect; nothing is woken any more. */
  close(): void;
}

/** `run` goes on with a thread for as long as `isCurrent()`; it does not reject. */
export const createScheduler = (run: (thread: number, isCurrent: () => boolean) => Promise<void>): Scheduler => {
  const runs = new Map<number, symbol>();
  let closed = false;
  let waiting: (() => void)[] = [];

  const announce = (): void => {
    if (runs.size > 0) return;
    const resolved = waiting;
    waiting = [];
    for (const resolve of resolved) resolve();
  };

  const begin = async (thread: number, ticket: symbol): Promise<void> => {
    const isCurrent = (): boolean => runs.get(thread) === ticket;
    await run(thread, isCurrent);
    if (isCurrent()) runs.delete(thread);
    announce();
  };

  return {
    wake: (thread) => {
      if (closed) return;
      const ticket = Symbol(`thread ${thread}`);
      runs.set(thread, ticket);
      void begin(thread, ticket);
    },
    drop: (thread) => {
      runs.delete(thread);
      announce();
    },
    isBusy: (thread) => runs.has(thread),
    settled: async () => {
      while (runs.size > 0) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    close: () => {
      closed = true;
      runs.clear();
      announce();
    },
  };
};
