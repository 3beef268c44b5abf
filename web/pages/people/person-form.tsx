import Alert from '@cloudscape-design/components/alert';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type FormEvent, useState } from 'react';
import { assignableRoles, type Person } from '#domain/people/person.ts';
import { ApiProblem } from '../../client/client.ts';
import { useAnswer, useCommand } from '../../client/use-client.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { LineField } from '../../parts/fields.tsx';
import { Refused, reasonsAt, useReasons } from '../../parts/reasons.tsx';
import { useWords } from '../../words/words.tsx';
import { saidTogether } from './together.ts';
import { useRoleWords } from './use-role-words.ts';

type Role = Person['roles'][number];

const isSame = (a: Person, b: Person): boolean =>
  a.name === b.name && a.roles.length === b.roles.length && a.roles.every((role) => b.roles.includes(role));

const Together = ({ roles }: { readonly roles: readonly Role[] }) => {
  const { people: said } = useWords();
  const things = saidTogether(roles);
  if (things.length === 0) return null;
  return (
    <Alert type="info" header={said.togetherTitle}>
      {things.map((thing) => (
        <div key={thing}>{said.together[thing]}</div>
      ))}
    </Alert>
  );
};

/** What is to be known before saving: that it changed meanwhile, that somebody is listed, that a role is one's own. */
const Warnings = ({
  before,
  now,
  roles,
}: {
  readonly before: Person | undefined;
  readonly now: Person | undefined;
  readonly roles: readonly Role[];
}) => {
  const { people: said } = useWords();
  const inWords = useRoleWords();
  const me = useAnswer('me', {}).data;
  const losesOwn = before?.email === me?.email && before?.roles.includes('administrator') === true;
  return (
    <>
      {before && now && !isSame(before, now) && (
        <Alert type="warning">{said.changedMeanwhile(now.name, inWords(now.roles))}</Alert>
      )}
      {!before && now && <Alert type="warning">{said.isListed}</Alert>}
      {losesOwn && !roles.includes('administrator') && <Alert type="warning">{said.ownRole}</Alert>}
    </>
  );
};

/** Adds a person, or changes name and roles of one. @param before as the person was when this was opened */
export const PersonForm = ({
  before,
  people,
  onClose,
  onSaved,
}: {
  readonly before: Person | undefined;
  readonly people: readonly Person[];
  readonly onClose: () => void;
  readonly onSaved: (name: string) => void;
}) => {
  const { people: said, roles: roleWords } = useWords();
  const [email, setEmail] = useState(before?.email ?? '');
  const [name, setName] = useState(before?.name ?? '');
  const [roles, setRoles] = useState<readonly Role[]>(before?.roles ?? []);
  const put = useCommand('putPerson');
  const reasons = useReasons(put.error instanceof ApiProblem ? put.error.reasons : []);
  const now = people.find((each) => each.email === email.trim().toLowerCase());
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const body = { name, roles: assignableRoles.filter((role) => roles.includes(role)) };
    put.mutate({ path: { person: email.trim() }, body }, { onSuccess: (person) => onSaved(person.name) });
  };
  return (
    <Dialog
      header={before ? said.changeOf(before.name) : said.addTitle}
      action={said.save}
      isBusy={put.isPending}
      form="person"
      onClose={onClose}
    >
      <form id="person" onSubmit={save}>
        <SpaceBetween size="m">
          {!before && (
            <LineField
              label={said.email}
              hint={said.emailHint}
              value={email}
              error={reasonsAt(reasons, 'person')}
              onChange={(text) => {
                put.reset();
                setEmail(text ?? '');
              }}
            />
          )}
          <LineField
            label={said.name}
            value={name}
            error={reasonsAt(reasons, 'name')}
            onChange={(text) => {
              put.reset();
              setName(text ?? '');
            }}
          />
          <FormField label={said.roles} errorText={reasonsAt(reasons, 'roles')}>
            <SpaceBetween size="xs">
              {assignableRoles.map((role) => (
                <Checkbox
                  key={role}
                  checked={roles.includes(role)}
                  description={said.meanings[role]}
                  onChange={({ detail }) =>
                    setRoles(detail.checked ? [...roles, role] : roles.filter((each) => each !== role))
                  }
                >
                  {roleWords[role]}
                </Checkbox>
              ))}
            </SpaceBetween>
          </FormField>
          <Together roles={roles} />
          <Warnings before={before} now={now} roles={roles} />
          <Refused error={put.error} />
        </SpaceBetween>
      </form>
    </Dialog>
  );
};
