import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useSearchParams } from 'react-router';
import type { Answer } from '../../../client/types.ts';
import { useWords } from '../../../words/words.tsx';
import { CommandForm } from '../act/command-form.tsx';
import { type FormCommand, hasForm } from '../act/command-forms.ts';
import { useCommandWord } from '../act/command-word.ts';
import { DraftsLeft } from '../act/drafts-left.tsx';
import { useProposals } from '../act/proposals.tsx';

/** Which form is open stands in the address: it is open again after a reload, or after signing in anew. */
const useOpened = () => {
  const [parameters, set] = useSearchParams();
  const command = parameters.get('do');
  return {
    command: command !== null && hasForm(command) ? command : undefined,
    open: (next: FormCommand): void => set({ do: next }),
    close: (): void => set({}, { replace: true }),
  };
};

/** What the API offers this person to do now, each a button that opens its form. */
export const NextActions = ({ view, me }: { readonly view: Answer<'getFinding'>; readonly me: string }) => {
  const { finding: said } = useWords();
  const word = useCommandWord();
  const { actions, finding, transcribes } = view;
  const { command, open, close } = useOpened();
  const mayRefuse = actions.includes('refuseRegrade');
  const isProposed = (useProposals(finding.facts, mayRefuse)?.length ?? 0) > 0;
  // A proposal that there is not cannot be refused.
  const offered = actions.filter(hasForm).filter((each) => each !== 'refuseRegrade' || isProposed);
  return (
    <Container data-panel="actions" header={<Header variant="h2">{said.nextActions}</Header>}>
      <SpaceBetween size="m">
        {actions.length === 0 ? (
          <Box color="text-body-secondary">{said.noActions}</Box>
        ) : (
          <SpaceBetween size="xs" direction="horizontal">
            {offered.map((each) => (
              <Button key={each} onClick={() => open(each)}>
                {word(each, transcribes)}
              </Button>
            ))}
          </SpaceBetween>
        )}
        <DraftsLeft view={view} me={me} opened={command} onOpen={open} />
      </SpaceBetween>
      {command && <CommandForm key={command} command={command} view={view} me={me} onClose={close} />}
    </Container>
  );
};
