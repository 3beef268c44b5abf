import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect } from 'react';
import { useAnswer } from '../../../client/use-client.tsx';
import { giveUp } from '../../../drafts/give-up.ts';
import { keptAs } from '../../../drafts/kept.ts';
import { useKeptBelow } from '../../../drafts/use-kept-below.ts';
import { DraftKept } from '../../../parts/draft-kept.tsx';
import { useWords } from '../../../words/words.tsx';
import { draftsOn, type RoundName, roundOf, stageDraft } from '../draft-key.ts';
import type { StageDraft } from '../stage/stage-draft.ts';
import { useDraftLines } from '../stage/use-draft-lines.ts';
import { hasArrived } from './arrived.ts';
import { ChangedSince, useChangesSince } from './changed-since.tsx';
import { type FindingShown, type FormCommand, hasForm } from './command-forms.ts';
import { useCommandWord } from './command-word.ts';
import type { CommandDraft } from './use-command-form.ts';

interface Left {
  readonly view: FindingShown;
  readonly me: string;
  /** What the draft is kept as. */
  readonly name: string;
}

/** What was sent already is no draft any more, whether its answer came or got lost. */
const useTaken = (name: string, isTaken: boolean): void =>
  useEffect(() => {
    if (isTaken) giveUp(name);
  }, [name, isTaken]);

/** What was handed in in a round, if anything was. */
const useHandedInAs = ({ finding }: FindingShown, { stage, cycle, round }: RoundName) => {
  const isAt = (each: RoundName): boolean => each.stage === stage && each.cycle === cycle && each.round === round;
  const ended = 'rounds' in finding ? finding.rounds.find(isAt) : undefined;
  const hash = ('submission' in finding && isAt(finding) ? finding : ended)?.submission.hash;
  return useAnswer('getSubmission', { path: { finding: finding.facts.id, hash: hash ?? '-' } }, hash !== undefined).data
    ?.submission;
};

/** What was typed for something that is no longer to be done: to be read, and copied elsewhere. */
const Overtaken = ({
  view: { finding, version },
  name,
  seen,
  title,
  typed,
}: Left & {
  readonly seen: number | undefined;
  readonly title: string;
  readonly typed: readonly { readonly label: string; readonly text: string }[];
}) => {
  const { act, application } = useWords();
  const changes = useChangesSince(finding.facts.id, seen ?? version, version) ?? [];
  return (
    <ChangedSince changes={changes} typed={typed} header={act.overtaken(title)}>
      <CopyToClipboard
        variant="button"
        copyButtonText={act.copyTyped}
        copySuccessText={application.copied}
        copyErrorText={application.notCopied}
        textToCopy={typed.map(({ label, text }) => `${label}: ${text}`).join('\n')}
      />
      <Button onClick={() => giveUp(name)}>{act.giveUp}</Button>
    </ChangedSince>
  );
};

/** A draft of a command: to be gone on with where it is still offered. */
const OfCommand = ({
  command,
  onOpen,
  ...left
}: Left & { readonly command: FormCommand; readonly onOpen: (command: FormCommand) => void }) => {
  const { act, form } = useWords();
  const word = useCommandWord()(command, left.view.transcribes);
  const kept = keptAs<CommandDraft>(left.name);
  const { finding, version } = left.view;
  const changes = useChangesSince(finding.facts.id, kept?.value.seen ?? version, version) ?? [];
  useTaken(left.name, kept !== undefined && hasArrived(command, kept.value.typed, changes, left.me));
  if (!kept) return null;
  if (left.view.actions.includes(command))
    return (
      <Alert
        type="info"
        header={act.unsent(word)}
        action={
          <SpaceBetween size="xs" direction="horizontal">
            <Button variant="link" onClick={() => giveUp(left.name)}>
              {act.giveUp}
            </Button>
            <Button onClick={() => onOpen(command)}>{act.goOn}</Button>
          </SpaceBetween>
        }
      >
        <DraftKept at={kept.at} />
      </Alert>
    );
  const { fields } = form;
  const typed = Object.entries(kept.value.typed).flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [{ label: fields[name as keyof typeof fields], text: value }] : [],
  );
  return <Overtaken {...left} seen={kept.value.seen} title={word} typed={typed} />;
};

/** A draft of a stage, or of a round of it, that is no longer at hand. */
const OfStage = ({ round, ...left }: Left & { readonly round: RoundName }) => {
  const { stages } = useWords();
  const linesOf = useDraftLines();
  const kept = keptAs<StageDraft<object>>(left.name);
  const handedIn = useHandedInAs(left.view, round);
  const said = (content: unknown): string => JSON.stringify(linesOf(content));
  useTaken(
    left.name,
    kept !== undefined && handedIn !== undefined && said(kept.value.content) === said(handedIn.content),
  );
  if (!kept) return null;
  return <Overtaken {...left} seen={kept.value.seen} title={stages[round.stage]} typed={linesOf(kept.value.content)} />;
};

/** What this person has begun on the finding and not sent, here in this browser. */
export const DraftsLeft = ({
  view,
  me,
  opened,
  onOpen,
}: {
  readonly view: FindingShown;
  readonly me: string;
  readonly opened: FormCommand | undefined;
  readonly onOpen: (command: FormCommand) => void;
}) => {
  const { finding, actions } = view;
  const beginning = draftsOn(me, finding.facts.id);
  const atHand = finding.status === 'awaiting' && actions.includes('submit') ? stageDraft(me, finding) : undefined;
  const left = useKeptBelow(beginning).filter((key) => key !== opened && `${beginning}${key}` !== atHand);
  if (left.length === 0) return null;
  return (
    <SpaceBetween size="s">
      {left.map((key) => {
        const shown = { view, me, name: `${beginning}${key}` };
        if (hasForm(key)) return <OfCommand key={key} {...shown} command={key} onOpen={onOpen} />;
        const round = roundOf(key);
        return round && <OfStage key={key} {...shown} round={round} />;
      })}
    </SpaceBetween>
  );
};
