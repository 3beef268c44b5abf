import Box from '@cloudscape-design/components/box';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { DueDate } from '#domain/finding/due-date.ts';
import type { ExplainedDates } from '#domain/finding/explained-dates.ts';
import { type Stage, stages } from '#domain/finding/stage.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { useNarrow } from '../../parts/window-width.ts';
import { useWords } from '../../words/words.tsx';
import { DatesTimeline } from './dates-timeline.tsx';
import { useDays } from './use-days.ts';
import { useDueWords } from './use-due-words.ts';

/** A date, and below it how it came about. @param lead under which condition it is that date */
const Why = ({
  due: { on, steps },
  isMain = false,
  lead,
}: {
  readonly due: DueDate;
  readonly isMain?: boolean;
  readonly lead?: string;
}) => {
  const inWords = useDueWords();
  const { day } = useDays();
  return (
    <div>
      {isMain ? (
        <Box variant="strong" fontSize="heading-m">
          {day(on)}
        </Box>
      ) : (
        day(on)
      )}
      <Box color="text-body-secondary">
        {[...(lead === undefined ? [] : [lead]), ...steps.map(inWords)].map((text) => (
          <div key={text}>{text}</div>
        ))}
      </Box>
    </div>
  );
};

const StageDates = ({
  stage,
  explained,
  thenEvery,
}: {
  readonly stage: Stage;
  readonly explained: ExplainedDates;
  readonly thenEvery: number | undefined;
}) => {
  const { policy: said, stages: words } = useWords();
  const { day } = useDays();
  const then = thenEvery === undefined ? [] : [said.remindersThen(thenEvery)];
  return (
    <SpaceBetween size="s">
      <Box variant="h3">{words[stage]}</Box>
      <KeyValuePairs
        columns={1}
        items={[
          { label: said.due, value: <Why due={explained.due[stage]} isMain /> },
          { label: said.review, value: <Why due={explained.review[stage]} lead={said.reviewLead} /> },
        ]}
      />
      <ExpandableSection headerText={said.reminders}>
        {[...explained.reminders[stage].map(day), ...then].map((text) => (
          <div key={text}>{text}</div>
        ))}
      </ExpandableSection>
    </SpaceBetween>
  );
};

const anchorNames = ['lastDay', 'closeOfAudit', 'reportIssued', 'reportReceived'] as const;

/** Every date of a nonconformity, and why it is that one. */
export const Explained = ({
  explained,
  policy,
}: {
  readonly explained: ExplainedDates;
  readonly policy: Policy | undefined;
}) => {
  const { policy: said, audits } = useWords();
  const { day, days } = useDays();
  const isNarrow = useNarrow();
  const { cap, closedOn, nextAudit, anchors } = explained;
  const capLines = cap
    ? [
        `${day(cap.on)}: ${said.caps[cap.reason]}`,
        said.capFlagged(day(cap.flaggedFrom)),
        ...(cap.sixMonths === undefined ? [] : [said.capSixMonths(day(cap.sixMonths))]),
      ]
    : [said.noCap];
  return (
    <SpaceBetween size="l">
      <DatesTimeline explained={explained} />
      <ColumnLayout columns={3} borders="vertical">
        {stages.map((stage) => (
          <StageDates key={stage} stage={stage} explained={explained} thenEvery={policy?.notices.thenEvery} />
        ))}
      </ColumnLayout>
      <KeyValuePairs
        columns={isNarrow ? 1 : 3}
        items={[
          {
            label: said.countedFrom,
            value: (
              <div>
                {anchorNames.map((name) => {
                  const { on, standIn } = anchors[name];
                  return (
                    <div key={name}>
                      {`${said.anchors[name]}: ${day(on)}`}
                      {standIn && <Box color="text-body-secondary">{said.standIns[standIn]}</Box>}
                    </div>
                  );
                })}
                <div>{`${audits.dates.nextAudit}: ${nextAudit === undefined ? said.noNextAudit : day(nextAudit)}`}</div>
              </div>
            ),
          },
          {
            label: said.cap,
            value: (
              <div>
                {capLines.map((line) => (
                  <div key={line}>{line}</div>
                ))}
              </div>
            ),
          },
          {
            label: said.closed,
            value: (
              <div>
                {closedOn.length === 0 ? said.noneClosed : days(closedOn)}
                <Box color="text-body-secondary">{said.closedLead}</Box>
              </div>
            ),
          },
        ]}
      />
    </SpaceBetween>
  );
};
