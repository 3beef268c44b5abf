import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { MakeLink } from '#contracts/http.ts';
import { stages } from '#domain/finding/stage.ts';
import { linkPurposes } from '#domain/link/link.ts';
import { purposeRules } from '#domain/link/make.ts';
import { ApiProblem, type Reason } from '../../client/client.ts';
import type { Answer } from '../../client/types.ts';
import { useCommand } from '../../client/use-client.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { checked } from '../../parts/checked.ts';
import { PersonField } from '../../parts/fields.tsx';
import type { FindingItem } from '../../parts/finding-words.tsx';
import { Refused, reasonsAt, useReasons } from '../../parts/reasons.tsx';
import { useWords } from '../../words/words.tsx';
import type { LikelyPeople } from '../audits/likely-people.ts';
import { filled } from '../finding/stage/filled.ts';

/** A wish for a link as it is typed. */
type Wish = Readonly<Partial<Record<'purpose' | 'email' | 'finding' | 'stage' | 'days' | 'uses', string>>>;
const nothing: Wish = {};

const numberIn = (text: string | undefined): number | undefined =>
  text === undefined || text.trim() === '' ? undefined : Number(text);

const Choice = ({
  label,
  hint,
  error,
  value,
  options,
  placeholder,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string; readonly description?: string }[];
  readonly placeholder?: string;
  readonly onChange: (value: string) => void;
}) => (
  <FormField label={label} description={hint} errorText={error}>
    <Select
      options={options}
      {...(placeholder !== undefined && { placeholder })}
      filteringType={options.length > 10 ? 'auto' : 'none'}
      selectedOption={options.find((option) => option.value === (value ?? '')) ?? null}
      onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
    />
  </FormField>
);

/** What a link is made for, whom, and how long and how often it is good. */
export const MakeLinkForm = ({
  audit,
  me,
  findings,
  known,
  onMade,
  onCancel,
}: {
  readonly audit: string;
  readonly me: string;
  readonly findings: readonly FindingItem[];
  readonly known: LikelyPeople;
  readonly onMade: (made: Answer<'makeLink'>) => void;
  readonly onCancel: () => void;
}) => {
  const { links: said, application, form, stage: stageSaid, stages: stagesSaid, grades } = useWords();
  const draft = useDraft<Wish>(`${me}:link:${audit}`, nothing);
  const make = useCommand('makeLink');
  const [found, setFound] = useState<readonly Reason[]>([]);
  const wish = draft.value;
  const purpose = linkPurposes.find((each) => each === wish.purpose);
  const rule = purpose && purposeRules[purpose];
  const isAboutFinding = rule?.about === 'finding';
  const reasons = useReasons([...found, ...(make.error instanceof ApiProblem ? make.error.reasons : [])]);
  const at = (field: string): string => reasonsAt(reasons, field);

  const send = (): void => {
    const { finding, stage, days, uses, ...rest } = wish;
    const body = filled({
      ...rest,
      ...(isAboutFinding && { finding, stage }),
      days: numberIn(days),
      ...(rule?.counted && { uses: numberIn(uses) }),
    });
    const wished = checked(MakeLink, body, stageSaid.fillIn);
    setFound('reasons' in wished ? wished.reasons : []);
    make.reset();
    if ('reasons' in wished) return;
    make.mutate(
      { path: { audit }, body: wished.value },
      {
        onSuccess: (made) => {
          draft.clear();
          onMade(made);
        },
      },
    );
  };
  return (
    <Container header={<Header variant="h2">{said.make}</Header>}>
      <SpaceBetween size="m">
        <Choice
          label={said.purpose}
          hint={purpose && said.purposeHints[purpose]}
          error={at('purpose')}
          value={wish.purpose}
          placeholder={said.choosePurpose}
          options={linkPurposes.map((value) => ({ value, label: said.purposes[value] }))}
          onChange={(value) => draft.change({ purpose: value })}
        />
        <PersonField
          label={said.email}
          hint={said.emailHint}
          value={wish.email}
          error={at('email')}
          known={known}
          onChange={(email = '') => draft.change({ email })}
        />
        {isAboutFinding && (
          <ColumnLayout columns={2}>
            <Choice
              label={said.finding}
              error={at('finding')}
              value={wish.finding}
              placeholder={said.chooseFinding}
              options={findings.map(({ id, number, grade, summary }) => ({
                value: id,
                label: `${number} (${grades[grade]})`,
                description: summary,
              }))}
              onChange={(finding) => draft.change({ finding })}
            />
            <Choice
              label={said.stage}
              error={at('stage')}
              value={wish.stage}
              options={[
                { value: '', label: said.anyStage },
                ...stages.map((value) => ({ value, label: stagesSaid[value] })),
              ]}
              onChange={(stage) => draft.change({ stage })}
            />
          </ColumnLayout>
        )}
        <ColumnLayout columns={2}>
          <FormField label={said.days} description={said.daysHint(rule?.mostDays)} errorText={at('days')}>
            <Input
              type="number"
              inputMode="numeric"
              value={wish.days ?? '14'}
              onChange={({ detail }) => draft.change({ days: detail.value })}
            />
          </FormField>
          {rule?.counted && (
            <FormField label={said.usesField} description={`${said.usesHint} ${form.optional}`} errorText={at('uses')}>
              <Input
                type="number"
                inputMode="numeric"
                value={wish.uses ?? ''}
                onChange={({ detail }) => draft.change({ uses: detail.value })}
              />
            </FormField>
          )}
        </ColumnLayout>
        <Refused error={make.error} />
        <Box float="right">
          <SpaceBetween size="xs" direction="horizontal">
            <Button variant="link" onClick={onCancel}>
              {application.cancel}
            </Button>
            <Button variant="primary" loading={make.isPending} onClick={send}>
              {said.make}
            </Button>
          </SpaceBetween>
        </Box>
      </SpaceBetween>
    </Container>
  );
};
