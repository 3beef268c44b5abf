import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type PlanSubmission, rootCauseMethods } from '#domain/submission/submission.ts';
import { whysOf } from '#domain/submission/whys.ts';
import { TextField } from '../../../parts/fields.tsx';
import { reasonsAt } from '../../../parts/reasons.tsx';
import { useWords } from '../../../words/words.tsx';
import { partOf } from './part-of.ts';
import { nextLabel, replaced, type StageForm, without } from './stage-form.ts';
import { answered, withCauses } from './why-tree.ts';
import { Whys } from './whys.tsx';

type RootCause = NonNullable<PlanSubmission['rootCause']>;

/** The causes, each under the short name by which actions refer to it. */
const Causes = ({
  causes,
  reasons,
  onChange,
}: Pick<StageForm<PlanSubmission>, 'reasons'> & {
  readonly causes: RootCause['causes'];
  readonly onChange: (causes: RootCause['causes']) => void;
}) => {
  const { plan } = useWords();
  return (
    <FormField
      label={plan.causes}
      description={plan.causesHint}
      errorText={reasonsAt(reasons, 'rootCause.causes')}
      stretch
    >
      <SpaceBetween size="s">
        {causes.map(({ label, description }, place) => (
          <SpaceBetween key={label} size="xxs">
            <TextField
              label={plan.cause(label)}
              rows={2}
              value={description}
              error={
                reasonsAt(reasons, `rootCause.causes[${place}]`) ||
                reasonsAt(reasons, `rootCause.causes[${place}].description`)
              }
              onChange={(text = '') => onChange(replaced(causes, place, { description: text }))}
            />
            <Button iconName="remove" variant="inline-link" onClick={() => onChange(without(causes, place))}>
              {plan.removeCause(label)}
            </Button>
          </SpaceBetween>
        ))}
        <Button
          iconName="add-plus"
          onClick={() => onChange([...causes, { label: nextLabel('C', causes), description: '' }])}
        >
          {plan.addCause}
        </Button>
      </SpaceBetween>
    </FormField>
  );
};

/** The root cause analysis. */
export const RootCausePart = partOf<StageForm<PlanSubmission> & { readonly statement: string }>(
  ({ rootCause }) => [rootCause],
  ({ content, reasons, statement, onChange }) => {
    const { plan } = useWords();
    const rootCause: RootCause = content.rootCause ?? { method: '5-whys', causes: [] };
    const { causes, contributing = [], method } = rootCause;
    const whys = whysOf(rootCause.whys);
    const change = (part: Partial<RootCause>): void => onChange({ rootCause: { ...rootCause, ...part } });
    const options = rootCauseMethods.map((each) => ({ value: each, label: plan.methods[each] }));

    /** What refers to a cause that is taken out refers to it no more. */
    const withOnly = (kept: RootCause['causes']): void => {
      const labels = [...kept, ...contributing].map(({ label }) => label);
      onChange(({ actions }) => ({
        rootCause: { ...rootCause, causes: kept, ...(rootCause.whys && { whys: withCauses(whys, labels) }) },
        ...(actions && {
          actions: actions.map((action) => ({
            ...action,
            ...(action.removes && { removes: action.removes.filter((label) => labels.includes(label)) }),
          })),
        }),
      }));
    };
    const nameCause = (place: number): void => {
      const label = nextLabel('C', [...causes, ...contributing]);
      const description = whys[place]?.answer ?? '';
      change({ causes: [...causes, { label, description }], whys: answered(whys, place, { cause: label }) });
    };
    return (
      <Container
        header={
          <Header variant="h3" description={plan.rootCauseHint}>
            {plan.rootCause}
          </Header>
        }
      >
        <SpaceBetween size="l">
          <FormField label={plan.method} errorText={reasonsAt(reasons, 'rootCause')}>
            <Select
              options={options}
              selectedOption={options.find(({ value }) => value === method) ?? null}
              onChange={({ detail }) => change({ method: detail.selectedOption.value as RootCause['method'] })}
            />
          </FormField>
          {method === '5-whys' && (
            <Whys
              whys={whys}
              reasons={reasons}
              statement={statement}
              onChange={(changed) => change({ whys: changed })}
              onCause={nameCause}
            />
          )}
          <Causes causes={causes} reasons={reasons} onChange={withOnly} />
        </SpaceBetween>
      </Container>
    );
  },
);
