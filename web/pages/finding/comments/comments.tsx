import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { ApiProblem } from '../../../client/client.ts';
import { useAnswer, useCommand } from '../../../client/use-client.tsx';
import { useDraft } from '../../../drafts/use-draft.ts';
import { TextField } from '../../../parts/fields.tsx';
import { Refused, reasonsAt, useReasons } from '../../../parts/reasons.tsx';
import { useSpeech } from '../../../words/words.tsx';

/** `key`: of this very text. Sent again because no answer came, it is one comment. */
interface Draft {
  readonly text?: string | undefined;
  readonly key?: string;
}

const empty: Draft = {};

const NewComment = ({ finding, me }: { readonly finding: string; readonly me: string }) => {
  const { comments, stage } = useSpeech().words;
  // Somebody else may sign in in the same browser.
  const { value, isBegun, change, clear } = useDraft<Draft>(`${me}:comment:${finding}`, empty);
  const add = useCommand('addComment', clear);
  const reasons = useReasons(add.error instanceof ApiProblem ? add.error.reasons : []);
  const { text = '', key } = value;
  const atField = reasonsAt(reasons, 'text');
  return (
    <SpaceBetween size="s">
      <TextField
        label={comments.field}
        hint={isBegun ? stage.draftKept : undefined}
        value={text}
        error={atField}
        onChange={(typed) => change({ text: typed, key: crypto.randomUUID() })}
      />
      {atField === '' && <Refused error={add.error} />}
      <Button
        loading={add.isPending}
        disabled={text.trim() === ''}
        onClick={() => add.mutate({ path: { finding }, body: { text }, ...(key && { key }) })}
      >
        {comments.add}
      </Button>
    </SpaceBetween>
  );
};

/** What people who see a finding tell each other about it, oldest first. */
export const Comments = ({ finding }: { readonly finding: string }) => {
  const { instant, words } = useSpeech();
  const me = useAnswer('me', {}).data?.email;
  const answer = useAnswer('listComments', { path: { finding } });
  return (
    <SpaceBetween size="m">
      {answer.data?.comments.length === 0 && <Box color="text-body-secondary">{words.comments.none}</Box>}
      <ol className="entries">
        {answer.data?.comments.map(({ id, at, person, text }) => (
          <li key={id} className="entry-comment">
            <div className="entry-head">
              <strong>{person}</strong> <span className="entry-when">{instant(at)}</span>
            </div>
            <div className="as-typed">{text}</div>
          </li>
        ))}
      </ol>
      {me !== undefined && <NewComment key={finding} finding={finding} me={me} />}
    </SpaceBetween>
  );
};
