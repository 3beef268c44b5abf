/** Lets at most `atOnce` pieces of work run at the same time, in the order in which they came. */
export const createQueue = (atOnce: number) => {
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;
  const next = (): void => {
    const work = running < atOnce ? waiting.shift() : undefined;
    if (!work) return;
    running += 1;
    void work().finally(() => {
      running -= 1;
      next();
    });
    next();
  };
  return {
    add: (work: () => Promise<void>): void => {
      waiting.push(work);
      next();
    },
  };
};
