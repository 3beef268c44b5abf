import type { FindingsQuery, RegisterFilter } from '#contracts/register-query.ts';
import { civilDateOf } from '#domain/calendar/civil-date.ts';
import type { Actor } from '#domain/people/person.ts';
import type { FindingHead } from '#ports/register.ts';
import type { Trails } from '../trails.ts';
import type { KnownHeads } from './known-heads.ts';
import { pageOf, selectFindings } from './select-findings.ts';
import { isOverdue } from './view.ts';
import { type AuditOf, visibleFindings } from './visible-findings.ts';

export interface RegisterStore extends Pick<Trails, 'clock' | 'timeZone'> {
  readonly heads: KnownHeads;
  readonly auditOf: AuditOf;
}

/** A head as lists answer it. */
export const itemOf = (
  { seq, nextNoticeOn: _n, noticesFrom: _f, cap: _c, actionOwners: _a, requirements, ...head }: FindingHead,
  today: string,
) => ({ ...head, requirements: [...requirements], version: seq, overdue: isOverdue(head, today) });
export type RegisterItem = ReturnType<typeof itemOf>;

const seen = async (store: RegisterStore, actor: Actor) => ({
  heads: await visibleFindings(store.auditOf, await store.heads.latest(), actor),
  today: civilDateOf(store.clock.now(), store.timeZone),
});

/** One page of what a person may see of the register, and what there is of it besides. */
export interface RegisterPage {
  readonly findings: RegisterItem[];
  /** Findings on all pages together. */
  readonly total: number;
  /** Findings without any filter. */
  readonly all: number;
  /** Who owns any of them, in order. */
  readonly owners: string[];
}

/** One page of the register: sifted first, so that nobody learns from a number what is not to be seen. */
export const listFindings = async (store: RegisterStore, query: FindingsQuery, actor: Actor): Promise<RegisterPage> => {
  const { heads, today } = await seen(store, actor);
  const selected = selectFindings(heads, query, today);
  return {
    findings: pageOf(selected, query).map((head) => itemOf(head, today)),
    total: selected.length,
    all: heads.length,
    owners: [...new Set(heads.map(({ owner }) => owner))].sort(),
  };
};

/** All findings of the register that are asked for. */
export const everyFinding = async (
  store: RegisterStore,
  filter: RegisterFilter,
  actor: Actor,
): Promise<RegisterItem[]> => {
  const { heads, today } = await seen(store, actor);
  return selectFindings(heads, filter, today).map((head) => itemOf(head, today));
};
