import type { Command } from '#domain/finding/commands.ts';
import { countUse, takeUseBack } from '#domain/link/uses.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { People } from '#ports/people.ts';
import { findingNotFound } from '../commands/access.ts';
import type { CommandStore } from '../commands/context.ts';
import { giveCommand } from '../commands/give-command.ts';
import { changedTo, changeLink, type FoundLink, type LinkStore, recordUse } from './find-link.ts';
import { holderOf } from './holder.ts';
import { isAtStageOf } from './read-review.ts';

export interface DecisionStore extends LinkStore, CommandStore {
  readonly people: Pick<People, 'get'>;
}

export type Decision = Extract<Command, { name: 'accept' | 'return' }>;

/**
 * Gives the decision of the certification body by a link: that is one use of it. The domain decides as for everybody.
 * Pressed twice it is one decision and one use; of two windows that decide differently at once, one is too late.
 * @param version the finding's, as the page showed it
 */
export const decideByLink = async (
  store: DecisionStore,
  found: FoundLink,
  command: Decision,
  version: number,
): Promise<Result<undefined>> => {
  const finding = found.link.finding ?? '';
  const key = store.digest({ link: found.link.id, command, version });
  const before = (await store.findings.latest(finding))?.state;
  if (!before) return refuse(findingNotFound);
  // One that was given already moved the finding on, to another stage perhaps: it gets the first answer all the same.
  if (before.seq === version && !isAtStageOf(found.link, before))
    return refuse({ code: 'wrong-stage', message: 'This link is for another stage of the finding.' });
  const counted = await changeLink(store, found, (link) => {
    const next = countUse(link, key);
    return next.ok ? ok({ link: next.value, value: next.value !== link }) : next;
  });
  if (!counted.ok) return counted;
  const { link: used, value: isNewUse } = counted.value;
  const actor = await holderOf(store, found.link);
  const event = await giveCommand(store, { finding, command, actor, key, version });
  if (!event.ok) {
    if (isNewUse) await changeLink(store, { ...found, link: used }, (link) => changedTo(takeUseBack(link, key)));
    return event;
  }
  if (isNewUse) await recordUse(store, found, { kind: 'decision-given', subject: finding });
  return ok(undefined);
};
