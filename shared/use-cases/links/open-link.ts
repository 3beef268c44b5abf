import { afterWrongCode, opened, refusedTaking, wrongCode } from '#domain/link/code.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { Random } from '#ports/random.ts';
import { changeLink, type FoundLink, type LinkStore, recordUse } from './find-link.ts';

export interface OpenStore extends LinkStore {
  readonly random: Random;
}

/** The session that a right code opens: its secret goes to the browser as a cookie, its hash to the table. */
export interface OpenedSession {
  readonly link: string;
  readonly secret: string;
}

/**
 * Takes a one-time code. What it was is said only once that is written: of many guesses at once none is free, and after
 * the last one nothing is taken for a while, not even the right code.
 */
export const openLink = async (store: OpenStore, found: FoundLink, code: string): Promise<Result<OpenedSession>> => {
  const given = store.secrets.bind(found.secret, code);
  const secret = store.random.secret();
  const session = store.secrets.bind(found.secret, secret);
  const now = store.clock.now();
  const changed = await changeLink(store, found, (link) => {
    const refusal = refusedTaking(link, now);
    if (refusal) return refuse(refusal);
    return store.secrets.same(given, link.code?.hash ?? '')
      ? ok({ link: opened(link, session, now), value: true })
      : ok({ link: afterWrongCode(link, now), value: false });
  });
  if (!changed.ok) return changed;
  const { link, value: isRight } = changed.value;
  await recordUse(store, found, { kind: isRight ? 'link-opened' : 'code-refused' });
  return isRight ? ok({ link: link.id, secret }) : refuse(wrongCode(link));
};
