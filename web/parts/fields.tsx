import Autosuggest from '@cloudscape-design/components/autosuggest';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Textarea from '@cloudscape-design/components/textarea';
import { useSpeech, useWords } from '../words/words.tsx';

interface Field<T = string> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: T | undefined;
  readonly error?: string | undefined;
  readonly onChange: (value: T | undefined) => void;
}

/** What is blank is left out: the API asks for what is missing by its name. */
const orNothing = (text: string): string | undefined => (text === '' ? undefined : text);

export const TextField = ({ label, hint, value, error, onChange, rows = 3 }: Field & { readonly rows?: number }) => (
  <FormField label={label} description={hint} errorText={error} stretch>
    <Textarea value={value ?? ''} rows={rows} onChange={({ detail }) => onChange(orNothing(detail.value))} />
  </FormField>
);

export const LineField = ({ label, hint, value, error, onChange }: Field) => (
  <FormField label={label} description={hint} errorText={error}>
    <Input value={value ?? ''} onChange={({ detail }) => onChange(orNothing(detail.value))} />
  </FormField>
);

/** A civil date. */
export const DateField = ({ label, hint, value, error, onChange }: Field) => {
  const { language, words } = useSpeech();
  const { dateFormat, datePlaceholder } = words.application;
  return (
    <FormField label={label} description={hint} errorText={error} constraintText={dateFormat}>
      <DatePicker
        value={value ?? ''}
        locale={language}
        placeholder={datePlaceholder}
        format="iso"
        onChange={({ detail }) => onChange(orNothing(detail.value))}
      />
    </FormField>
  );
};

/** Somebody, by e-mail address; `known`: who is likely. */
export const PersonField = ({
  label,
  hint,
  value,
  error,
  onChange,
  known,
}: Field & { readonly known: readonly { readonly email: string; readonly name?: string }[] }) => {
  const { application } = useWords();
  return (
    <FormField label={label} description={hint} errorText={error}>
      <Autosuggest
        value={value ?? ''}
        placeholder="name@example.org"
        options={known.map(({ email, name }) => ({ value: email, ...(name !== undefined && { description: name }) }))}
        enteredTextLabel={(text) => application.takeAddress(text)}
        empty={application.noSuggestion}
        onChange={({ detail }) => onChange(orNothing(detail.value))}
      />
    </FormField>
  );
};
