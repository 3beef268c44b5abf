import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { Submitted } from '#domain/finding/state.ts';
import { useAnswer } from '../../../client/use-client.tsx';
import { Asked } from '../../../parts/asked.tsx';
import { useSpeech } from '../../../words/words.tsx';
import { SubmissionView } from './submission-view.tsx';

/** What waits for somebody's word now. */
export const HandedIn = ({ finding }: { readonly finding: Submitted }) => {
  const { date, words } = useSpeech();
  const { facts, submission, due } = finding;
  const answer = useAnswer('getSubmission', { path: { finding: facts.id, hash: submission.hash } });
  return (
    <Container
      header={
        <Header variant="h2" description={words.print.handedInBy(submission.by, date(submission.on))}>
          {words.finding.handedIn}
        </Header>
      }
    >
      <Asked answer={answer}>
        {(read) => <SubmissionView submission={read.submission} finding={facts.id} deadline={due.remediation} />}
      </Asked>
    </Container>
  );
};
