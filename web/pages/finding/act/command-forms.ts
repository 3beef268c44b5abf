import type { FindingCommandName } from '#contracts/routes.ts';
import { reasonCodes, reviewMeans } from '#domain/finding/commands.ts';
import { appealOutcomes } from '#domain/finding/deciders/clock.ts';
import type { Answer } from '../../../client/types.ts';

export type FindingShown = Answer<'getFinding'>;

/** One thing that a command is given, and how it is asked for. What stands inside another is named with a dot. */
export type Asked =
  | { readonly name: string; readonly as: 'text' | 'line' | 'date' | 'person'; readonly optional?: true }
  | { readonly name: string; readonly as: 'one-of' | 'some-of'; readonly of: readonly string[] }
  /** Asked for as a choice, given as `true` for the first. */
  | { readonly name: string; readonly as: 'yes-or-no' }
  /** A file of the finding, by its id. */
  | { readonly name: string; readonly as: 'document' }
  /** One of the proposals of the audit that concern the finding. */
  | { readonly name: string; readonly as: 'proposal' };

const reason = { name: 'reason', as: 'text' } as const;
const comment = { name: 'comment', as: 'text' } as const;
const means = { name: 'means', as: 'one-of', of: reviewMeans } as const;

/** What each command asks for, in the order of its form; what a stage hands in has pages of its own. */
const forms = {
  assign: [{ name: 'owner', as: 'person' }],
  requestExtension: [{ name: 'newDueDate', as: 'date' }, reason],
  decideExtension: [{ name: 'granted', as: 'yes-or-no' }, reason],
  verify: [
    { name: 'confirmed', as: 'yes-or-no' },
    { name: 'statement', as: 'text' },
  ],
  accept: [means, { ...comment, optional: true }],
  return: [{ name: 'codes', as: 'some-of', of: reasonCodes }, comment, means],
  regrade: [{ name: 'grade', as: 'one-of', of: ['major', 'minor'] }, reason],
  refuseRegrade: [{ name: 'proposed', as: 'proposal' }, reason],
  withdraw: [reason],
  decideWithdrawal: [{ name: 'confirmed', as: 'yes-or-no' }, reason],
  appeal: [{ name: 'grounds', as: 'text' }],
  decideAppeal: [{ name: 'outcome', as: 'one-of', of: ['upheld', 'regraded', 'withdrawn'] }, reason],
  reopen: [{ name: 'cause', as: 'one-of', of: ['recurrence', 'ineffective', 'false-evidence'] }, comment],
  respond: [{ name: 'accepted', as: 'yes-or-no' }, comment],
  implement: [comment],
  close: [{ ...comment, optional: true }],
} as const satisfies Partial<Record<FindingCommandName, readonly Asked[]>>;
export type FormCommand = keyof typeof forms;

/** Of a decision that the ISMS manager copies from the certification body's document. */
const transcription: readonly Asked[] = [
  { name: 'transcription.decidedBy', as: 'line' },
  { name: 'transcription.decidedOn', as: 'date' },
  { name: 'transcription.document', as: 'document' },
];

export const hasForm = (command: string): command is FormCommand => Object.hasOwn(forms, command);

export const isReview = (command: FormCommand): command is 'accept' | 'return' =>
  command === 'accept' || command === 'return';

/** What a command asks this person for, on this finding. */
export const askedFor = (
  command: FormCommand,
  { finding: { grade }, transcribes }: Pick<FindingShown, 'finding' | 'transcribes'>,
): readonly Asked[] => {
  const asked: readonly Asked[] = forms[command];
  if (isReview(command) && transcribes) return [...transcription, ...asked];
  if (command === 'decideAppeal' && grade !== 'ofi')
    return asked.map((each) => (each.name === 'outcome' ? { ...each, as: 'one-of', of: appealOutcomes(grade) } : each));
  if (command === 'regrade')
    return asked.map((each) =>
      each.as === 'one-of' ? { ...each, of: each.of.filter((other) => other !== grade) } : each,
    );
  return asked;
};
