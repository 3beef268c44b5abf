import Alert from '@cloudscape-design/components/alert';
import { ApiProblem, type Reason, Unreachable } from '../client/client.ts';
import { useSentence, useWords } from '../words/words.tsx';

/** Reasons in the person's language: the API, and the domain's own checks, give them in English. */
export const useReasons = (reasons: readonly Reason[]): readonly Reason[] => {
  const sentence = useSentence();
  return reasons.map((reason) => ({ ...reason, message: sentence(reason.message) }));
};

/** The reasons that concern a field, as the text below it; those of its parts stand at the parts. */
export const reasonsAt = (reasons: readonly Reason[], field: string): string =>
  reasons
    .filter((reason) => reason.field === field)
    .map(({ message }) => message)
    .join(' ');

/** Why a command was not taken, whole. Nothing that was typed is lost by it. */
export const Refused = ({ error }: { readonly error: Error | null }) => {
  const { application } = useWords();
  const sentence = useSentence();
  if (!error) return null;
  if (error instanceof Unreachable) return <Alert type="warning">{application.notSent}</Alert>;
  if (!(error instanceof ApiProblem)) return <Alert type="error">{application.failed}</Alert>;
  if (error.code === 'version-stale') return <Alert type="warning">{application.somebodyWasFaster}</Alert>;
  return (
    <Alert type="error">
      {error.reasons.length === 1 ? (
        sentence(error.message)
      ) : (
        <ul>
          {error.reasons.map(({ code, field, message }) => (
            <li key={`${code} ${field}`}>{sentence(message)}</li>
          ))}
        </ul>
      )}
    </Alert>
  );
};
