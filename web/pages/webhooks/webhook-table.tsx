import Box from '@cloudscape-design/components/box';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import type { LastCall, Webhook } from '#domain/webhook/webhook.ts';
import { Listing } from '../../parts/listing.tsx';
import { useSpeech, useWords } from '../../words/words.tsx';
import { useEventWords } from './use-event-words.ts';

const indicators: Readonly<Record<LastCall['outcome'], StatusIndicatorProps.Type>> = {
  taken: 'success',
  refused: 'error',
  unreachable: 'warning',
  'given-up': 'error',
};

/** How the id of a sample begins: it is called with once. */
const samplePrefix = 'sample-';

/** What came of the last call, and what to do where it did not come through. */
const Last = ({ last }: Pick<Webhook, 'last'>) => {
  const { words, instant } = useSpeech();
  const { webhooks: said } = words;
  if (!last) return <Box color="text-body-secondary">{said.neverCalled}</Box>;
  const { outcome, status, reason, at, event } = last;
  const isSample = event.startsWith(samplePrefix);
  const next = outcome === 'given-up' ? said.givenUp : outcome === 'taken' || isSample ? undefined : said.willRetry;
  return (
    <div>
      <StatusIndicator type={indicators[outcome]}>
        {said.outcome(said.outcomes[outcome], status === undefined ? reason : String(status))}
      </StatusIndicator>
      <Box color="text-body-secondary">{isSample ? `${said.sample}, ${instant(at)}` : instant(at)}</Box>
      {next !== undefined && <Box color="text-body-secondary">{next}</Box>}
    </div>
  );
};

export const webhookActions = ['change', 'try', 'switch', 'renew'] as const;
export type WebhookAction = (typeof webhookActions)[number];

/** The webhooks, with what came of the last call of each. */
export const WebhookTable = ({
  webhooks,
  header,
  empty,
  onAction,
}: {
  readonly webhooks: readonly Webhook[];
  readonly header: ReactNode;
  readonly empty: ReactNode;
  readonly onAction: (action: WebhookAction, webhook: Webhook) => void;
}) => {
  const { instant } = useSpeech();
  const { webhooks: said } = useWords();
  const inWords = useEventWords();
  return (
    <Listing
      variant="full-page"
      items={webhooks}
      trackBy="id"
      header={header}
      empty={empty}
      columns={[
        {
          id: 'name',
          header: said.name,
          isRowHeader: true,
          minWidth: 160,
          cell: ({ name, by, at }) => (
            <div>
              {name}
              <Box color="text-body-secondary" fontSize="body-s">
                {said.madeBy(by, instant(at))}
              </Box>
            </div>
          ),
        },
        {
          id: 'url',
          header: said.url,
          minWidth: 200,
          cell: ({ url, format }) => (
            <div>
              <span className="address">{url}</span>
              <Box color="text-body-secondary" fontSize="body-s">
                {said.formats[format]}
              </Box>
            </div>
          ),
        },
        {
          id: 'events',
          header: said.events,
          minWidth: 140,
          cell: ({ events }) => (events === undefined ? said.allEvents : events.map(inWords).join(', ')),
        },
        {
          id: 'enabled',
          header: said.enabled,
          minWidth: 100,
          cell: ({ enabled }) => (
            <StatusIndicator type={enabled ? 'success' : 'stopped'}>{enabled ? said.on : said.off}</StatusIndicator>
          ),
        },
        { id: 'last', header: said.last, minWidth: 240, cell: ({ last }) => <Last last={last} /> },
        {
          id: 'actions',
          header: said.actions,
          minWidth: 90,
          cell: (webhook) => (
            <ButtonDropdown
              variant="inline-icon"
              expandToViewport
              ariaLabel={said.actionsOf(webhook.name)}
              items={[
                { id: 'change', text: said.change },
                { id: 'try', text: said.try, disabled: !webhook.enabled },
                { id: 'switch', text: webhook.enabled ? said.switchOff : said.switchOn },
                { id: 'renew', text: said.renew },
              ]}
              onItemClick={({ detail }) => {
                const action = webhookActions.find((each) => each === detail.id);
                if (action) onAction(action, webhook);
              }}
            />
          ),
        },
      ]}
    />
  );
};
