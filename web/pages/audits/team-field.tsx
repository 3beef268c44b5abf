import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Reason } from '../../client/client.ts';
import { PersonField } from '../../parts/fields.tsx';
import { reasonsAt } from '../../parts/reasons.tsx';
import { useWords } from '../../words/words.tsx';
import { replaced, without } from '../finding/stage/stage-form.ts';
import type { AuditFields } from './audit-fields.ts';
import type { LikelyPeople } from './likely-people.ts';

const teamRoles = ['lead-auditor', 'auditor'] as const;

/** Who carries the audit out. */
export const TeamField = ({
  team,
  reasons,
  known,
  onChange,
}: {
  readonly team: AuditFields['team'];
  readonly reasons: readonly Reason[];
  readonly known: LikelyPeople;
  readonly onChange: (team: AuditFields['team']) => void;
}) => {
  const { audits: said, roles } = useWords();
  const options = teamRoles.map((role) => ({ value: role, label: roles[role] }));
  const wrong = reasonsAt(reasons, 'team');
  return (
    <Container
      header={
        <Header variant="h2" description={said.teamHint}>
          {said.team}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {[...team.entries()].map(([place, { person, role }]) => (
          <SpaceBetween key={place} size="xxs">
            <ColumnLayout columns={2}>
              <PersonField
                label={said.member(place + 1)}
                value={person}
                error={reasonsAt(reasons, `team[${place}].person`)}
                known={known}
                onChange={(address = '') => onChange(replaced(team, place, { person: address }))}
              />
              <FormField label={said.memberRole(place + 1)} errorText={reasonsAt(reasons, `team[${place}].role`)}>
                <Select
                  options={options}
                  selectedOption={options.find(({ value }) => value === role) ?? null}
                  onChange={({ detail }) =>
                    onChange(
                      replaced(team, place, {
                        role: teamRoles.find((each) => each === detail.selectedOption.value) ?? role,
                      }),
                    )
                  }
                />
              </FormField>
            </ColumnLayout>
            {team.length > 1 && (
              <Button iconName="remove" variant="inline-link" onClick={() => onChange(without(team, place))}>
                {said.removeMember(place + 1)}
              </Button>
            )}
          </SpaceBetween>
        ))}
        {wrong !== '' && <Box color="text-status-error">{wrong}</Box>}
        <Button iconName="add-plus" onClick={() => onChange([...team, { person: '', role: 'auditor' }])}>
          {said.addMember}
        </Button>
      </SpaceBetween>
    </Container>
  );
};
