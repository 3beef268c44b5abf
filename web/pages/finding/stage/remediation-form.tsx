import Box from '@cloudscape-design/components/box';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { PlanSubmission, RemediationSubmission } from '#domain/submission/submission.ts';
import { DateField, PersonField, TextField } from '../../../parts/fields.tsx';
import { reasonsAt } from '../../../parts/reasons.tsx';
import { useWords } from '../../../words/words.tsx';
import { EvidenceField } from '../evidence/evidence-field.tsx';
import { partOf } from './part-of.ts';
import type { StageForm } from './stage-form.ts';

type Form = StageForm<RemediationSubmission> & { readonly finding: string; readonly plan: PlanSubmission };
type Done = NonNullable<RemediationSubmission['actions']>[number];
type Gone = NonNullable<RemediationSubmission['causes']>[number];

/** An entry of a list by its short name, and its place; one that is not there yet comes last. */
const entryOf = <T extends { readonly label: string }>(list: readonly T[], label: string): [T | undefined, number] => {
  const place = list.findIndex((each) => each.label === label);
  return [list[place], place < 0 ? list.length : place];
};

const withEntry = <T extends { readonly label: string }>(list: readonly T[], entry: T): T[] =>
  list.some(({ label }) => label === entry.label)
    ? list.map((each) => (each.label === entry.label ? entry : each))
    : [...list, entry];

/** Every action of the accepted plan: when it was done, by whom, and what shows it. */
const ActionsDone = partOf<Form>(
  ({ actions }) => [actions],
  ({ content, plan, reasons, known, finding, onChange }) => {
    const { remediation } = useWords();
    const actions = content.actions ?? [];
    return (plan.actions ?? []).map(({ label, what }) => {
      const [done, place] = entryOf(actions, label);
      const change = (part: Partial<Done>): void =>
        onChange(({ actions: now = [] }) => ({
          actions: withEntry(now, { label, ...entryOf(now, label)[0], ...part }),
        }));
      const at = (field: string): string => reasonsAt(reasons, `actions[${place}].${field}`);
      return (
        <Container
          key={label}
          header={
            <Header variant="h3" description={what}>
              {remediation.action(label)}
            </Header>
          }
        >
          <SpaceBetween size="m">
            <ColumnLayout columns={2}>
              <DateField
                label={remediation.doneOn}
                value={done?.doneOn}
                error={at('doneOn')}
                onChange={(doneOn) => change({ doneOn })}
              />
              <PersonField
                label={remediation.doneBy}
                known={known}
                value={done?.doneBy}
                error={at('doneBy')}
                onChange={(doneBy) => change({ doneBy })}
              />
            </ColumnLayout>
            <EvidenceField
              finding={finding}
              field={`actions[${place}].evidence`}
              chosen={done?.evidence ?? []}
              reasons={reasons}
              onChange={(evidence) => change({ evidence })}
            />
          </SpaceBetween>
        </Container>
      );
    });
  },
);

/** Every cause of the accepted plan: how it is known to be gone. */
const CausesGone = partOf<Form>(
  ({ causes }) => [causes],
  ({ content, plan, reasons, finding, onChange }) => {
    const { remediation } = useWords();
    const causes = content.causes ?? [];
    return (plan.rootCause?.causes ?? []).map(({ label, description }) => {
      const [gone, place] = entryOf(causes, label);
      const change = (part: Partial<Gone>): void =>
        onChange(({ causes: now = [] }) => ({
          causes: withEntry(now, { label, removed: '', ...entryOf(now, label)[0], ...part }),
        }));
      return (
        <Container
          key={label}
          header={
            <Header variant="h3" description={description}>
              {remediation.cause(label)}
            </Header>
          }
        >
          <SpaceBetween size="m">
            <TextField
              label={remediation.removed}
              value={gone?.removed}
              error={reasonsAt(reasons, `causes[${place}].removed`)}
              onChange={(removed = '') => change({ removed })}
            />
            <EvidenceField
              finding={finding}
              field={`causes[${place}].evidence`}
              chosen={gone?.evidence ?? []}
              reasons={reasons}
              onChange={(evidence) => change({ evidence })}
            />
          </SpaceBetween>
        </Container>
      );
    });
  },
);

/** The effectiveness review, and what changed in the ISMS. */
const EffectivenessPart = partOf<Form>(
  ({ effectiveness, ismsChanges }) => [effectiveness, ismsChanges],
  ({ content, reasons, known, onChange }) => {
    const { remediation } = useWords();
    const { effectiveness = {} } = content;
    const change = (part: Partial<typeof effectiveness>): void =>
      onChange({ effectiveness: { ...effectiveness, ...part } });
    const at = (field: string): string => reasonsAt(reasons, field);
    return (
      <Container
        header={
          <Header variant="h3" description={remediation.effectivenessHint}>
            {remediation.effectiveness}
          </Header>
        }
      >
        <SpaceBetween size="m">
          {at('effectiveness') !== '' && <Box color="text-status-error">{at('effectiveness')}</Box>}
          <TextField
            label={remediation.criterion}
            rows={2}
            value={effectiveness.criterion}
            error={at('effectiveness.criterion')}
            onChange={(criterion) => change({ criterion })}
          />
          <TextField
            label={remediation.method}
            rows={2}
            value={effectiveness.method}
            error={at('effectiveness.method')}
            onChange={(method) => change({ method })}
          />
          <TextField
            label={remediation.sample}
            rows={2}
            value={effectiveness.sample}
            error={at('effectiveness.sample')}
            onChange={(sample) => change({ sample })}
          />
          <TextField
            label={remediation.result}
            rows={2}
            value={effectiveness.result}
            error={at('effectiveness.result')}
            onChange={(result) => change({ result })}
          />
          <PersonField
            label={remediation.by}
            known={known}
            value={effectiveness.by}
            error={at('effectiveness.by')}
            onChange={(by) => change({ by })}
          />
          <TextField
            label={remediation.ismsChanges}
            value={content.ismsChanges}
            error={at('ismsChanges')}
            onChange={(ismsChanges) => onChange({ ismsChanges })}
          />
        </SpaceBetween>
      </Container>
    );
  },
);

/** The evidence of remediation: each cause and action of the accepted plan, and the effectiveness review. */
export const RemediationForm = (form: Form) => {
  const at = (field: string): string => reasonsAt(form.reasons, field);
  return (
    <SpaceBetween size="l">
      {(at('actions') !== '' || at('causes') !== '') && (
        <Box color="text-status-error">{`${at('actions')} ${at('causes')}`}</Box>
      )}
      <ActionsDone {...form} />
      <CausesGone {...form} />
      <EffectivenessPart {...form} />
    </SpaceBetween>
  );
};
