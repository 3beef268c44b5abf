import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type FormEvent, useState } from 'react';
import { committedTypes } from '#domain/webhook/event-types.ts';
import { type Webhook, webhookFormats } from '#domain/webhook/webhook.ts';
import { ApiProblem } from '../../client/client.ts';
import type { Answer } from '../../client/types.ts';
import { useCommand } from '../../client/use-client.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { LineField } from '../../parts/fields.tsx';
import { Refused, reasonsAt, useReasons } from '../../parts/reasons.tsx';
import { useWords } from '../../words/words.tsx';
import { useEventWords } from './use-event-words.ts';

/** Makes a webhook, or changes one. @param before as it was when this was opened */
export const WebhookForm = ({
  before,
  onClose,
  onMade,
}: {
  readonly before: Webhook | undefined;
  readonly onClose: () => void;
  readonly onMade: (made: Answer<'makeWebhook'>) => void;
}) => {
  const { webhooks: said } = useWords();
  const inWords = useEventWords();
  const [name, setName] = useState(before?.name ?? '');
  const [url, setUrl] = useState(before?.url ?? '');
  const [format, setFormat] = useState<Webhook['format']>(before?.format ?? 'redress');
  const [events, setEvents] = useState<readonly string[]>(before?.events ?? []);
  const make = useCommand('makeWebhook');
  const change = useCommand('changeWebhook');
  const { error, isPending, reset } = before ? change : make;
  const reasons = useReasons(error instanceof ApiProblem ? error.reasons : []);
  const options = committedTypes.map((value) => ({ value, label: inWords(value), description: value }));
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const chosen = committedTypes.filter((type) => events.includes(type));
    const settings = { name, url: url.trim(), format, ...(chosen.length > 0 && { events: chosen }) };
    if (before) {
      const body = { ...settings, enabled: before.enabled };
      change.mutate({ path: { webhook: before.id }, body }, { onSuccess: onClose });
    } else make.mutate({ body: settings }, { onSuccess: onMade });
  };
  return (
    <Dialog
      header={before ? said.changeTitle(before.name) : said.makeTitle}
      action={before ? said.save : said.make}
      isBusy={isPending}
      form="webhook"
      onClose={onClose}
    >
      <form id="webhook" onSubmit={save}>
        <SpaceBetween size="m">
          <LineField
            label={said.name}
            hint={said.nameHint}
            value={name}
            error={reasonsAt(reasons, 'name')}
            onChange={(text) => {
              reset();
              setName(text ?? '');
            }}
          />
          <LineField
            label={said.url}
            hint={said.urlHint}
            value={url}
            error={reasonsAt(reasons, 'url')}
            onChange={(text) => {
              reset();
              setUrl(text ?? '');
            }}
          />
          <FormField label={said.format} errorText={reasonsAt(reasons, 'format')}>
            <RadioGroup
              value={format}
              items={webhookFormats.map((value) => ({ value, label: said.formats[value] }))}
              onChange={({ detail }) =>
                setFormat(webhookFormats.find((each) => each === detail.value) ?? webhookFormats[0])
              }
            />
          </FormField>
          <FormField label={said.events} description={said.eventsHint} errorText={reasonsAt(reasons, 'events')}>
            <Multiselect
              options={options}
              selectedOptions={options.filter(({ value }) => events.includes(value))}
              placeholder={said.chooseEvents}
              filteringType="auto"
              tokenLimit={6}
              deselectAriaLabel={({ label }) => said.removeEvent(label ?? '')}
              onChange={({ detail }) => setEvents(detail.selectedOptions.flatMap(({ value }) => value ?? []))}
            />
          </FormField>
          <Refused error={error} />
        </SpaceBetween>
      </form>
    </Dialog>
  );
};
