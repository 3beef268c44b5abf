/** What was last sent of one thing, and under which idempotency key. */
interface Sent {
  readonly of: string;
  readonly key: string;
}

const prefix = 'redress-request:';

const read = (text: string | null): Sent | undefined => {
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as Sent;
  } catch {
    // Somebody else wrote here: then nothing was sent.
    return undefined;
  }
};

/**
 * The idempotency key of a request: the same as long as the same is sent, so that a repetition after an answer that got
 * lost does nothing twice; another once something was changed.
 * @param name of what is sent, such as a draft's key
 * @param content whatever makes two requests the same
 */
export const requestKey = (
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  name: string,
  content: unknown,
  make: () => string = () => crypto.randomUUID(),
): string => {
  const of = JSON.stringify(content);
  const before = read(storage.getItem(`${prefix}${name}`));
  if (before?.of === of) return before.key;
  const key = make();
  try {
    storage.setItem(`${prefix}${name}`, JSON.stringify({ of, key }));
  } catch {
    // Without room for it a repetition is a request of its own: the version it names still lets it happen once only.
  }
  return key;
};

/** It was taken, or given up: the same content is another request from now on. */
export const forgetRequest = (storage: Pick<Storage, 'removeItem'>, name: string): void =>
  storage.removeItem(`${prefix}${name}`);
