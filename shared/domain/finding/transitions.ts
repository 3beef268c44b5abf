import type { Role } from '../people/person.ts';
import type { CommandName } from './commands.ts';
import { type Status, statuses } from './state.ts';

/** A request that lies over an open nonconformity without moving it. */
export type Overlay = 'extension' | 'withdrawal' | 'appeal';

/*
 * The life of a finding, whole. `decide`, the actions a person is offered, the API's refusals, the diagram in docs/
 * and the property tests all read this table and nothing else.
 *
 * A row says: in one of the statuses `from`, a person in one of the roles `by` may give `command`, and the finding is
 * then in one of the statuses `to` (`same`: it stays where it is, stage and all). `overlay` names what must lie over
 * the finding, `unless` what must not. A pending appeal holds everything but the rows that say `evenAppealed`.
 * `only`: not for opportunities for improvement, whose `closed` is another; or for minors alone.
 */
export interface Transition {
  readonly command: CommandName;
  readonly from: readonly (Status | 'none')[];
  readonly by: readonly Role[];
  readonly to: readonly (Status | 'same')[];
  readonly overlay?: Overlay;
  readonly unless?: Overlay;
  readonly evenAppealed?: true;
  readonly only?: 'nonconformity' | 'minor';
}

const atAnyStage = ['awaiting', 'validating', 'verifying', 'in-review'] as const;
const submitters = ['owner', 'action-owner', 'isms-manager'] as const;
/** The ISMS manager only transcribes: with the certification body's document attached. */
const reviewers = ['lead-auditor', 'isms-manager'] as const;
const openOfi = ['awaiting-response', 'response-accepted', 'response-declined', 'implemented'] as const;

// biome-ignore format: a table reads best as one
export const transitions = [
  { command: 'issue',            from: ['none'],                 by: ['lead-auditor', 'isms-manager'], to: ['awaiting', 'awaiting-response'] },
  { command: 'assign',           from: [...atAnyStage, ...openOfi], by: ['isms-manager'],              to: ['same'], evenAppealed: true },

  { command: 'submit',           from: ['awaiting'],             by: submitters,                       to: ['validating'] },
  { command: 'validate',         from: ['validating'],           by: ['system'],                       to: ['verifying', 'in-review', 'awaiting'], evenAppealed: true },
  { command: 'verify',           from: ['verifying'],            by: ['internal-auditor'],             to: ['in-review', 'awaiting'] },
  { command: 'accept',           from: ['in-review'],            by: reviewers,                        to: ['awaiting', 'closed'] },
  { command: 'return',           from: ['in-review'],            by: reviewers,                        to: ['awaiting'] },
  { command: 'reopen',           from: ['closed'],               by: ['lead-auditor', 'isms-manager'], to: ['awaiting'], only: 'nonconformity' },

  { command: 'requestExtension', from: ['awaiting'],             by: submitters,                       to: ['same'], unless: 'extension' },
  { command: 'decideExtension',  from: ['awaiting'],             by: ['lead-auditor'],                 to: ['same'], overlay: 'extension' },
  { command: 'regrade',          from: atAnyStage,               by: ['lead-auditor'],                 to: ['same'] },
  { command: 'refuseRegrade',    from: atAnyStage,               by: ['lead-auditor'],                 to: ['same'], only: 'minor' },
  { command: 'withdraw',         from: atAnyStage,               by: ['lead-auditor'],                 to: ['same'], unless: 'withdrawal' },
  { command: 'decideWithdrawal', from: atAnyStage,               by: ['decision-maker'],               to: ['withdrawn', 'same'], overlay: 'withdrawal', evenAppealed: true },
  { command: 'appeal',           from: atAnyStage,               by: submitters,                       to: ['same'] },
  { command: 'decideAppeal',     from: atAnyStage,               by: ['decision-maker'],               to: ['same', 'withdrawn'], overlay: 'appeal', evenAppealed: true },

  { command: 'followAudit',      from: atAnyStage,               by: ['system'],                       to: ['same'], evenAppealed: true },

  { command: 'respond',          from: ['awaiting-response'],    by: ['owner', 'isms-manager'],        to: ['response-accepted', 'response-declined'] },
  { command: 'implement',        from: ['response-accepted'],    by: ['owner', 'isms-manager'],        to: ['implemented'] },
  { command: 'close',            from: ['response-declined', 'implemented'], by: ['isms-manager', 'lead-auditor'], to: ['closed'] },

  { command: 'recordFault',      from: statuses,                 by: ['system'],                       to: ['same'], evenAppealed: true },
] as const satisfies readonly Transition[];

export type Row<C extends CommandName> = Extract<(typeof transitions)[number], { command: C }>;

/** The one row of a command: a command means the same thing wherever it may be given. */
export const transitionOf = (command: CommandName): Transition => {
  const row = transitions.find((each) => each.command === command);
  if (!row) throw new RangeError(`the transition table has no row for ${command}`);
  return row;
};
