import Autosuggest from '@cloudscape-design/components/autosuggest';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { grades } from '#domain/finding/state.ts';
import { GradeBadge } from '../../parts/finding-words.tsx';
import { useSentence, useWords } from '../../words/words.tsx';
import type { LikelyPeople } from '../audits/likely-people.ts';
import type { Mended, RowNow } from './mending.ts';

interface Part {
  readonly now: RowNow;
  /** Whether somebody has tried to go on: from then on what is missing is asked for. */
  readonly tried: boolean;
  readonly onChange: (part: Mended) => void;
}

/** Whether this is for a person to add. What the report itself says is never replaced. */
const isAsked = ({ row, stands }: RowNow, part: 'grade' | 'owner' | 'requirements'): boolean =>
  row.status === 'to-be-completed' && row.missing.includes(part) && stands !== 'left-out';

const useError = ({ now, tried }: Part, part: 'grade' | 'owner' | 'requirements'): string => {
  const { fillIn } = useWords().stage;
  const sentence = useSentence();
  const wrong = part === 'grade' ? undefined : now.wrong[part];
  return wrong?.map(sentence).join(' ') ?? (tried && now.completed.missing.includes(part) ? fillIn : '');
};

export const GradeField = (props: Part) => {
  const { imports: said, grades: named } = useWords();
  const error = useError(props, 'grade');
  const { now, onChange } = props;
  const { row, mended } = now;
  if (!isAsked(now, 'grade')) return row.grade ? <GradeBadge grade={row.grade} /> : said.none;
  const options = grades.map((grade) => ({ value: grade, label: named[grade] }));
  return (
    <FormField errorText={error}>
      <Select
        options={options}
        expandToViewport
        placeholder={said.chooseGrade}
        ariaLabel={said.gradeOf(row.number)}
        selectedOption={options.find(({ value }) => value === mended.grade) ?? null}
        onChange={({ detail }) => {
          const grade = grades.find((each) => each === detail.selectedOption.value);
          if (grade) onChange({ grade });
        }}
      />
    </FormField>
  );
};

export const RequirementsField = (props: Part) => {
  const { imports: said } = useWords();
  const error = useError(props, 'requirements');
  const { now, onChange } = props;
  const { row, typed } = now;
  if (!isAsked(now, 'requirements')) return row.requirements.map(({ id }) => id).join('; ') || said.none;
  return (
    <FormField errorText={error}>
      <Input
        value={typed.requirements ?? ''}
        placeholder="9.2; A.8.13"
        ariaLabel={said.requirementsOf(row.number)}
        onChange={({ detail }) => onChange({ requirements: detail.value })}
      />
    </FormField>
  );
};

export const OwnerField = (props: Part & { readonly known: LikelyPeople; readonly everybodys: string | undefined }) => {
  const { imports: said, application } = useWords();
  const error = useError(props, 'owner');
  const { now, known, everybodys, onChange } = props;
  const { row, typed } = now;
  if (!isAsked(now, 'owner')) return row.owner ?? said.none;
  return (
    <FormField
      description={row.ownerHint === undefined ? undefined : said.ownerInReport(row.ownerHint)}
      errorText={error}
    >
      <Autosuggest
        value={typed.owner ?? ''}
        expandToViewport
        placeholder={everybodys ?? 'name@example.org'}
        ariaLabel={said.ownerOf(row.number)}
        options={known.map(({ email, name }) => ({ value: email, ...(name !== undefined && { description: name }) }))}
        enteredTextLabel={application.takeAddress}
        empty={application.noSuggestion}
        onChange={({ detail }) => onChange({ owner: detail.value })}
      />
    </FormField>
  );
};
