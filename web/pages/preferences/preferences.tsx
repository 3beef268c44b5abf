import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { languages, type Preferences } from '#domain/people/preferences.ts';
import { ApiProblem } from '../../client/client.ts';
import type { Answer } from '../../client/types.ts';
import { useAnswer, useCommand } from '../../client/use-client.tsx';
import { Asked } from '../../parts/asked.tsx';
import { Refused, reasonsAt, useReasons } from '../../parts/reasons.tsx';
import { useWords } from '../../words/words.tsx';
import { CalendarFeed } from './calendar-feed.tsx';

const hours = Array.from({ length: 24 }, (_each, hour) => hour);
/** As the organization has it. */
const asOrganization = '-';

const Choices = ({ person }: { readonly person: Answer<'me'> }) => {
  const { preferences: said } = useWords();
  const [chosen, setChosen] = useState<Preferences>(person.preferences ?? {});
  const save = useCommand('setPreferences');
  const reasons = useReasons(save.error instanceof ApiProblem ? save.error.reasons : []);
  const change = (part: Partial<Preferences>): void => {
    save.reset();
    // What is as the organization has it is left out.
    const next = Object.entries({ ...chosen, ...part }).filter(([, value]) => value !== undefined);
    setChosen(Object.fromEntries(next) as Preferences);
  };
  const languageOptions = [
    { value: asOrganization, label: said.asOrganization },
    ...languages.map((language) => ({ value: language, label: said.languages[language] })),
  ];
  const hourOptions = [
    { value: asOrganization, label: said.morning },
    ...hours.map((hour) => ({ value: String(hour), label: said.hour(hour) })),
  ];
  return (
    <Form
      actions={
        <Button variant="primary" loading={save.isPending} onClick={() => save.mutate({ body: chosen })}>
          {said.save}
        </Button>
      }
    >
      <Container header={<Header variant="h2">{said.title}</Header>}>
        <SpaceBetween size="m">
          <FormField label={said.language} errorText={reasonsAt(reasons, 'language')}>
            <Select
              options={languageOptions}
              selectedOption={
                languageOptions.find(({ value }) => value === (chosen.language ?? asOrganization)) ?? null
              }
              onChange={({ detail: { selectedOption } }) =>
                change({ language: languages.find((language) => language === selectedOption.value) })
              }
            />
          </FormField>
          <FormField label={said.digestHour} description={said.digestHint} errorText={reasonsAt(reasons, 'digestHour')}>
            <Select
              options={hourOptions}
              selectedOption={
                hourOptions.find(({ value }) => value === String(chosen.digestHour ?? asOrganization)) ?? null
              }
              onChange={({ detail: { selectedOption } }) =>
                change({ digestHour: hours.find((hour) => String(hour) === selectedOption.value) })
              }
            />
          </FormField>
          <FormField label={said.reminders} description={said.remindersHint}>
            <RadioGroup
              value={chosen.reminders ?? 'all'}
              items={[
                { value: 'all', label: said.allReminders },
                { value: 'overdue', label: said.overdueOnly },
              ]}
              onChange={({ detail }) => change({ reminders: detail.value === 'overdue' ? 'overdue' : undefined })}
            />
          </FormField>
          <FormField label={said.calendar}>
            <RadioGroup
              value={chosen.calendar ?? 'attached'}
              items={[
                { value: 'attached', label: said.attached },
                { value: 'none', label: said.noCalendar },
              ]}
              onChange={({ detail }) => change({ calendar: detail.value === 'none' ? 'none' : undefined })}
            />
          </FormField>
          <Refused error={save.error} />
          {save.isSuccess && <Alert type="success">{said.saved}</Alert>}
        </SpaceBetween>
      </Container>
    </Form>
  );
};

/** How Redress writes to the person who is signed in. */
export const PreferencesPage = () => {
  const { pages } = useWords();
  const me = useAnswer('me', {});
  return (
    <ContentLayout header={<Header variant="h1">{pages.preferences}</Header>}>
      <SpaceBetween size="l">
        <Asked answer={me}>{(person) => <Choices person={person} />}</Asked>
        <CalendarFeed />
      </SpaceBetween>
    </ContentLayout>
  );
};
