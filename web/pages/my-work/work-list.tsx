import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useNavigate } from 'react-router';
import { GradeBadge, Standing } from '../../parts/finding-words.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { useSpeech } from '../../words/words.tsx';
import { daysUntil, type Work } from './work-groups.ts';

/** What is handed in has its form on the page itself, every other command one that opens over it. */
const addressOf = ({ id }: Work, command: Work['awaited'][number]): string =>
  command === 'submit' ? `/findings/${id}#stage` : `/findings/${id}?do=${command}`;

const Due = ({ due, today }: { readonly due: string; readonly today: string }) => {
  const { date, locale, words } = useSpeech();
  const days = daysUntil(today, due);
  const inWords = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
  return (
    <div>
      {days < 0 ? (
        <StatusIndicator type="error">{words.due.overdue(-days)}</StatusIndicator>
      ) : (
        <Box variant="span" fontWeight={days <= 7 ? 'bold' : 'normal'}>
          {inWords}
        </Box>
      )}
      <Box variant="small" display="block">
        {date(due)}
      </Box>
    </div>
  );
};

/** For whom it waits, where it does not wait for the one who looks. */
const WaitsFor = ({ item: { awaited, status, waitsFor, owner } }: { readonly item: Work }) => {
  const { waitsFor: said } = useSpeech().words.myWork;
  if (awaited.length > 0) return null;
  const isOwners = waitsFor === 'owner' || status === 'awaiting-response' || status === 'response-accepted';
  const others = waitsFor === undefined || waitsFor === 'owner' ? 'nobody' : waitsFor;
  const isClosing = status === 'response-declined' || status === 'implemented';
  return <Box variant="small">{isOwners ? said.owner(owner) : isClosing ? said.closing : said[others]}</Box>;
};

const Doing = ({ item }: { readonly item: Work }) => {
  const { actions } = useSpeech().words;
  const navigate = useNavigate();
  return (
    <SpaceBetween size="xs" direction="horizontal">
      {item.awaited.map((command) => {
        const href = addressOf(item, command);
        return (
          <Button
            key={command}
            href={href}
            ariaLabel={`${actions[command]}: ${item.number}`}
            onFollow={(event) => {
              event.preventDefault();
              navigate(href);
            }}
          >
            {actions[command]}
          </Button>
        );
      })}
    </SpaceBetween>
  );
};

/** Findings one below the other, each with what there is to do about it. */
export const WorkList = ({ items, today }: { readonly items: readonly Work[]; readonly today: string }) => (
  <ul className="work">
    {items.map((item) => (
      <li key={item.id}>
        <div className="what">
          <SpaceBetween size="xs" direction="horizontal" alignItems="center">
            <PageLink href={`/findings/${item.id}`}>{item.number}</PageLink>
            <GradeBadge grade={item.grade} />
            <Standing status={item.status} stage={item.stage} />
          </SpaceBetween>
          <Box color="text-body-secondary">{item.summary}</Box>
          <WaitsFor item={item} />
        </div>
        <div className="when">{item.due !== undefined && <Due due={item.due} today={today} />}</div>
        <div className="do">
          <Doing item={item} />
        </div>
      </li>
    ))}
  </ul>
);
