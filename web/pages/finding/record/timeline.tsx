import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useAnswer } from '../../../client/use-client.tsx';
import { useWords } from '../../../words/words.tsx';
import { entriesOf, type Filter, filters } from './entries.ts';
import { EntryView } from './entry-view.tsx';
import { useEvents } from './events.ts';

/** So many are shown at first: a finding of some years has hundreds. */
const atFirst = 40;

/** All that happened to a finding, whom it was told to and what was said about it; latest first. */
export const Timeline = ({ finding }: { readonly finding: string }) => {
  const { timeline } = useWords();
  const path = { finding };
  const events = useEvents(finding);
  const notices = useAnswer('listNotices', { path }).data?.notices ?? [];
  const comments = useAnswer('listComments', { path }).data?.comments ?? [];
  const [filter, setFilter] = useState<Filter>('all');
  const [isWhole, setWhole] = useState(false);
  // What an event set off comes above it.
  const entries = entriesOf(events, notices, comments, filter).toReversed();
  const shown = isWhole ? entries : entries.slice(0, atFirst);
  return (
    <SpaceBetween size="m">
      <SegmentedControl
        label={timeline.show}
        selectedId={filter}
        options={filters.map((id) => ({ id, text: timeline.filters[id] }))}
        onChange={({ detail }) => setFilter(filters.find((each) => each === detail.selectedId) ?? 'all')}
      />
      {entries.length === 0 && <Box color="text-body-secondary">{timeline.none}</Box>}
      <ol className="entries">
        {shown.map((entry) => (
          <li key={entry.key} className={`entry-${entry.kind}`}>
            <EntryView entry={entry} />
          </li>
        ))}
      </ol>
      {shown.length < entries.length && (
        <Button onClick={() => setWhole(true)}>{timeline.earlier(entries.length - shown.length)}</Button>
      )}
    </SpaceBetween>
  );
};
