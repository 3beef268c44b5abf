import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { CorrectionSubmission } from '#domain/submission/submission.ts';
import { DateField, TextField } from '../../../parts/fields.tsx';
import { reasonsAt } from '../../../parts/reasons.tsx';
import { useWords } from '../../../words/words.tsx';
import { EvidenceField } from '../evidence/evidence-field.tsx';
import type { StageForm } from './stage-form.ts';

/** The evidence of correction: the statement in its three parts, and what proves it. */
export const CorrectionForm = ({
  content,
  reasons,
  finding,
  onChange,
}: StageForm<CorrectionSubmission> & { readonly finding: string }) => {
  const { correction } = useWords();
  const { extent } = content;
  const at = (field: string): string => reasonsAt(reasons, field);
  return (
    <Container header={<Header variant="h3">{correction.title}</Header>}>
      <SpaceBetween size="m">
        <TextField
          label={correction.requirement}
          rows={2}
          value={content.requirement}
          error={at('requirement')}
          onChange={(requirement) => onChange({ requirement })}
        />
        <TextField
          label={correction.proof}
          hint={correction.proofHint}
          value={content.proof}
          error={at('proof')}
          onChange={(proof) => onChange({ proof })}
        />
        <TextField
          label={correction.statement}
          hint={correction.statementHint}
          value={content.statement}
          error={at('statement')}
          onChange={(statement) => onChange({ statement })}
        />
        <DateField
          label={correction.correctedOn}
          value={content.correctedOn}
          error={at('correctedOn')}
          onChange={(correctedOn) => onChange({ correctedOn })}
        />
        <FormField label={correction.extent} errorText={at('extent')}>
          <RadioGroup
            value={extent === undefined ? null : extent.allInstances ? 'all' : 'some'}
            items={[
              { value: 'all', label: correction.allInstances },
              { value: 'some', label: correction.someInstances },
            ]}
            onChange={({ detail }) => onChange({ extent: { ...extent, allInstances: detail.value === 'all' } })}
          />
        </FormField>
        {extent?.allInstances === false && (
          <TextField
            label={correction.which}
            rows={2}
            value={extent.which}
            error={at('extent.which')}
            onChange={(which) => onChange({ extent: { allInstances: false, which } })}
          />
        )}
        <EvidenceField
          finding={finding}
          field="evidence"
          chosen={content.evidence ?? []}
          reasons={reasons}
          onChange={(evidence) => onChange({ evidence })}
        />
      </SpaceBetween>
    </Container>
  );
};
