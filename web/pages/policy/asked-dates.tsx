import Checkbox from '@cloudscape-design/components/checkbox';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Reason } from '../../client/client.ts';
import type { Given } from '../../client/types.ts';
import { DateField } from '../../parts/fields.tsx';
import { reasonsAt } from '../../parts/reasons.tsx';
import { useWords } from '../../words/words.tsx';

export type AskedDates = NonNullable<Given<'explainPolicy'>['query']>;

/** The dates that may be given besides, each by the name that it has on an audit. */
const others = {
  lastDay: 'lastDay',
  closing: 'closingMeeting',
  issued: 'reportIssued',
  nextAudit: 'nextAudit',
  certificateExpires: 'certificateExpires',
} as const;
const otherNames = Object.keys(others) as (keyof typeof others)[];

/** Which nonconformity is asked about: grade and receipt, and more about its audit for whoever wants to. */
export const AskedDatesForm = ({
  asked,
  reasons,
  onChange,
}: {
  readonly asked: AskedDates;
  readonly reasons: readonly Reason[];
  readonly onChange: (asked: AskedDates) => void;
}) => {
  const { policy: said, grades, audits } = useWords();
  return (
    <SpaceBetween size="m">
      <ColumnLayout columns={2}>
        <FormField label={said.grade} errorText={reasonsAt(reasons, 'grade')}>
          <RadioGroup
            direction="horizontal"
            value={asked.grade}
            items={(['major', 'minor'] as const).map((value) => ({ value, label: grades[value] }))}
            onChange={({ detail }) => onChange({ ...asked, grade: detail.value === 'minor' ? 'minor' : 'major' })}
          />
        </FormField>
        <DateField
          label={said.received}
          value={asked.received}
          error={reasonsAt(reasons, 'received')}
          onChange={(received) => onChange({ ...asked, received: received ?? '' })}
        />
      </ColumnLayout>
      <ExpandableSection headerText={said.more} headerDescription={said.moreLead}>
        <SpaceBetween size="m">
          <ColumnLayout columns={2}>
            {otherNames.map((name) => (
              <DateField
                key={name}
                label={audits.dates[others[name]]}
                value={asked[name]}
                error={reasonsAt(reasons, name)}
                onChange={(date) => onChange({ ...asked, [name]: date })}
              />
            ))}
          </ColumnLayout>
          <Checkbox
            checked={asked.stage2 === 'true'}
            onChange={({ detail }) => onChange({ ...asked, stage2: String(detail.checked) })}
          >
            {said.stage2}
          </Checkbox>
        </SpaceBetween>
      </ExpandableSection>
    </SpaceBetween>
  );
};
