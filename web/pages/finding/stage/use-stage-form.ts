import { replaceEqualDeep } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PlanSubmission, Submission } from '#domain/submission/submission.ts';
import { ApiProblem, type Reason, Unreachable } from '../../../client/client.ts';
import type { Answer } from '../../../client/types.ts';
import { useAnswer, useCommand } from '../../../client/use-client.tsx';
import { giveUp } from '../../../drafts/give-up.ts';
import { requestKey } from '../../../drafts/request-key.ts';
import { useDraft } from '../../../drafts/use-draft.ts';
import { useFirstReason } from '../../../parts/first-reason.ts';
import { useReasons } from '../../../parts/reasons.tsx';
import { useWords } from '../../../words/words.tsx';
import { useChangesSince } from '../act/changed-since.tsx';
import { anyByOthers } from '../act/changes.ts';
import { stageDraft } from '../draft-key.ts';
import { asChecked, readTyped } from './lacking.ts';
import type { StageDraft } from './stage-draft.ts';
import type { Change } from './stage-form.ts';

type View = Answer<'getFinding'>;
export type Awaiting = Extract<View['finding'], { status: 'awaiting' }>;
export type ContentOf<S extends Submission['stage']> = Extract<Submission, { stage: S }>['content'];

/** What was handed in for a stage: of the last round of this cycle, or of the one accepted; `undefined`: nothing was. */
export const useHandedIn = (
  finding: Awaiting,
  stage: Awaiting['stage'],
  outcome?: 'accepted',
): { readonly data: { readonly submission: Submission | undefined } | undefined; readonly error: Error | null } => {
  const round = finding.rounds.findLast(
    (each) =>
      each.stage === stage && each.cycle === finding.cycle && (outcome === undefined || each.outcome === outcome),
  );
  const hash = round?.submission.hash;
  const { data, error } = useAnswer(
    'getSubmission',
    { path: { finding: finding.facts.id, hash: hash ?? '-' } },
    hash !== undefined,
  );
  if (hash === undefined) return { data: { submission: undefined }, error: null };
  // It never changes: that it cannot be read anew just now is said above it already.
  return { data, error: data ? null : error };
};

const noReasons: readonly Reason[] = [];
const nothing = { content: {} };

/** The same object for as long as it says the same: the parts of a form compare what they are given. */
const useSame = <T>(now: T): T => {
  const same = useRef(now);
  same.current = replaceEqualDeep(same.current, now);
  return same.current;
};

export interface StageAtHand<S extends Submission['stage']> {
  readonly view: View & { readonly finding: Awaiting };
  readonly me: string;
  readonly stage: S;
  /** What was handed in before, in this cycle. */
  readonly before: Submission | undefined;
  /** The accepted plan of this cycle, once the plan was accepted. */
  readonly acceptedPlan: PlanSubmission | undefined;
}

/** One stage's form, kept as it is typed; checked, as it is handed in, by the very rules of the domain. */
export const useStageForm = <S extends Submission['stage']>({
  view,
  me,
  stage,
  before,
  acceptedPlan,
}: StageAtHand<S>) => {
  const { finding, version, today } = view;
  const { id } = finding.facts;
  const name = stageDraft(me, finding);
  const words = useWords();
  const evidence = useAnswer('listEvidence', { path: { finding: id } }).data?.evidence ?? [];
  const draft = useDraft<StageDraft<ContentOf<S>>>(name, nothing);
  const [attempts, setAttempts] = useState(0);
  const forget = (): void => {
    draft.clear();
    giveUp(name);
  };
  const submit = useCommand('submit', forget);

  const handedIn = before?.stage === stage ? (before.content as ContentOf<S>) : nothing.content;
  const content = draft.isBegun ? draft.value.content : handedIn;
  const { seen = version } = draft.value;
  const changes = useChangesSince(id, seen, version);
  const isLost = submit.error instanceof Unreachable;
  const isBusy = submit.isPending || isLost;
  const isChanged = draft.isBegun && !isBusy && changes !== undefined && changes.length > 0;
  // What one did oneself, one has seen: unless it may be this very submission, whose answer got lost.
  const isSeen = isChanged && !anyByOthers(changes, me);
  const { change } = draft;
  useEffect(() => {
    if (isSeen) change({ seen: version });
  }, [isSeen, version, change]);

  const read = (): ReturnType<typeof readTyped> =>
    readTyped({ stage, content, finding, today, evidence, acceptedPlan, fillIn: words.stage.fillIn });
  // Once it was tried, what is mended is said no more as soon as it is.
  const found = attempts > 0 ? read().lacking : noReasons;

  const handInAt = (at: number): void => {
    submit.reset();
    setAttempts(attempts + 1);
    const { submission: body } = read();
    if (!body) return;
    change({ content, seen: at });
    const key = requestKey(window.localStorage, name, { version: at, body });
    submit.mutate({ path: { finding: id }, version: at, key, body });
  };
  const isStale = submit.error instanceof ApiProblem && submit.error.code === 'version-stale';
  const refused = submit.error instanceof ApiProblem && !isStale ? submit.error.reasons.map(asChecked) : noReasons;

  const reasons = useSame(useReasons([...found, ...refused]));
  const changePart = useCallback(
    (part: Change<ContentOf<S>>): void =>
      change((draft) => {
        const present: ContentOf<S> = draft === nothing ? handedIn : draft.content;
        return { seen, content: { ...present, ...(typeof part === 'function' ? part(present) : part) } };
      }),
    [change, seen, handedIn],
  );

  return {
    content,
    reasons,
    error: submit.error,
    place: useFirstReason(refused.length > 0 ? submit.error : attempts > 0 ? attempts : undefined),
    isBegun: draft.isBegun,
    keptAt: draft.keptAt,
    isSending: submit.isPending,
    /** Others have been at work on the finding since this was begun. */
    isOld: isChanged && !isSeen,
    changes: changes ?? [],
    change: changePart,
    /** One has seen what others did. */
    look: (): void => change({ seen: version }),
    handIn: (): void => handInAt(seen),
    handInAllTheSame: (): void => handInAt(version),
    giveUp: forget,
  };
};
