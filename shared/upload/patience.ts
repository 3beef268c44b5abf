import { Unreachable } from './failure.ts';

/** Milliseconds before the second, third, … try. */
export const pauses = [500, 1000, 2000, 4000] as const;

/** Waits, or stops waiting when the signal says so. @throws the signal's reason */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });

/** Does it again, after a pause that grows, as long as the other side cannot be reached. @throws the last failure */
export const patiently = async <T>(
  act: () => Promise<T>,
  signal: AbortSignal,
  wait: typeof pause = pause,
): Promise<T> => {
  for (const milliseconds of pauses) {
    try {
      return await act();
    } catch (failure) {
      if (!(failure instanceof Unreachable)) throw failure;
      await wait(milliseconds, signal);
    }
  }
  return act();
};

/** Lets the page paint and answer. Unlike a timer, it is not slowed down in a tab that is not looked at. */
export const breath = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

/** Does `act` for each, at most so many at once. The first failure stops those that have not begun, and is thrown. */
export const eachOf = async <T>(
  items: readonly T[],
  atOnce: number,
  act: (item: T) => Promise<void>,
): Promise<void> => {
  const left = [...items];
  const work = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      try {
        await act(item);
      } catch (failure) {
        left.length = 0;
        throw failure;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: Math.min(atOnce, items.length) }, work));
  for (const each of ended) if (each.status === 'rejected') throw each.reason;
};
