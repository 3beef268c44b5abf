import type { Role } from '#domain/people/person.ts';
import { useWords } from '../../words/words.tsx';

/** Roles as one text; of none it says so. */
export const useRoleWords = (): ((roles: readonly Role[]) => string) => {
  const { people: said, roles: words } = useWords();
  return (roles) => (roles.length === 0 ? said.noRole : roles.map((role) => words[role]).join(', '));
};
