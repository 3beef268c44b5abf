import type { Decision } from '../domain/finding/decision.ts';
import type { Stage } from '../domain/finding/stage.ts';
import type { Grade, Status } from '../domain/finding/state.ts';
import type { OwedCap } from '../domain/notice/owed.ts';

/** A finding as lists show it: a projection that may lag behind the trail and can be rebuilt from it. */
export interface FindingHead {
  readonly id: string;
  readonly seq: number;
  readonly audit: string;
  readonly number: string;
  readonly grade: Grade;
  readonly status: Status;
  readonly stage?: Stage | undefined;
  readonly cycle?: number | undefined;
  readonly round?: number | undefined;
  readonly owner: string;
  /** People who carry out actions of the plan: they see the finding too. */
  readonly actionOwners?: readonly string[] | undefined;
  readonly requirements: readonly string[];
  /** The first 200 characters of the statement. */
  readonly summary: string;
  readonly issuedOn: string;
  readonly closedOn?: string | undefined;
  /** The date the finding now waits for, and who must act by it. */
  readonly due?: string | undefined;
  readonly waitsFor?: 'owner' | 'verifier' | 'reviewer' | 'appeal' | undefined;
  /** The certification body's newest decision on it. */
  readonly decision?: Decision | undefined;
  /** The hard cap that nothing of it may be due after. */
  readonly cap?: OwedCap | undefined;
  /** The civil date since when notices are owed of the date it waits for: those before concerned other dates. */
  readonly noticesFrom?: string | undefined;
  /** The civil date of the next notice on its dates: its place in the due index. Absent: no notice will come. */
  readonly nextNoticeOn?: string | undefined;
}

export interface AuditHead {
  readonly id: string;
  readonly seq: number;
  readonly kind: string;
  readonly title: string;
  readonly firstDay: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Opaque; hand it back to read on. Absent on the last page. */
  readonly next?: string | undefined;
}

/** What an answer of `raised` holds. */
export interface Raised {
  readonly findings: readonly FindingHead[];
  readonly audits: readonly AuditHead[];
  /** Opaque; hand it back to be answered what has been raised since. */
  readonly mark: string;
}

export interface Register {
  /** Writes the head unless one with the same or a higher sequence number is there. Idempotent. */
  raise(head: FindingHead): Promise<void>;
  head(finding: string): Promise<FindingHead | undefined>;
  /** In order of audit and number; eventually consistent. */
  findings(query: { audit?: string; limit: number; next?: string }): Promise<Page<FindingHead>>;
  /** Findings that are neither closed nor withdrawn, by the date each waits for, those without one last. Eventually consistent. */
  openFindings(query: { limit: number; next?: string }): Promise<Page<FindingHead>>;
  raiseAudit(head: AuditHead): Promise<void>;
  audits(query: { limit: number; next?: string }): Promise<Page<AuditHead>>;
  /**
   * Every head; with the mark of an earlier answer those raised since, and some more, in any order. Eventually consistent:
   * what one answer is too early for is in one of the next.
   */
  raised(mark?: string): Promise<Raised>;
}

/** How many parts the due index of a day has, so that no day is one hot partition. */
export const dueShards = 4;

/** The sparse index of notices on dates: what is to be said on a day, and nothing else. */
export interface DueIndex {
  /** Findings whose next notice is on this civil date. Eventually consistent. */
  on(date: string, shard: number): Promise<readonly FindingHead[]>;
  /** Moves a finding on to its next date, unless its head has been raised or moved on since it was read. */
  moveOn(head: Pick<FindingHead, 'id' | 'seq' | 'nextNoticeOn'>, nextNoticeOn: string | undefined): Promise<void>;
  /** The cursor: the last civil date that was swept whole. */
  sweptUntil(): Promise<string | undefined>;
  /** Moves the cursor to another date from where it was read; nothing happens where it has been moved since. */
  setSweptUntil(date: string, was: string | undefined): Promise<void>;
  /** Puts the cursor before a date, where it has come to it or further: that date is swept again. */
  sweepAgain(date: string): Promise<void>;
}
