import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Spinner from '@cloudscape-design/components/spinner';
import type { ReactNode } from 'react';
import { ApiProblem, Unreachable } from '../client/client.ts';
import { useSentence, useWords } from '../words/words.tsx';

interface Asking<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
}

export const NothingHere = () => {
  const { application } = useWords();
  return <Alert type="info">{application.notFound}</Alert>;
};

/** What was asked for once it is there; until then that it comes, and why it does not. */
export const Asked = <T,>({
  answer: { data, error },
  children,
}: {
  readonly answer: Asking<T>;
  readonly children: (data: T) => ReactNode;
}) => {
  const { application } = useWords();
  const sentence = useSentence();
  const isNotThere = error instanceof ApiProblem && error.status === 404;
  if (isNotThere) return <NothingHere />;
  return (
    <>
      {error && (
        <Alert type="warning">
          {error instanceof Unreachable ? application.unreachable : `${application.failed} ${sentence(error.message)}`}
        </Alert>
      )}
      {data === undefined
        ? !error && (
            <Box textAlign="center" padding="xxl">
              <Spinner size="large" /> <Box variant="span">{application.loading}</Box>
            </Box>
          )
        : children(data)}
    </>
  );
};
