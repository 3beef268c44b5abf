import { whyNoEvidence } from '../../evidence/reasons.ts';
import { ok, type Refusal, type Result, refuse } from '../../result.ts';
import type { CommandBody } from '../commands.ts';
import type { DecisionContext } from '../context.ts';
import type { Transcribed } from '../decision.ts';
import type { Submitted } from '../state.ts';

/*
 * The certification body's decision comes by two ways: a lead auditor takes it in person (signed in, or by a link), or
 * the ISMS manager transcribes it from the body's document, which must then be evidence of the finding.
 */

type Transcription = NonNullable<CommandBody<'accept'>['transcription']>;

const refusal = (code: string, message: string, part?: keyof Transcription): Refusal => ({
  code,
  message,
  field: part ? `transcription.${part}` : 'transcription',
});

const wordsIn = (text: string): string =>
  [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .matchAll(/[\p{L}\p{N}]+/gu),
  ]
    .map(([word]) => word)
    .toSorted()
    .join(' ');

/** Whether this text names the person: by the address where it holds one, else by the name the directory has. */
const names = (text: string, person: string, name: string | undefined): boolean =>
  text.includes('@')
    ? text
        .toLowerCase()
        .split(/[\s<>()[\],;]+/)
        .includes(person)
    : name !== undefined && wordsIn(text) === wordsIn(name);

const ownDecision = (decidedBy: string, people: readonly string[], context: DecisionContext): Refusal | undefined =>
  people.some((person) => names(decidedBy, person, context.transcribing?.names[person]))
    ? refusal(
        'own-decision',
        'Neither who handed this submission in nor who transcribes takes the decision: name who took it for the certification body.',
        'decidedBy',
      )
    : undefined;

const documentRefusal = ({ transcribing }: DecisionContext): Refusal | undefined =>
  transcribing?.document
    ? whyNoEvidence(transcribing.document, 'transcription.document')
    : refusal(
        'evidence-missing',
        "The body's document is not among the evidence of this finding. Upload it first.",
        'document',
      );

/** Whether who accepts or returns in this role copies a decision that the certification body took. */
export const transcribes = (role: string): boolean => role === 'isms-manager';

/**
 * What a decision keeps of the document it was transcribed from; nothing where the lead auditor decides in person.
 * Refused: a transcription by anybody but the ISMS manager, and a decision of the ISMS manager that is none.
 */
export const transcribed = (
  given: Transcription | undefined,
  finding: Submitted,
  context: DecisionContext,
  actor: { readonly person: string; readonly role: string },
): Result<{ readonly transcription?: Transcribed }> => {
  if (!transcribes(actor.role))
    return given
      ? refuse(refusal('not-a-transcription', 'A lead auditor decides in person: leave transcription out.'))
      : ok({});
  if (!given)
    return refuse(
      refusal(
        'transcription-missing',
        "Only the certification body decides. To record its decision, attach the body's document.",
      ),
    );
  if (given.decidedOn > context.today)
    return refuse(refusal('future-date', 'The decision cannot lie in the future.', 'decidedOn'));
  const refused =
    ownDecision(given.decidedBy, [finding.submission.by, actor.person], context) ?? documentRefusal(context);
  if (refused) return refuse(refused);
  const { fileName = '', sha256 = '' } = context.transcribing?.document ?? {};
  return ok({ transcription: { ...given, fileName, sha256 } });
};
