import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { followChecks } from '../../../shared/upload/checks.ts';
import { LinkDead } from '../../../shared/upload/failure.ts';
import type { UploadedFile } from '../../../shared/upload/server.ts';
import { useClient } from '../../client/use-client.tsx';
import { useSentence, useWords } from '../../words/words.tsx';
import type { Audit } from '../audits/holds.ts';
import { ImportWizard } from './import-wizard.tsx';
import { reportServerOf } from './report-server.ts';

type Seen =
  | { readonly at: 'underway' | 'not-there' }
  | { readonly at: 'ended'; readonly file: UploadedFile }
  | { readonly at: 'broken'; readonly reason: string };

const failureIn = (failure: unknown): Seen => {
  if (failure instanceof LinkDead) return { at: 'not-there' };
  return { at: 'broken', reason: failure instanceof Error ? failure.message : '' };
};

/** Looks at an uploaded report until its checks have ended, and has it read then. */
const useReport = (audit: string, upload: string) => {
  const client = useClient();
  const navigate = useNavigate();
  const [seen, setSeen] = useState<Seen>({ at: 'underway' });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (tries > 0) setSeen({ at: 'underway' });
    const stop = new AbortController();
    const follow = async (): Promise<void> => {
      const file = await followChecks(reportServerOf(client, audit), upload, stop.signal);
      if (file.status !== 'registered') return setSeen({ at: 'ended', file });
      // The same key however often this is asked: a page that was left in between changes nothing.
      const given = { path: { audit }, body: { upload }, key: `import-${upload}` };
      const { id } = await client.call('importReport', given, stop.signal);
      await navigate(`/audits/${audit}/imports/${id}`, { replace: true });
    };
    follow().catch((failure) => {
      if (!stop.signal.aborted) setSeen(failureIn(failure));
    });
    return () => stop.abort();
  }, [client, navigate, audit, upload, tries]);
  return { seen, again: () => setTries((before) => before + 1) };
};

/** A report that was sent: its checks, and why it is not taken where it is not. */
export const FollowReport = ({ audit, upload }: { readonly audit: Audit; readonly upload: string }) => {
  const { imports: said, application } = useWords();
  const sentence = useSentence();
  const navigate = useNavigate();
  const { seen, again } = useReport(audit.id, upload);
  const chooseOther = (): unknown => navigate(`/audits/${audit.id}/import`, { replace: true });
  const other = <Button onClick={chooseOther}>{said.other}</Button>;
  const standing = () => {
    switch (seen.at) {
      case 'underway':
        return <StatusIndicator type="in-progress">{said.checking}</StatusIndicator>;
      case 'not-there':
        return (
          <Alert type="info" action={other}>
            {application.notFound}
          </Alert>
        );
      case 'broken':
        return (
          <Alert type="warning" action={<Button onClick={again}>{application.again}</Button>}>
            {`${application.failed} ${sentence(seen.reason)}`}
          </Alert>
        );
      case 'ended': {
        const { fileName, status, reason } = seen.file;
        return status === 'quarantined' || status === 'held' ? (
          <Alert type="error" header={said.notTaken(fileName)} action={other}>
            {reason === undefined ? reason : sentence(reason)}
          </Alert>
        ) : (
          <Alert type="info" action={<Button onClick={again}>{application.again}</Button>}>
            {said.stillChecking(fileName)}
          </Alert>
        );
      }
    }
  };
  return (
    <ImportWizard
      step="report"
      busy={seen.at === 'underway'}
      onGo={chooseOther}
      onCancel={() => navigate(`/audits/${audit.id}`)}
    >
      <Container header={<Header variant="h2">{said.reportOf(audit.facts.title)}</Header>}>{standing()}</Container>
    </ImportWizard>
  );
};
