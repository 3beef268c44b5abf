import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Multiselect from '@cloudscape-design/components/multiselect';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { PlannedAction, PlanSubmission } from '#domain/submission/submission.ts';
import { DateField, PersonField, TextField } from '../../../parts/fields.tsx';
import { reasonsAt } from '../../../parts/reasons.tsx';
import { useWords } from '../../../words/words.tsx';
import { ActionTimeline } from './action-timeline.tsx';
import { partOf } from './part-of.ts';
import { nextLabel, replaced, type StageForm, without } from './stage-form.ts';

/** Some of a few short names. */
const Labels = ({
  label,
  error,
  hint,
  names,
  chosen,
  onChange,
}: {
  readonly label: string;
  readonly error: string;
  readonly hint?: string;
  /** Short names, each with what it stands for. */
  readonly names: readonly { readonly label: string; readonly says: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}) => {
  const options = names.map(({ label: name, says }) => ({ value: name, label: name, description: says }));
  return (
    <FormField label={label} description={hint} errorText={error}>
      <Multiselect
        options={options}
        selectedOptions={options.filter(({ value }) => chosen.includes(value))}
        onChange={({ detail }) => onChange(detail.selectedOptions.flatMap(({ value }) => value ?? []))}
      />
    </FormField>
  );
};

/** The actions without one of them: nothing waits for it any more. */
const withoutAction = (actions: readonly PlannedAction[], place: number): PlannedAction[] => {
  const gone = actions[place]?.label;
  return without(actions, place).map((action) =>
    action.dependsOn ? { ...action, dependsOn: action.dependsOn.filter((label) => label !== gone) } : action,
  );
};

/** The corrective actions, with what each waits for, and how they lie before the deadline. */
export const ActionsPart = partOf<StageForm<PlanSubmission> & { readonly deadline: string }>(
  ({ actions, rootCause }) => [actions, rootCause?.causes, rootCause?.contributing],
  ({ content, reasons, known, deadline, onChange }) => {
    const { plan } = useWords();
    const actions = content.actions ?? [];
    const { causes = [], contributing = [] } = content.rootCause ?? {};
    const causeNames = [...causes, ...contributing].map((cause) => ({ label: cause.label, says: cause.description }));
    const change = (place: number, part: Partial<PlannedAction>): void =>
      onChange({ actions: replaced(actions, place, part) });
    return (
      <Container
        header={
          <Header variant="h3" description={plan.actionsHint}>
            {plan.actions}
          </Header>
        }
      >
        <SpaceBetween size="l">
          {reasonsAt(reasons, 'actions') !== '' && <FormField errorText={reasonsAt(reasons, 'actions')} />}
          {actions.map((action, place) => {
            const at = (field: keyof PlannedAction): string => reasonsAt(reasons, `actions[${place}].${field}`);
            const others = actions
              .filter(({ label }) => label !== action.label)
              .map(({ label, what }) => ({ label, says: what }));
            return (
              <div key={action.label} className="planned">
                <SpaceBetween size="s">
                  <Header
                    variant="h3"
                    actions={
                      <Button iconName="remove" onClick={() => onChange({ actions: withoutAction(actions, place) })}>
                        {plan.removeAction(action.label)}
                      </Button>
                    }
                  >
                    {plan.action(action.label)}
                  </Header>
                  <TextField
                    label={plan.what}
                    rows={2}
                    value={action.what}
                    error={at('what')}
                    onChange={(what = '') => change(place, { what })}
                  />
                  <ColumnLayout columns={2}>
                    <PersonField
                      label={plan.responsible}
                      known={known}
                      value={action.responsible}
                      error={at('responsible')}
                      onChange={(responsible) => change(place, { responsible })}
                    />
                    <DateField
                      label={plan.dueDate}
                      value={action.dueDate}
                      error={at('dueDate')}
                      onChange={(dueDate) => change(place, { dueDate })}
                    />
                    <Labels
                      label={plan.removes}
                      names={causeNames}
                      chosen={action.removes ?? []}
                      error={at('removes')}
                      onChange={(removes) => change(place, { removes })}
                    />
                    <Labels
                      label={plan.dependsOn}
                      hint={plan.dependsOnHint}
                      names={others}
                      chosen={action.dependsOn ?? []}
                      error={at('dependsOn')}
                      onChange={(dependsOn) => change(place, { dependsOn })}
                    />
                  </ColumnLayout>
                  <TextField
                    label={plan.successMeasure}
                    rows={2}
                    value={action.successMeasure}
                    error={at('successMeasure')}
                    onChange={(successMeasure) => change(place, { successMeasure })}
                  />
                </SpaceBetween>
              </div>
            );
          })}
          <Button
            iconName="add-plus"
            onClick={() => onChange({ actions: [...actions, { label: nextLabel('A', actions), what: '' }] })}
          >
            {plan.addAction}
          </Button>
          <ActionTimeline actions={actions} deadline={deadline} />
        </SpaceBetween>
      </Container>
    );
  },
);
