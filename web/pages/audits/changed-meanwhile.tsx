import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useSpeech } from '../../words/words.tsx';
import { type AuditFields, dateNames } from './audit-fields.ts';

type Name = keyof AuditFields;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const useShown = () => {
  const { date, words } = useSpeech();
  const { audits: said, roles } = words;
  return (name: Name, fields: Partial<AuditFields>): string => {
    if (name === 'team') return (fields.team ?? []).map(({ person, role }) => `${person} (${roles[role]})`).join(', ');
    if (name === 'kind') return fields.kind ? said.kinds[fields.kind] : '';
    const text = fields[name] ?? '';
    return (dateNames as readonly Name[]).includes(name) && /^\d{4}-\d{2}-\d{2}$/.test(text) ? date(text) : text;
  };
};

/** What somebody else has changed while one wrote, side by side with what one wrote. */
export const ChangedMeanwhile = ({
  before,
  now,
  yours,
  onSeen,
}: {
  readonly before: AuditFields;
  readonly now: AuditFields;
  readonly yours: Partial<AuditFields>;
  /** Told which of one's own changes stay. */
  readonly onSeen: (kept: Partial<AuditFields>) => void;
}) => {
  const { words } = useSpeech();
  const { audits: said } = words;
  const shown = useShown();
  const names = (Object.keys(now) as Name[]).filter((name) => !isSame(before[name], now[name]));
  const onBoth = names.filter((name) => name in yours && !isSame(yours[name], now[name]));
  const label = (name: Name): string =>
    (dateNames as readonly Name[]).includes(name)
      ? said.dates[name as (typeof dateNames)[number]]
      : said[name as Exclude<Name, (typeof dateNames)[number]>];
  const theirs = Object.fromEntries(
    (Object.keys(yours) as Name[]).filter((name) => !onBoth.includes(name)).map((name) => [name, yours[name]]),
  ) as Partial<AuditFields>;
  return (
    <Alert
      type="warning"
      header={words.application.somebodyWasFaster}
      action={
        onBoth.length === 0 ? (
          <Button onClick={() => onSeen(yours)}>{said.changed.goOn}</Button>
        ) : (
          <SpaceBetween size="xs" direction="horizontal">
            <Button onClick={() => onSeen(yours)}>{said.changed.keepMine}</Button>
            <Button onClick={() => onSeen(theirs)}>{said.changed.takeTheirs}</Button>
          </SpaceBetween>
        )
      }
    >
      <Table
        variant="borderless"
        wrapLines
        items={names}
        trackBy={(name) => name}
        columnDefinitions={[
          { id: 'field', header: said.changed.field, isRowHeader: true, cell: label },
          { id: 'before', header: said.changed.before, cell: (name) => shown(name, before) },
          { id: 'now', header: said.changed.now, cell: (name) => shown(name, now) },
          {
            id: 'yours',
            header: said.changed.yours,
            cell: (name) => (name in yours ? shown(name, yours) : said.changed.untouched),
          },
        ]}
      />
    </Alert>
  );
};
