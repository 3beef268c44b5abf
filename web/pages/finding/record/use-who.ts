import type { FindingEvent } from '#domain/finding/events.ts';
import { useWords } from '../../../words/words.tsx';

/** Who did it, as what, and whether by a link; Redress itself by its name. */
export const useWho = (): ((actor: FindingEvent['actor']) => string) => {
  const { application, roles, timeline } = useWords();
  return ({ person, role, link }) =>
    role === 'system'
      ? application.name
      : [person, roles[role], ...(link === undefined ? [] : [timeline.byLink])].join(', ');
};
