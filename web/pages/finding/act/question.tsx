import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ProposedBecause } from '#domain/finding/state.ts';
import { DateField, LineField, PersonField, TextField } from '../../../parts/fields.tsx';
import { useWords } from '../../../words/words.tsx';
import type { Asked } from './command-forms.ts';
import { DocumentField } from './document-field.tsx';
import { useProposalWords } from './proposals.tsx';

interface Question {
  readonly asked: Asked;
  readonly value: unknown;
  readonly error: string;
  readonly finding: string;
  readonly known: readonly { readonly email: string; readonly name?: string }[];
  /** What may be refused, where that is asked for. */
  readonly proposals: readonly ProposedBecause[];
  readonly onChange: (value: unknown) => void;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const Proposed = ({
  label,
  value,
  error,
  proposals,
  onChange,
}: Omit<Question, 'asked'> & { readonly label: string }) => {
  const inWords = useProposalWords();
  return (
    <FormField label={label} errorText={error}>
      <RadioGroup
        value={String(proposals.findIndex((each) => isSame(each, value)))}
        items={[...proposals.entries()].map(([place, each]) => ({ value: String(place), label: inWords(each) }))}
        onChange={({ detail }) => onChange(proposals[Number(detail.value)])}
      />
    </FormField>
  );
};

/** One thing that a command is given, asked for as fits it. */
export const Question = ({ asked, ...given }: Question) => {
  const { form } = useWords();
  const { value, error, onChange } = given;
  const hints: Readonly<Record<string, string>> = form.hints;
  const label = form.fields[asked.name as keyof typeof form.fields];
  const hint = 'optional' in asked && asked.optional ? form.optional : hints[asked.name];
  const text = typeof value === 'string' ? value : undefined;
  const said = (choice: string): string => form.choices[choice as keyof typeof form.choices] ?? choice;
  const field = { label, hint, value: text, error, onChange };
  switch (asked.as) {
    case 'text':
      return <TextField {...field} />;
    case 'line':
      return <LineField {...field} />;
    case 'date':
      return <DateField {...field} />;
    case 'person':
      return <PersonField {...field} known={given.known} />;
    case 'document':
      return <DocumentField {...field} hint={hint ?? ''} finding={given.finding} />;
    case 'proposal':
      return <Proposed {...given} label={label} />;
    case 'yes-or-no':
      return (
        <FormField label={label} errorText={error}>
          <RadioGroup
            value={value === undefined ? null : String(value)}
            items={[
              { value: 'true', label: form.yes[asked.name as keyof typeof form.yes] },
              { value: 'false', label: form.no[asked.name as keyof typeof form.no] },
            ]}
            onChange={({ detail }) => onChange(detail.value === 'true')}
          />
        </FormField>
      );
    case 'one-of':
      return (
        <FormField label={label} description={hint} errorText={error}>
          <RadioGroup
            value={text ?? null}
            items={asked.of.map((choice) => ({ value: choice, label: said(choice), description: hints[choice] }))}
            onChange={({ detail }) => onChange(detail.value)}
          />
        </FormField>
      );
    case 'some-of': {
      const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
      return (
        <FormField label={label} description={hint} errorText={error}>
          <SpaceBetween size="xxs">
            {asked.of.map((choice) => (
              <Checkbox
                key={choice}
                checked={chosen.includes(choice)}
                description={hints[choice]}
                onChange={({ detail }) =>
                  // In the order in which they are asked for, however they are ticked.
                  onChange(asked.of.filter((each) => (each === choice ? detail.checked : chosen.includes(each))))
                }
              >
                {said(choice)}
              </Checkbox>
            ))}
          </SpaceBetween>
        </FormField>
      );
    }
  }
};
