import Alert from '@cloudscape-design/components/alert';
import type { ReactNode } from 'react';
import type { CommandName } from '#domain/finding/commands.ts';
import type { AtStage } from '#domain/finding/state.ts';
import { transitionOf } from '#domain/finding/transitions.ts';
import type { Answer } from '../../../client/types.ts';
import { useSpeech } from '../../../words/words.tsx';

/** Something asked for, in the words of who asks, and who is to decide on it. */
const Request = ({
  title,
  decidedBy,
  words,
  children,
}: {
  readonly title: string;
  readonly decidedBy: CommandName;
  /** As they were typed. */
  readonly words: string;
  readonly children: ReactNode;
}) => {
  const { roles, underWay } = useSpeech().words;
  const deciders = transitionOf(decidedBy).by.map((role) => roles[role]);
  return (
    <Alert type="info" header={title}>
      <div>{children}</div>
      <blockquote className="as-typed">{words}</blockquote>
      <div>{underWay.decides(deciders.join(', '))}</div>
    </Alert>
  );
};

const Requests = ({ finding }: { readonly finding: AtStage }) => {
  const { date, words } = useSpeech();
  const { underWay, stages } = words;
  const { appeal, extension, withdrawal, due, policy } = finding;
  return (
    <>
      {appeal && (
        <Request title={underWay.appeal} decidedBy="decideAppeal" words={appeal.grounds}>
          {underWay.appealSays(appeal.by, date(appeal.on), date(appeal.decideBy), policy.appeal.pausesClocks)}
        </Request>
      )}
      {withdrawal && (
        <Request title={underWay.withdrawal} decidedBy="decideWithdrawal" words={withdrawal.reason}>
          {underWay.withdrawalSays(withdrawal.by)}
        </Request>
      )}
      {extension && (
        <Request title={underWay.extension} decidedBy="decideExtension" words={extension.reason}>
          {underWay.extensionSays(
            extension.by,
            stages[extension.stage],
            date(due[extension.stage]),
            date(extension.newDueDate),
          )}
        </Request>
      )}
    </>
  );
};

const CapFlag = ({ cap }: { readonly cap: NonNullable<Answer<'getFinding'>['cap']> }) => {
  const { date, words } = useSpeech();
  const { capNear, capPassed, capReasons } = words.dates;
  const hasPassed = cap.state === 'passed';
  return (
    <Alert
      type={hasPassed ? 'error' : 'warning'}
      header={hasPassed ? capPassed(date(cap.on), -cap.days) : capNear(date(cap.on), cap.days)}
    >
      {capReasons[cap.reason]}
    </Alert>
  );
};

/** What lies over a finding: that its hard cap is near, and what was asked for and is not decided yet. */
export const UnderWay = ({ view: { finding, cap } }: { readonly view: Answer<'getFinding'> }) => (
  <>
    {cap && <CapFlag cap={cap} />}
    {'stage' in finding && <Requests finding={finding} />}
  </>
);
