import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';
import Select from '@cloudscape-design/components/select';
import { useAnswer } from '../../client/use-client.tsx';
import { useWords } from '../../words/words.tsx';
import type { UsedLook } from './use-look.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
}
interface Field {
  readonly label: string;
  readonly value: string | undefined;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string | undefined) => void;
}

/** Some of a list: `major,minor` in the address. */
const Some = ({ label, value, choices, onChange }: Field) => {
  const { register } = useWords();
  const chosen = value?.split(',') ?? [];
  return (
    <FormField label={label}>
      <Multiselect
        inlineTokens
        placeholder={register.any}
        options={choices}
        selectedOptions={chosen.map(
          (each) => choices.find((choice) => choice.value === each) ?? { value: each, label: each },
        )}
        onChange={({ detail: { selectedOptions } }) =>
          onChange(selectedOptions.map((option) => option.value).join(','))
        }
      />
    </FormField>
  );
};

/** One of a list, which may be long. */
const One = ({ label, value, choices, onChange }: Field) => {
  const { register } = useWords();
  const any = { value: '', label: register.any };
  const isLong = choices.length > 8;
  return (
    <FormField label={label}>
      <Select
        options={[any, ...choices]}
        selectedOption={
          value === undefined ? any : (choices.find((choice) => choice.value === value) ?? { value, label: value })
        }
        filteringType={isLong ? 'auto' : 'none'}
        filteringPlaceholder={register.search}
        filteringAriaLabel={register.search}
        onChange={({ detail: { selectedOption } }) => onChange(selectedOption.value)}
      />
    </FormField>
  );
};

const choicesOf = (said: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(said).map(([value, label]) => ({ value, label }));

/** By what the register is filtered, besides words. */
export const Filters = ({
  used: { look, change },
  owners,
}: {
  readonly used: UsedLook;
  /** Who owns any of the findings. */
  readonly owners: readonly string[];
}) => {
  const { register: said, grades, stages, statuses } = useWords();
  const audits = useAnswer('listAudits', { query: { limit: 200 } }).data?.audits ?? [];
  return (
    <div className="filters">
      <Some
        label={said.status}
        value={look.status}
        choices={[{ value: 'open', label: said.anyOpen, description: said.anyOpenHint }, ...choicesOf(statuses)]}
        onChange={(status) => change({ status })}
      />
      <Some label={said.stage} value={look.stage} choices={choicesOf(stages)} onChange={(stage) => change({ stage })} />
      <Some label={said.grade} value={look.grade} choices={choicesOf(grades)} onChange={(grade) => change({ grade })} />
      <One
        label={said.deadline}
        value={look.overdue}
        choices={[
          { value: 'true', label: said.overdue },
          { value: 'false', label: said.notOverdue },
        ]}
        onChange={(overdue) => change({ overdue })}
      />
      <One
        label={said.owner}
        value={look.owner}
        choices={owners.map((owner) => ({ value: owner, label: owner }))}
        onChange={(owner) => change({ owner })}
      />
      <One
        label={said.audit}
        value={look.audit}
        choices={audits.map(({ id, title }) => ({ value: id, label: title, description: id }))}
        onChange={(audit) => change({ audit })}
      />
    </div>
  );
};
