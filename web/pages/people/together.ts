import type { Person } from '#domain/people/person.ts';
import type { Words } from '../../words/en.ts';

type AssignableRole = Person['roles'][number];
type Together = keyof Words['people']['together'];

/**
 * What holding both roles comes to under the separation of duties (`domain/finding/duties.ts`): for reading, since the
 * rule itself stands there alone.
 */
const pairs: readonly (readonly [AssignableRole, AssignableRole, Together])[] = [
  ['isms-manager', 'internal-auditor', 'ownWork'],
  ['isms-manager', 'lead-auditor', 'bothSides'],
  ['internal-auditor', 'lead-auditor', 'reviewsOwn'],
  ['lead-auditor', 'decision-maker', 'secondPerson'],
  ['isms-manager', 'decision-maker', 'tookPart'],
  ['internal-auditor', 'decision-maker', 'tookPart'],
];

/** What is to be said of these roles together, each thing once. */
export const saidTogether = (roles: readonly AssignableRole[]): readonly Together[] => {
  const said = pairs.flatMap(([one, other, words]) => (roles.includes(one) && roles.includes(other) ? [words] : []));
  const isAdministratorToo = roles.includes('administrator') && roles.length > 1;
  return [...new Set([...said, ...(isAdministratorToo ? (['files'] as const) : [])])];
};
