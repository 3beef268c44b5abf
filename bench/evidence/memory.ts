import type { LocalProcess } from '../local-process.ts';

/** Bytes of memory that were resident in a process: before something was done, at most meanwhile, and after it. */
export interface Memory {
  readonly before: number;
  readonly peak: number;
  readonly after: number;
}

/** Milliseconds between two looks: what a large buffer needs to be filled and sent is longer. */
const interval = 20;

/** Does something and looks again and again at the resident memory of the process that it is done to. */
export const memoryDuring = async <T>(
  system: Pick<LocalProcess, 'resident'>,
  act: () => Promise<T>,
): Promise<Memory & { readonly value: T; readonly seconds: number }> => {
  const before = await system.resident();
  const started = performance.now();
  let peak = before;
  let isOver = false;
  const looking = (async () => {
    while (!isOver) {
      peak = Math.max(peak, await system.resident());
      await new Promise((resolve) => setTimeout(resolve, interval));
    }
  })();
  try {
    const value = await act();
    const seconds = (performance.now() - started) / 1000;
    const after = await system.resident();
    return { value, seconds, before, peak: Math.max(peak, after), after };
  } finally {
    isOver = true;
    await looking;
  }
};
