import { type CapFlag, type CapReason, capReasons } from '../finding/cap.ts';
import type { Finding } from '../finding/state.ts';
import type { WaitsFor } from './audience.ts';

/** One thing that is said of a finding's dates on one day. */
export type DeadlineNotice =
  | {
      readonly kind: 'deadline';
      readonly waitsFor: WaitsFor;
      /** Tells one clock of a finding from its next: a stage's, a review's, an appeal's, each with its round and cycle. */
      readonly clock: string;
      readonly due: string;
      /** Days from the due date, negative before it. */
      readonly offset: number;
    }
  /** The hard cap of a finding comes near, or has passed. */
  | { readonly kind: 'cap'; readonly reason: CapReason; readonly on: string; readonly state: CapFlag['state'] };

/** The notice's name on the finding's record, the same however often it is found due; whom it goes to is added. */
export const noticeKeyOf = (notice: DeadlineNotice): string =>
  notice.kind === 'deadline'
    ? `due#${notice.clock}#${notice.due}#${notice.offset}`
    : `cap#${notice.reason}#${notice.on}#${notice.state}`;

const isWaitsFor = (text: string | undefined): text is WaitsFor =>
  text === 'owner' || text === 'verifier' || text === 'reviewer' || text === 'appeal';

/**
 * The notice that a key names: the way back from {@link noticeKeyOf}.
 * @throws {RangeError} for what is no such key
 */
export const noticeOfKey = (key: string): DeadlineNotice => {
  const [kind, ...parts] = key.split('#');
  if (kind === 'due') {
    const [offset, due, ...clock] = parts.reverse();
    const [waitsFor] = clock;
    if (due !== undefined && isWaitsFor(waitsFor) && /^-?\d+$/.test(offset ?? ''))
      return { kind: 'deadline', waitsFor, clock: clock.reverse().join('#'), due, offset: Number(offset) };
  }
  if (kind === 'cap') {
    const [named, on, state] = parts;
    const reason = capReasons.find((each) => each === named);
    if (reason && on !== undefined && (state === 'near' || state === 'passed')) return { kind, reason, on, state };
  }
  throw new RangeError(`${key} names no notice`);
};

/** A notice as a digest shows it, on the finding as it is now. */
export interface DigestEntry {
  readonly finding: Finding;
  readonly notice: DeadlineNotice;
  /** It comes because nobody has acted, and not because the reader must. */
  readonly escalated: boolean;
}
