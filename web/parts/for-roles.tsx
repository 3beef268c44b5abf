import Alert from '@cloudscape-design/components/alert';
import type { ReactNode } from 'react';
import type { Role } from '#domain/people/person.ts';
import { useWords } from '../words/words.tsx';
import { useMay } from './use-roles.ts';

/** What is for people who hold one of these roles; to others it says so. */
export const ForRoles = ({
  allowed,
  children,
}: {
  readonly allowed: readonly Role[];
  readonly children: ReactNode;
}) => {
  const { application, roles } = useWords();
  const may = useMay(allowed);
  if (may === undefined) return null;
  if (may) return children;
  return <Alert type="info">{application.onlyFor(allowed.map((role) => roles[role]).join(', '))}</Alert>;
};
