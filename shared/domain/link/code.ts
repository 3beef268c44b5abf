import { hasCome, secondsAfter } from '../calendar/instants.ts';
import type { Refusal } from '../result.ts';
import type { Link } from './link.ts';

/** One-time codes: what they are and how long they last. */
export const codeRules = {
  digits: 6,
  /** Seconds for which a code is good. */
  lifetime: 10 * 60,
  /** Wrong codes, then a pause. */
  tries: 5,
  /** Seconds during which, after too many wrong codes, none is sent and none is taken. */
  pause: 15 * 60,
  /** Seconds from one code to the next. */
  between: 60,
} as const;

/** Seconds for which a link is open once the right code was given, and again from each batch of parts of a large file. */
const sessionSeconds = 30 * 60;
/** Seconds after which a session ends, however long the upload: 5 GB at 2 Mbit/s take less. */
export const longestSessionSeconds = 8 * 60 * 60;

const codePaused: Refusal = {
  code: 'code-paused',
  message: 'Too many wrong codes were given. Wait a quarter of an hour, then have a new one sent.',
  field: 'code',
};

const isPaused = (link: Link, now: string): boolean =>
  link.pausedUntil !== undefined && !hasCome(link.pausedUntil, now);

/** Why no code is sent now; `undefined` when one is. */
export const refusedSending = (link: Link, now: string): Refusal | undefined => {
  if (isPaused(link, now)) return codePaused;
  return link.code && !hasCome(secondsAfter(link.code.sentAt, codeRules.between), now)
    ? { code: 'code-too-soon', message: 'A code was sent a moment ago. Wait a minute before you ask for another one.' }
    : undefined;
};

/**
 * A new code has as many tries as the one before had left, for as long as a pause lasts: asking for new codes is no way
 * to guess more often.
 */
const triesOfNew = ({ code }: Link, now: string): number =>
  code && !hasCome(secondsAfter(code.sentAt, codeRules.pause), now) ? code.triesLeft : codeRules.tries;

/** The link with a new code, known by its hash. The code before is good no more. */
export const withCode = (link: Link, hash: string, now: string): Link => {
  const { pausedUntil: _over, ...rest } = link;
  return {
    ...rest,
    code: {
      hash,
      sentAt: now,
      expiresAt: secondsAfter(now, codeRules.lifetime),
      triesLeft: triesOfNew(link, now),
    },
    version: link.version + 1,
  };
};

/** Why no code is taken now, whatever it is; `undefined` when one is. */
export const refusedTaking = (link: Link, now: string): Refusal | undefined => {
  if (isPaused(link, now)) return codePaused;
  if (!link.code)
    return { code: 'code-missing', message: 'No code is waiting to be given. Have one sent first.', field: 'code' };
  return hasCome(link.code.expiresAt, now)
    ? { code: 'code-expired', message: 'This code is too old. Have a new one sent.', field: 'code' }
    : undefined;
};

/** The link after a wrong code: one try less, and after the last one a pause. */
export const afterWrongCode = (link: Link, now: string): Link => {
  const { code, ...rest } = link;
  const version = link.version + 1;
  return code && code.triesLeft > 1
    ? { ...rest, code: { ...code, triesLeft: code.triesLeft - 1 }, version }
    : { ...rest, pausedUntil: secondsAfter(now, codeRules.pause), version };
};

/** What is said of a wrong code, by the link after it. */
export const wrongCode = ({ code }: Link): Refusal =>
  code
    ? {
        code: 'code-wrong',
        message: `This is not the code. ${code.triesLeft === 1 ? 'One try is left' : `${code.triesLeft} tries are left`}.`,
        field: 'code',
      }
    : codePaused;

/** The link after the right code: the code is used, and who holds the session may act until it ends. */
export const opened = (link: Link, session: string, now: string): Link => {
  const { code: _used, pausedUntil: _over, ...rest } = link;
  return {
    ...rest,
    session: { hash: session, openedAt: now, expiresAt: secondsAfter(now, sessionSeconds) },
    version: link.version + 1,
  };
};

/** The link while a large file is being sent: its session does not end in the middle of the work. */
export const keptOpen = (link: Link, now: string): Link => {
  const { session } = link;
  if (!session || !hasSession(link, now)) return link;
  const [sliding, last] = [secondsAfter(now, sessionSeconds), secondsAfter(session.openedAt, longestSessionSeconds)];
  const expiresAt = sliding < last ? sliding : last;
  // A change a minute at the most: parts are granted every few seconds.
  return expiresAt < secondsAfter(session.expiresAt, 60)
    ? link
    : { ...link, session: { ...session, expiresAt }, version: link.version + 1 };
};

/** Whether a session is open; whose it is shows only its hash. */
export const hasSession = (link: Link, now: string): link is Link & { readonly session: { hash: string } } =>
  link.session !== undefined && !hasCome(link.session.expiresAt, now);

/** Revoked at once: neither a code that was sent nor a session that is open lasts longer. */
export const revoked = (link: Link, by: string, now: string): Link => {
  const { code: _code, session: _session, ...rest } = link;
  return { ...rest, revoked: { by, at: now }, version: link.version + 1 };
};
