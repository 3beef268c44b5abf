import { type Stage, stages } from '#domain/finding/stage.ts';
import type { FormCommand } from './act/command-forms.ts';

/** Drafts are a person's own: others may sign in in the same browser. */
export const draftsOn = (person: string, finding: string): string => `${person}:${finding}:`;

export const commandDraft = (person: string, finding: string, command: FormCommand): string =>
  `${draftsOn(person, finding)}${command}`;

/** One round of handing in. */
export interface RoundName {
  readonly stage: Stage;
  readonly cycle: number;
  readonly round: number;
}

/** Of one round: what is handed in next is another draft. */
export const stageDraft = (
  person: string,
  { facts, stage, cycle, round }: RoundName & { readonly facts: { readonly id: string } },
): string => `${draftsOn(person, facts.id)}stage-${stage}-${cycle}-${round}`;

/** The round that a draft on a finding is of, by what its key ends with; `undefined`: it is of none. */
export const roundOf = (key: string): RoundName | undefined => {
  const [, stage, cycle, round] = /^stage-([a-z]+)-(\d+)-(\d+)$/.exec(key) ?? [];
  const known = stages.find((each) => each === stage);
  return known && { stage: known, cycle: Number(cycle), round: Number(round) };
};
