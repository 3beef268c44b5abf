import { useEffect, useState } from 'react';
import { commandBodies } from '#domain/finding/commands.ts';
import { ApiProblem, type Reason, Unreachable } from '../../../client/client.ts';
import type { Given } from '../../../client/types.ts';
import { useAnswer, useCommand } from '../../../client/use-client.tsx';
import { giveUp } from '../../../drafts/give-up.ts';
import { requestKey } from '../../../drafts/request-key.ts';
import { useDraft } from '../../../drafts/use-draft.ts';
import { checked } from '../../../parts/checked.ts';
import { useFirstReason } from '../../../parts/first-reason.ts';
import { useReasons } from '../../../parts/reasons.tsx';
import { useSpeech } from '../../../words/words.tsx';
import { commandDraft } from '../draft-key.ts';
import { hasArrived } from './arrived.ts';
import { useChangesSince } from './changed-since.tsx';
import { anyByOthers } from './changes.ts';
import { askedFor, type FindingShown, type FormCommand } from './command-forms.ts';
import { useCommandWord } from './command-word.ts';
import { useProposals, useProposalWords } from './proposals.tsx';
import { saidTo } from './said.ts';
import { bodyOf, presetsOf, type Values } from './values.ts';

/** What somebody typed into the form of a command, and which version of the finding that person saw. */
export interface CommandDraft {
  readonly typed: Values;
  readonly seen?: number;
}
const nothing: CommandDraft = { typed: {} };
const noReasons: readonly Reason[] = [];

/** The form of one command: what it asks for, what stands in it, and what becomes of it. */
export const useCommandForm = ({
  command,
  view,
  me,
  onDone,
}: {
  readonly command: FormCommand;
  readonly view: FindingShown;
  readonly me: string;
  readonly onDone: () => void;
}) => {
  const { finding, version, actions } = view;
  const { id } = finding.facts;
  const name = commandDraft(me, id, command);
  const speech = useSpeech();
  const draft = useDraft<CommandDraft>(name, nothing);
  const [attempts, setAttempts] = useState(0);
  const isOffered = actions.includes(command);
  const proposals =
    useProposals(finding.facts, isOffered && (command === 'regrade' || command === 'refuseRegrade')) ?? [];
  const files = useAnswer('listEvidence', { path: { finding: id } }).data?.evidence ?? [];

  const asked = askedFor(command, view);
  const [onlyProposal] = proposals.length === 1 ? proposals : [];
  const { typed, seen = version } = draft.value;
  const values: Values = { ...presetsOf(asked), ...(onlyProposal && { proposed: onlyProposal }), ...typed };

  const forget = (): void => {
    draft.clear();
    giveUp(name);
  };
  const give = useCommand(command, () => {
    forget();
    onDone();
  });
  const isLost = give.error instanceof Unreachable;
  const changes = useChangesSince(id, seen, version);
  const isSending = give.isPending;
  const isTaken = draft.isBegun && !isSending && hasArrived(command, values, changes ?? [], me);
  useEffect(() => {
    if (!isTaken) return;
    giveUp(name);
    onDone();
  }, [isTaken, name, onDone]);
  // What one did oneself, one has seen: unless it may be this very command, whose answer got lost.
  const isSeen = changes !== undefined && changes.length > 0 && !anyByOthers(changes, me) && !isLost && !isSending;
  const { change } = draft;
  useEffect(() => {
    if (isSeen && isOffered) change({ seen: version });
  }, [isSeen, isOffered, version, change]);

  const body = checked(commandBodies[command], bodyOf(asked, values), speech.words.stage.fillIn);
  // Once it was tried, what is mended is said no more as soon as it is.
  const found = attempts > 0 && 'reasons' in body ? body.reasons : noReasons;
  const sendAt = (at: number): void => {
    setAttempts(attempts + 1);
    give.reset();
    if ('reasons' in body) return;
    change({ seen: at });
    const key = requestKey(window.localStorage, name, { version: at, body: body.value });
    give.mutate({ path: { finding: id }, version: at, key, body: body.value } as Given<typeof command>);
  };
  const isStale = give.error instanceof ApiProblem && give.error.code === 'version-stale';
  const refused = give.error instanceof ApiProblem && !isStale ? give.error.reasons : noReasons;
  const inWords = useProposalWords();
  const fileName = (file: string): string => files.find((each) => each.id === file)?.fileName ?? file;
  const { fields } = speech.words.form;

  return {
    title: useCommandWord()(command, view.transcribes),
    asked,
    values,
    proposals,
    reasons: useReasons([...found, ...refused]),
    error: give.error,
    place: useFirstReason(refused.length > 0 ? give.error : attempts > 0 ? attempts : undefined),
    isOffered,
    isSending,
    isBegun: draft.isBegun,
    keptAt: draft.keptAt,
    /** Others have been at work on the finding since this was begun. */
    isOld:
      draft.isBegun && !isSending && !isLost && changes !== undefined && changes.length > 0 && !(isSeen && isOffered),
    changes: changes ?? [],
    /** What stands in the form, in words. */
    typed: asked.flatMap((each) => {
      const text = saidTo(each, values[each.name], { ...speech, proposal: inWords, fileName });
      return text === '' ? [] : [{ label: fields[each.name as keyof typeof fields], text }];
    }),
    change: (field: string, value: unknown): void => {
      change({ seen, typed: { ...typed, [field]: value } });
    },
    send: (): void => sendAt(seen),
    sendAllTheSame: (): void => sendAt(version),
    giveUp: forget,
  };
};
