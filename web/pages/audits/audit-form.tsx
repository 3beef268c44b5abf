import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { auditKinds } from '#domain/audit/state.ts';
import type { Reason } from '../../client/client.ts';
import { DateField, LineField, TextField } from '../../parts/fields.tsx';
import { reasonsAt } from '../../parts/reasons.tsx';
import { useWords } from '../../words/words.tsx';
import { type AuditFields, dateNames } from './audit-fields.ts';
import type { LikelyPeople } from './likely-people.ts';
import { TeamField } from './team-field.tsx';

/** What a person tells of an audit. */
export const AuditForm = ({
  fields,
  reasons,
  known,
  first,
  onChange,
}: {
  readonly fields: AuditFields;
  readonly reasons: readonly Reason[];
  readonly known: LikelyPeople;
  /** What is asked for before all else. */
  readonly first?: ReactNode;
  readonly onChange: (part: Partial<AuditFields>) => void;
}) => {
  const { audits: said, form } = useWords();
  const kinds = auditKinds.map((kind) => ({ value: kind, label: said.kinds[kind] }));
  const at = (field: string): string => reasonsAt(reasons, field);
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{said.facts}</Header>}>
        <SpaceBetween size="m">
          {first}
          <FormField label={said.kind} errorText={at('kind')}>
            <Select
              options={kinds}
              placeholder={said.chooseKind}
              selectedOption={kinds.find(({ value }) => value === fields.kind) ?? null}
              onChange={({ detail }) =>
                onChange({ kind: auditKinds.find((kind) => kind === detail.selectedOption.value) ?? '' })
              }
            />
          </FormField>
          <LineField
            label={said.title}
            hint={said.titleHint}
            value={fields.title}
            error={at('title')}
            onChange={(title = '') => onChange({ title })}
          />
          {(['objective', 'scope', 'criteria'] as const).map((name) => (
            <TextField
              key={name}
              label={said[name]}
              hint={form.optional}
              rows={2}
              value={fields[name]}
              error={at(name)}
              onChange={(text = '') => onChange({ [name]: text })}
            />
          ))}
        </SpaceBetween>
      </Container>
      <Container
        header={
          <Header variant="h2" description={said.datesLead}>
            {said.datesTitle}
          </Header>
        }
      >
        <ColumnLayout columns={2}>
          {dateNames.map((name) => (
            <DateField
              key={name}
              label={said.dates[name]}
              hint={said.dateHints[name]}
              value={fields[name]}
              error={at(`dates.${name}`)}
              onChange={(day = '') => onChange({ [name]: day })}
            />
          ))}
        </ColumnLayout>
      </Container>
      <TeamField team={fields.team} reasons={reasons} known={known} onChange={(team) => onChange({ team })} />
    </SpaceBetween>
  );
};
