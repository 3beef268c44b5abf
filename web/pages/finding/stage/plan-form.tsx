import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { PlanSubmission } from '#domain/submission/submission.ts';
import { DateField, PersonField, TextField } from '../../../parts/fields.tsx';
import { reasonsAt } from '../../../parts/reasons.tsx';
import { useWords } from '../../../words/words.tsx';
import { ActionsPart } from './actions.tsx';
import { partOf } from './part-of.ts';
import { RootCausePart } from './root-cause.tsx';
import type { StageForm } from './stage-form.ts';

const CorrectionPart = partOf<StageForm<PlanSubmission>>(
  ({ correction, consequences }) => [correction, consequences],
  ({ content, reasons, known, onChange }) => {
    const { plan } = useWords();
    const correction = content.correction ?? { what: '', who: '', by: '' };
    const change = (part: Partial<typeof correction>): void => onChange({ correction: { ...correction, ...part } });
    const at = (field: string): string => reasonsAt(reasons, field);
    return (
      <Container
        header={
          <Header variant="h3" description={plan.correctionHint}>
            {plan.correction}
          </Header>
        }
      >
        <SpaceBetween size="m">
          <TextField
            label={plan.what}
            value={correction.what}
            error={at('correction') || at('correction.what')}
            onChange={(what = '') => change({ what })}
          />
          <PersonField
            label={plan.who}
            value={correction.who}
            known={known}
            error={at('correction.who')}
            onChange={(who = '') => change({ who })}
          />
          <DateField
            label={plan.by}
            value={correction.by}
            error={at('correction.by')}
            onChange={(by = '') => change({ by })}
          />
          <TextField
            label={plan.consequences}
            hint={plan.consequencesHint}
            value={content.consequences}
            error={at('consequences')}
            onChange={(consequences) => onChange({ consequences })}
          />
        </SpaceBetween>
      </Container>
    );
  },
);

const SimilarPart = partOf<StageForm<PlanSubmission>>(
  ({ similar }) => [similar],
  ({ content, reasons, onChange }) => {
    const { plan } = useWords();
    const similar = content.similar;
    const change = (part: Partial<NonNullable<typeof similar>>): void =>
      // Whether any were found is nobody's to answer but who is asked: it stays open until then.
      onChange({ similar: { where: '', ...similar, ...part } as typeof similar });
    return (
      <Container
        header={
          <Header variant="h3" description={plan.similarHint}>
            {plan.similar}
          </Header>
        }
      >
        <SpaceBetween size="m">
          <FormField
            label={plan.similarFound}
            errorText={reasonsAt(reasons, 'similar') || reasonsAt(reasons, 'similar.found')}
          >
            <RadioGroup
              value={similar?.found === undefined ? null : similar.found ? 'yes' : 'no'}
              items={[
                { value: 'yes', label: plan.yes },
                { value: 'no', label: plan.no },
              ]}
              onChange={({ detail }) => change({ found: detail.value === 'yes' })}
            />
          </FormField>
          <TextField
            label={plan.similarWhere}
            rows={2}
            value={similar?.where}
            error={reasonsAt(reasons, 'similar.where')}
            onChange={(where = '') => change({ where })}
          />
          {similar?.found === true && (
            <TextField
              label={plan.similarWhat}
              rows={2}
              value={similar.what}
              error={reasonsAt(reasons, 'similar.what')}
              onChange={(what) => change({ what })}
            />
          )}
        </SpaceBetween>
      </Container>
    );
  },
);

const ChangePart = partOf<StageForm<PlanSubmission>>(
  ({ riskAndImpact, ismsChanges, approvedBy }) => [riskAndImpact, ismsChanges, approvedBy],
  ({ content, reasons, known, onChange }) => {
    const { plan } = useWords();
    return (
      <Container header={<Header variant="h3">{plan.change}</Header>}>
        <SpaceBetween size="m">
          <TextField
            label={plan.riskAndImpact}
            value={content.riskAndImpact}
            error={reasonsAt(reasons, 'riskAndImpact')}
            onChange={(riskAndImpact) => onChange({ riskAndImpact })}
          />
          <TextField
            label={plan.ismsChanges}
            value={content.ismsChanges}
            error={reasonsAt(reasons, 'ismsChanges')}
            onChange={(ismsChanges) => onChange({ ismsChanges })}
          />
          <PersonField
            label={plan.approvedBy}
            known={known}
            value={content.approvedBy}
            error={reasonsAt(reasons, 'approvedBy')}
            onChange={(approvedBy) => onChange({ approvedBy })}
          />
        </SpaceBetween>
      </Container>
    );
  },
);

/** The corrective action plan. */
export const PlanForm = (
  form: StageForm<PlanSubmission> & { readonly statement: string; readonly deadline: string },
) => {
  const { plan } = useWords();
  return (
    <SpaceBetween size="l">
      <Box color="text-body-secondary">{plan.lead}</Box>
      <CorrectionPart {...form} />
      <RootCausePart {...form} />
      <SimilarPart {...form} />
      <ActionsPart {...form} />
      <ChangePart {...form} />
    </SpaceBetween>
  );
};
