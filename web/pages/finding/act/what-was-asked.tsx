import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { daysBetween } from '#domain/calendar/civil-date.ts';
import { extensionLimits } from '#domain/finding/extension.ts';
import { isAtStage, type ProposedBecause } from '#domain/finding/state.ts';
import { useSpeech } from '../../../words/words.tsx';
import type { FindingShown, FormCommand } from './command-forms.ts';
import { useProposalWords } from './proposals.tsx';

type Pairs = readonly { readonly label: string; readonly value: string }[];

const Shown = ({ pairs, text }: { readonly pairs: Pairs; readonly text?: string | undefined }) => (
  <SpaceBetween size="s">
    <KeyValuePairs columns={pairs.length} items={[...pairs]} />
    {text !== undefined && <blockquote className="as-typed">{text}</blockquote>}
  </SpaceBetween>
);

/** What one decides on, or has to keep to, before the form that asks for it. */
export const WhatWasAsked = ({
  command,
  view,
  proposals,
}: {
  readonly command: FormCommand;
  readonly view: FindingShown;
  readonly proposals: readonly ProposedBecause[];
}) => {
  const { date, words } = useSpeech();
  const said = words.act.asked;
  const inWords = useProposalWords();
  const { finding, transcribes } = view;
  if ((command === 'accept' || command === 'return') && transcribes) return <Box>{words.act.transcribeLead}</Box>;
  if (!isAtStage(finding)) return null;
  const { extension, withdrawal, appeal, policy } = finding;
  const dueNow = { label: said.dueNow(words.stages[finding.stage]), value: date(finding.due[finding.stage]) };
  switch (command) {
    case 'requestExtension': {
      const { daysEach, cap, last } = extensionLimits(finding);
      const isCapped = cap !== undefined && last === cap.on;
      const { atMost } = policy.extensions;
      return (
        <Shown
          pairs={[
            dueNow,
            { label: isCapped ? said.latestByCap[cap.reason] : said.latest(daysEach), value: date(last) },
            { label: said.granted, value: said.grantedOf(finding.extensionsGranted, atMost) },
          ]}
        />
      );
    }
    case 'decideExtension': {
      if (!extension) return null;
      const days = daysBetween(finding.due[extension.stage], extension.newDueDate);
      return (
        <Shown
          pairs={[
            { label: said.by, value: extension.by },
            dueNow,
            { label: said.newDue, value: said.later(date(extension.newDueDate), days) },
          ]}
          text={extension.reason}
        />
      );
    }
    case 'decideWithdrawal':
      return withdrawal ? (
        <Shown pairs={[{ label: said.proposedBy, value: withdrawal.by }]} text={withdrawal.reason} />
      ) : null;
    case 'decideAppeal':
      return appeal ? (
        <Shown
          pairs={[
            { label: said.appealBy, value: appeal.by },
            { label: said.appealOn, value: date(appeal.on) },
            { label: said.decideBy, value: date(appeal.decideBy) },
          ]}
          text={appeal.grounds}
        />
      ) : null;
    case 'regrade':
      return (
        <SpaceBetween size="s">
          {proposals.length > 0 && (
            <Alert type="info" header={said.proposed}>
              <ul>
                {proposals.map((each) => (
                  <li key={inWords(each)}>{inWords(each)}</li>
                ))}
              </ul>
            </Alert>
          )}
          <Box>{said.newClock}</Box>
        </SpaceBetween>
      );
    case 'appeal':
      return <Box>{policy.appeal.pausesClocks ? said.clocksStand : said.clocksRun}</Box>;
    default:
      return null;
  }
};
