import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { DraftKept } from '../../../parts/draft-kept.tsx';
import { Refused, reasonsAt } from '../../../parts/reasons.tsx';
import { useWords } from '../../../words/words.tsx';
import { useKnownPeople } from '../stage/known-people.ts';
import { ChangedSince } from './changed-since.tsx';
import type { FindingShown, FormCommand } from './command-forms.ts';
import { Question } from './question.tsx';
import { useCommandForm } from './use-command-form.ts';
import { WhatWasAsked } from './what-was-asked.tsx';

/** The form of one command, over the page. What is typed stays when it is closed. */
export const CommandForm = ({
  command,
  view,
  me,
  onClose,
}: {
  readonly command: FormCommand;
  readonly view: FindingShown;
  readonly me: string;
  readonly onClose: () => void;
}) => {
  const { act, application, stage } = useWords();
  const form = useCommandForm({ command, view, me, onDone: onClose });
  const known = useKnownPeople(view);
  const { isOffered, isOld, reasons, title } = form;
  // What can no longer be sent stands in words beside what has changed.
  const isShown = isOffered || (form.isBegun && !isOld);
  const misplaced = reasons.filter(({ field }) => !form.asked.some(({ name }) => name === field));
  const giveUp = (
    <Button
      variant="link"
      onClick={() => {
        form.giveUp();
        onClose();
      }}
    >
      {act.giveUp}
    </Button>
  );
  return (
    <Modal
      visible
      size={isOld ? 'large' : 'medium'}
      header={title}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween size="xs" direction="horizontal">
            {form.isBegun && !isOld && giveUp}
            <Button variant={isOffered && !isOld ? 'link' : 'normal'} onClick={onClose}>
              {form.isBegun ? act.keepDraft : application.cancel}
            </Button>
            {isOffered && !isOld && (
              <Button variant="primary" loading={form.isSending} onClick={form.send}>
                {title}
              </Button>
            )}
          </SpaceBetween>
        </Box>
      }
    >
      <div ref={form.place}>
        <SpaceBetween size="m">
          {isOld && (
            <ChangedSince
              changes={form.changes}
              typed={form.typed}
              header={isOffered ? act.changed : act.changedAndGone}
            >
              {isOffered && (
                <Button variant="primary" loading={form.isSending} onClick={form.sendAllTheSame}>
                  {act.sendAllTheSame}
                </Button>
              )}
              {giveUp}
            </ChangedSince>
          )}
          {!isShown && !isOld && <Alert type="info">{act.notNow}</Alert>}
          {reasons.length > 0 && <Alert type="error">{stage.incomplete(reasons.length)}</Alert>}
          {misplaced.map(({ code, message }) => (
            <Alert key={code} type="error">
              {message}
            </Alert>
          ))}
          {reasons.length === 0 && !isOld && <Refused error={form.error} />}
          {isShown && (
            <SpaceBetween size="m">
              <WhatWasAsked command={command} view={view} proposals={form.proposals} />
              {form.asked.map((asked) => (
                <Question
                  key={asked.name}
                  asked={asked}
                  value={form.values[asked.name]}
                  error={reasonsAt(reasons, asked.name)}
                  finding={view.finding.facts.id}
                  known={known}
                  proposals={form.proposals}
                  onChange={(value) => form.change(asked.name, value)}
                />
              ))}
            </SpaceBetween>
          )}
          <DraftKept at={form.keptAt} />
        </SpaceBetween>
      </div>
    </Modal>
  );
};
