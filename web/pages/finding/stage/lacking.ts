import { type Checked, checkSubmission } from '#domain/submission/check.ts';
import { Submission } from '#domain/submission/submission.ts';
import type { Reason } from '../../../client/client.ts';
import { checked } from '../../../parts/checked.ts';
import { filled } from './filled.ts';

/** What a stage's form holds, and all but that against which it is checked. */
export interface Typed extends Omit<Checked, 'submission'> {
  readonly stage: Submission['stage'];
  readonly content: object;
  /** What is said at a field that was left blank. */
  readonly fillIn: string;
}

/** Fields as the API names them in a request, and as the checks name them. */
export const asChecked = ({ field, ...rest }: Reason): Reason => ({ ...rest, field: field?.replace(/^content\./, '') });

/** The part of the content that a field belongs to: `actions` of `actions[0].what`. */
const partWith = (field: string | undefined): string => field?.split(/[.[]/)[0] ?? '';

/** Reasons that compare a part with another one: without that one they say nothing. */
const comparedWith: Readonly<Record<string, string>> = { 'unknown-cause': 'rootCause', 'cause-not-removed': 'actions' };

const readAs = ({ stage, fillIn }: Typed, content: object) =>
  // What is blank is left out here, and what is left out the checks ask for.
  checked(Submission, { stage, content: filled(content) }, fillIn);

/**
 * What was typed as it is handed in, or everything it lacks, at once. A part that is begun and cannot be read yet does not
 * hide what the others lack: they are checked without it.
 */
export const readTyped = (
  typed: Typed,
): { readonly submission?: Submission | undefined; readonly lacking: readonly Reason[] } => {
  const read = readAs(typed, typed.content);
  if ('value' in read) {
    const lacking = checkSubmission({ ...typed, submission: read.value });
    return { submission: lacking.length > 0 ? undefined : read.value, lacking };
  }
  const unread = read.reasons.map(asChecked);
  const parts = new Set(unread.map(({ field }) => partWith(field)));
  const rest = readAs(typed, Object.fromEntries(Object.entries(typed.content).filter(([part]) => !parts.has(part))));
  if (!('value' in rest)) return { lacking: unread };
  const others = checkSubmission({ ...typed, submission: rest.value }).filter(
    ({ code, field }) => !parts.has(partWith(field)) && !parts.has(comparedWith[code] ?? ''),
  );
  return { lacking: [...unread, ...others] };
};
