/** Minutes from one try of a call to the next. Together they are 24 hours: so long a receiver may be down. */
const waits: readonly number[] = [1, 4, 10, 15, 30, 60, 120, 240, 480, 480];

/** Tries of a call before it is a dead letter. */
export const callTries = waits.length + 1;

/** Seconds until a call is tried again that has been tried so many times. After the last try nothing is waited for. */
export const callWait = (tries: number): number => (waits[tries - 1] ?? 0) * 60;
