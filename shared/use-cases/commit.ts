import { ok, type Refusal, type Result, refuse } from '#domain/result.ts';
import { type Digest, type Sealed, seal } from '#domain/trail/chain.ts';
import type { Trail } from '#ports/trail.ts';

/** Under which key a command was given, and with what: told apart by person, so that keys need not be secret. */
export interface CommandKey {
  readonly id: string;
  readonly fingerprint: string;
}

export const commandKey = (digest: Digest, person: string, key: string, content: unknown): CommandKey => ({
  id: digest({ person, key }).slice(0, 32),
  fingerprint: digest(content).slice(0, 32),
});

interface Taken {
  readonly taken: readonly { readonly id: string; readonly fingerprint: string; readonly seq: number }[];
}
interface Stored {
  readonly aggregate: string;
  readonly seq: number;
}
interface Committed extends Stored {
  readonly command: CommandKey;
  readonly state: Taken;
}

export const keyReused: Refusal = {
  code: 'key-reused',
  message: 'This Idempotency-Key was used for another request. Give each request its own.',
  field: 'Idempotency-Key',
};

export const versionStale: Refusal = {
  code: 'version-stale',
  message: 'Somebody was faster: this has changed since you read it. Reload, look, and try again.',
  field: 'If-Match',
};

/** The first answer to a command that was taken before; `undefined` when it is new. */
export const firstAnswer = async <E extends Stored>(
  trail: Trail<E>,
  aggregate: string,
  state: Taken,
  key: CommandKey,
): Promise<Result<Sealed<E>> | undefined> => {
  const before = state.taken.find((each) => each.id === key.id);
  if (!before) return undefined;
  if (before.fingerprint !== key.fingerprint) return refuse(keyReused);
  const event = await trail.at(aggregate, before.seq);
  if (!event) throw new RangeError(`event ${before.seq} of ${aggregate} is missing from the trail`);
  return ok(event);
};

/**
 * Chains the event to the one before and appends it. A lost race is answered `version-stale`; one that was lost to the
 * same command, given twice at once or written without an answer, with the first answer.
 */
export const commit = async <E extends Committed>(
  trail: Trail<E>,
  digest: Digest,
  previous: Sealed<E> | undefined,
  event: E,
): Promise<Result<Sealed<E>>> => {
  const sealed = seal(event, previous?.hash ?? null, digest);
  if ((await trail.append(sealed)) === 'appended') return ok(sealed);
  const winner = await trail.latest(event.aggregate);
  const before = winner && (await firstAnswer(trail, event.aggregate, winner.state, event.command));
  return before ?? refuse(versionStale);
};

/** Tries of a command that Redress itself gives, when people are faster. */
const attempts = 8;

/** Gives a command of Redress itself again while others win the race for the next sequence number. */
export const untilCommitted = async <T>(attempt: () => Promise<Result<T>>): Promise<Result<T>> => {
  for (let left = attempts; left > 1; left -= 1) {
    const result = await attempt();
    if (result.ok || result.refusals[0]?.code !== versionStale.code) return result;
  }
  return attempt();
};
