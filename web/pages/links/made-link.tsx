import type { Answer } from '../../client/types.ts';
import { ShownOnce } from '../../parts/shown-once.tsx';
import { useWords } from '../../words/words.tsx';

/** The address of a link that was just made. */
export const MadeLink = ({
  made: { link, url },
  onDismiss,
}: {
  readonly made: Answer<'makeLink'>;
  readonly onDismiss: () => void;
}) => {
  const { links: said } = useWords();
  return (
    <ShownOnce header={said.made(link.email)} lead={said.shownOnce} text={url} said={said} onDismiss={onDismiss} />
  );
};
