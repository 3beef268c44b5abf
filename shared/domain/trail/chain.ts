/** SHA-256, in lower-case hex, over the canonical JSON (RFC 8785) of a value. A port: browsers and Node differ. */
export type Digest = (value: unknown) => string;

/** `hash` is taken over the whole event with its `prevHash`; the first event of a chain has `prevHash: null`. */
export interface Seal {
  readonly prevHash: string | null;
  readonly hash: string;
}
export type Sealed<E> = E & Seal;

interface Numbered {
  readonly aggregate: string;
  readonly seq: number;
}

export const seal = <E extends Numbered>(event: E, prevHash: string | null, digest: Digest): Sealed<E> => ({
  ...event,
  prevHash,
  hash: digest({ ...event, prevHash }),
});

/** Where a chain does not fit, and why; `at` is the sequence number of the first event that does not. */
export interface Break {
  readonly at: number;
  readonly reason: 'sequence' | 'previous-hash' | 'hash' | 'aggregate';
}

/** The first place where the chain of one aggregate's events, in order from 1, does not fit; `undefined` if whole. */
export const firstBreak = (events: readonly Sealed<Numbered>[], digest: Digest): Break | undefined => {
  let prevHash: string | null = null;
  for (const [index, event] of events.entries()) {
    const { hash, ...content } = event;
    const at = index + 1;
    if (event.seq !== at) return { at, reason: 'sequence' };
    if (event.aggregate !== events[0]?.aggregate) return { at, reason: 'aggregate' };
    if (event.prevHash !== prevHash) return { at, reason: 'previous-hash' };
    if (digest(content) !== hash) return { at, reason: 'hash' };
    prevHash = hash;
  }
  return undefined;
};
