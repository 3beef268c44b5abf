import { concerns } from '#domain/deadline/concerns.ts';
import { type Deadline, deadlinesOf } from '#domain/deadline/deadline.ts';
import type { TeamMember } from '#domain/finding/context.ts';
import type { Finding } from '#domain/finding/state.ts';
import type { WaitsFor } from '#domain/notice/audience.ts';
import type { Actor, Role } from '#domain/people/person.ts';
import type { FindingHead, Register } from '#ports/register.ts';
import type { Trails } from '../trails.ts';

export interface DeadlinesStore extends Pick<Trails, 'findings' | 'audits'> {
  readonly register: Pick<Register, 'openFindings'>;
}

/** A deadline, and the finding that it is of. */
export interface FindingDeadline {
  readonly finding: Finding;
  readonly deadline: Deadline;
}

export interface Deadlines {
  readonly deadlines: readonly FindingDeadline[];
  /** `false`: there are more findings than a calendar holds; those that are due first are in it. */
  readonly isWhole: boolean;
}

/** Findings in one calendar at most: what one answer of a function can hold. */
export const mostFindings = 2000;
/** Heads read at a time, and findings. */
const pageSize = 100;

/** Teams of audits, each read once. */
const createTeams = (store: Pick<Trails, 'audits'>) => {
  const read = new Map<string, Promise<readonly TeamMember[]>>();
  return (audit: string): Promise<readonly TeamMember[]> => {
    const team = read.get(audit) ?? store.audits.latest(audit).then((event) => event?.state.facts.team ?? []);
    read.set(audit, team);
    return team;
  };
};

/** Who acts by what a head says; an appeal lies over what the stage waits for, which the head does not say. */
const acting: Partial<Record<WaitsFor, readonly Role[]>> = {
  verifier: ['internal-auditor'],
  reviewer: ['lead-auditor'],
  appeal: ['decision-maker', 'internal-auditor', 'lead-auditor'],
};

/** Whether a finding may concern the person, as far as its head says: it spares reading all others. */
const mayConcern = (head: FindingHead, { person, roles }: Actor): boolean =>
  head.stage !== undefined &&
  (roles.includes('isms-manager') ||
    head.owner === person ||
    head.actionOwners?.includes(person) === true ||
    (head.waitsFor !== undefined && acting[head.waitsFor]?.some((role) => roles.includes(role)) === true));

/** All open deadlines that concern a person, of whatever audit, those of the findings that are due first. */
export const ownDeadlines = async (store: DeadlinesStore, person: Actor): Promise<Deadlines> => {
  const teamOf = createTeams(store);
  const deadlines: FindingDeadline[] = [];
  let read = 0;
  let next: string | undefined;
  do {
    const page = await store.register.openFindings({ limit: pageSize, ...(next !== undefined && { next }) });
    const heads = page.items.filter((head) => mayConcern(head, person));
    if (read + heads.length > mostFindings) return { deadlines, isWhole: false };
    read += heads.length;
    const found = await Promise.all(
      heads.map(async ({ id, audit }) => {
        const finding = (await store.findings.latest(id))?.state;
        const team = finding ? await teamOf(audit) : [];
        return finding
          ? deadlinesOf(finding)
              .filter((deadline) => concerns(deadline, person, finding, team))
              .map((deadline) => ({ finding, deadline }))
          : [];
      }),
    );
    deadlines.push(...found.flat());
    next = page.next;
  } while (next !== undefined);
  return { deadlines, isWhole: true };
};
