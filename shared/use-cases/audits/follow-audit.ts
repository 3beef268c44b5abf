import { anchorsOf } from '#domain/audit/anchors.ts';
import type { Audit } from '#domain/audit/state.ts';
import { hasMovedAhead } from '#domain/finding/anchor-dates.ts';
import { type Finding, isAtStage } from '#domain/finding/state.ts';
import type { Refusal } from '#domain/result.ts';
import type { Register } from '#ports/register.ts';
import type { CommandStore } from '../commands/context.ts';
import { giveSystemCommand } from '../commands/give-command.ts';

export interface FollowStore extends CommandStore {
  readonly register: Pick<Register, 'findings'>;
}

/** A finding could not be brought to what its audit says now, in a way that nothing but a person mends. */
export class FollowRefused extends Error {
  override readonly name = 'FollowRefused';
  constructor(finding: string, refusals: readonly Refusal[]) {
    super(`${finding} does not follow its audit: ${refusals.map(({ code }) => code).join(', ')}`);
  }
}

/** It has followed already, or has ended meanwhile. */
const settled = ['nothing-moves', 'wrong-state'];

/**
 * Brings one finding to what its audit says of the next audit and of the hard caps. Does nothing where it has that
 * already, so it may run any number of times, also for an older revision: the newest is what counts.
 */
export const followAudit = async (store: CommandStore, finding: Finding, audit: Audit): Promise<void> => {
  const anchors = anchorsOf(audit);
  if (!isAtStage(finding) || !anchors || !hasMovedAhead(finding.anchors, anchors)) return;
  const { id } = finding.facts;
  const done = await giveSystemCommand(store, id, { name: 'followAudit', body: {} }, `follow-${audit.id}-${audit.seq}`);
  if (!done.ok && !done.refusals.every(({ code }) => settled.includes(code)))
    throw new FollowRefused(id, done.refusals);
};

/** Every open finding of an audit that was revised. The register may lag: what it misses follows when it is relayed. */
export const followRevised = async (store: FollowStore, audit: Audit): Promise<void> => {
  let next: string | undefined;
  do {
    const page = await store.register.findings({ audit: audit.id, limit: 100, ...(next !== undefined && { next }) });
    for (const head of page.items) {
      if (head.stage === undefined) continue;
      const finding = (await store.findings.latest(head.id))?.state;
      if (finding) await followAudit(store, finding, audit);
    }
    next = page.next;
  } while (next !== undefined);
};
