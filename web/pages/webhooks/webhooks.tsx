import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { permissions } from '#domain/people/permissions.ts';
import { committedTypes } from '#domain/webhook/event-types.ts';
import type { Webhook } from '#domain/webhook/webhook.ts';
import type { Answer } from '../../client/types.ts';
import { useAnswer, useCommand } from '../../client/use-client.tsx';
import { Asked } from '../../parts/asked.tsx';
import { ForRoles } from '../../parts/for-roles.tsx';
import { Refused } from '../../parts/reasons.tsx';
import { useWords } from '../../words/words.tsx';
import { RenewSecret } from './renew-secret.tsx';
import { ShownSecret } from './shown-secret.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { type WebhookAction, WebhookTable } from './webhook-table.tsx';

/** What is open above the list: a form for a webhook, or for a new one, or the question whether to renew. */
type Open = { readonly is: 'making' } | { readonly is: 'changing' | 'renewing'; readonly webhook: Webhook };

const Webhooks = () => {
  const { webhooks: said, pages } = useWords();
  const answer = useAnswer('listWebhooks', {});
  const [open, setOpen] = useState<Open>();
  const [shown, setShown] = useState<Answer<'makeWebhook'>>();
  const [tried, setTried] = useState<string>();
  const change = useCommand('changeWebhook');
  const tryIt = useCommand('tryWebhook');
  const close = (): void => setOpen(undefined);
  const closeAndShow = (made: Answer<'makeWebhook'>): void => {
    close();
    setShown(made);
  };
  const switchIt = ({ id, name, url, format, events, enabled }: Webhook): void => {
    const known = events && committedTypes.filter((type) => events.includes(type));
    const body = { name, url, format, enabled: !enabled, ...(known && { events: known }) };
    change.mutate({ path: { webhook: id }, body });
  };
  const act = (action: WebhookAction, webhook: Webhook): void => {
    setTried(undefined);
    if (action === 'change') setOpen({ is: 'changing', webhook });
    if (action === 'renew') setOpen({ is: 'renewing', webhook });
    if (action === 'switch') switchIt(webhook);
    if (action === 'try') tryIt.mutate({ path: { webhook: webhook.id } }, { onSuccess: () => setTried(webhook.name) });
  };
  const make = (
    <Button variant="primary" onClick={() => setOpen({ is: 'making' })}>
      {said.make}
    </Button>
  );
  return (
    <Asked answer={answer}>
      {({ webhooks }) => (
        <SpaceBetween size="m">
          {shown && <ShownSecret shown={shown} onDismiss={() => setShown(undefined)} />}
          {tried !== undefined && (
            <Alert type="info" dismissible onDismiss={() => setTried(undefined)}>
              {said.tried(tried)}
            </Alert>
          )}
          <Refused error={change.error ?? tryIt.error} />
          <WebhookTable
            webhooks={webhooks}
            onAction={act}
            header={
              <Header variant="h1" counter={`(${webhooks.length})`} description={said.lead} actions={make}>
                {pages.webhooks}
              </Header>
            }
            empty={
              <SpaceBetween size="s" alignItems="center">
                <Box>{said.empty}</Box>
                {make}
              </SpaceBetween>
            }
          />
          <Box color="text-body-secondary">
            <p>{said.how}</p>
            <p>{said.offHint}</p>
          </Box>
          {open?.is === 'making' && <WebhookForm before={undefined} onClose={close} onMade={closeAndShow} />}
          {open?.is === 'changing' && <WebhookForm before={open.webhook} onClose={close} onMade={closeAndShow} />}
          {open?.is === 'renewing' && <RenewSecret webhook={open.webhook} onClose={close} onRenewed={closeAndShow} />}
        </SpaceBetween>
      )}
    </Asked>
  );
};

/** The addresses outside that are called with what happens here. */
export const WebhooksPage = () => (
  <ForRoles allowed={permissions.handleWebhooks}>
    <Webhooks />
  </ForRoles>
);
