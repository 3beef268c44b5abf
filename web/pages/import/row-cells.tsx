import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import Icon from '@cloudscape-design/components/icon';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ReportRow } from '#domain/report/row.ts';
import { useSentence, useSpeech, useWords } from '../../words/words.tsx';
import type { RowNow } from './mending.ts';

const indicators: Readonly<Record<RowNow['stands'], StatusIndicatorProps.Type>> = {
  ready: 'success',
  'to-be-completed': 'warning',
  refused: 'error',
  'left-out': 'stopped',
};

/** By which number a row goes, where it is in the file, how it stands, and whether it is taken at all. */
export const RowName = ({
  now: { row, stands },
  onLeaveOut,
}: {
  readonly now: RowNow;
  readonly onLeaveOut: (leaveOut: boolean) => void;
}) => {
  const { imports: said } = useWords();
  return (
    <SpaceBetween size="xxs">
      <Box fontWeight="bold">{row.number}</Box>
      <StatusIndicator type={indicators[stands]}>{said.rowStatuses[stands]}</StatusIndicator>
      <Box color="text-body-secondary" fontSize="body-s">
        {said.rowOf(row.row)}
      </Box>
      {row.status !== 'refused' && (
        <Checkbox
          checked={stands === 'left-out'}
          ariaLabel={said.leaveOutRow(row.number)}
          onChange={({ detail }) => onLeaveOut(detail.checked)}
        >
          {said.leaveOut}
        </Checkbox>
      )}
    </SpaceBetween>
  );
};

/** Every reason for which a row is refused, and what was assumed in reading it. */
const RowRemarks = ({ row }: { readonly row: ReportRow }) => {
  const { imports: said } = useWords();
  const sentence = useSentence();
  return (
    <SpaceBetween size="xxs">
      {row.refusals.map(({ code, message, column }) => (
        <Box key={`${code} ${message}`} color="text-status-error">
          <Icon name="status-negative" ariaLabel={said.reason} />{' '}
          {column === undefined ? sentence(message) : said.inColumn(column, sentence(message))}
        </Box>
      ))}
      {row.notes.map((note) => (
        <Box key={note} color="text-status-info">
          <Icon name="status-info" ariaLabel={said.note} /> {sentence(note)}
        </Box>
      ))}
    </SpaceBetween>
  );
};

/** Characters of a statement that stand in the row; the rest is one key stroke away. */
const shown = 90;
const beginningOf = (text: string): string => (text.length <= shown ? text : `${text.slice(0, shown).trimEnd()} …`);

/** What else the row says, all of it. */
const Whole = ({ row }: { readonly row: ReportRow }) => {
  const { date, words } = useSpeech();
  const { imports: said, finding } = words;
  const parts = [
    [finding.statement, row.statement],
    [finding.evidenceOfAudit, row.objectiveEvidence],
    [finding.process, row.process],
    [finding.raisedBy, row.auditor],
    [said.raisedOn, row.raisedOn === undefined ? undefined : date(row.raisedOn)],
  ] as const;
  return (
    <SpaceBetween size="xs">
      {parts.map(
        ([label, text]) =>
          text !== undefined && (
            <div key={label}>
              <Box variant="awsui-key-label">{label}</Box>
              <span className="as-typed">{text}</span>
            </div>
          ),
      )}
    </SpaceBetween>
  );
};

/** What the row says, the rest of it on demand; then every reason and note. */
export const RowStatement = ({ row }: { readonly row: ReportRow }) => {
  const { imports: said } = useWords();
  return (
    <SpaceBetween size="xs">
      {row.statement === undefined ? (
        said.none
      ) : (
        <details>
          <summary>{beginningOf(row.statement)}</summary>
          <Whole row={row} />
        </details>
      )}
      <RowRemarks row={row} />
    </SpaceBetween>
  );
};
