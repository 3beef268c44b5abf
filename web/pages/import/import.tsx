import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useAnswer } from '../../client/use-client.tsx';
import { Asked } from '../../parts/asked.tsx';
import { useReasons } from '../../parts/reasons.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useWords } from '../../words/words.tsx';
import { AuditFor } from '../audits/audit-for.tsx';
import type { Audit } from '../audits/holds.ts';
import { ChooseReport } from './choose-report.tsx';
import { FollowReport } from './follow-report.tsx';
import { ImportWizard } from './import-wizard.tsx';
import { Issued } from './issued.tsx';
import type { ImportShown } from './mending.ts';
import { RowsToConfirm } from './rows-to-confirm.tsx';

const NewImport = ({ audit }: { readonly audit: Audit }) => {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const { imports: said } = useWords();
  useTitle(said.importReport);
  const [error, setError] = useState('');
  const upload = search.get('upload');
  if (upload !== null) return <FollowReport key={upload} audit={audit} upload={upload} />;
  return (
    <ImportWizard
      step="report"
      onGo={() => setError(said.chooseFirst)}
      onCancel={() => navigate(`/audits/${audit.id}`)}
    >
      <ChooseReport audit={audit} error={error} />
    </ImportWizard>
  );
};

/** The first step: a report is chosen, or, as the address says, one was sent already. */
export const NewImportPage = () => <AuditFor action="readReports">{(audit) => <NewImport audit={audit} />}</AuditFor>;

/** A report that is being read, or cannot be. */
const Reading = ({ audit, shown }: { readonly audit: Audit; readonly shown: ImportShown }) => {
  const { imports: said } = useWords();
  const navigate = useNavigate();
  const choose = (): unknown => navigate(`/audits/${audit.id}/import`);
  const reasons = useReasons(shown.reasons ?? []);
  return (
    <ImportWizard
      step="report"
      busy={shown.status === 'reading'}
      onGo={choose}
      onCancel={() => navigate(`/audits/${audit.id}`)}
    >
      <Container header={<Header variant="h2">{shown.fileName}</Header>}>
        {shown.status === 'reading' ? (
          <StatusIndicator type="in-progress">{said.readingFile}</StatusIndicator>
        ) : (
          <Alert type="error" header={said.unreadable} action={<Button onClick={choose}>{said.other}</Button>}>
            {reasons.map(({ code, message }) => (
              <div key={`${code} ${message}`}>{message}</div>
            ))}
          </Alert>
        )}
      </Container>
    </ImportWizard>
  );
};

interface OneImport {
  readonly audit: Audit;
  readonly me: string;
}

const ImportShownNow = ({ audit, me, shown }: OneImport & { readonly shown: ImportShown }) => {
  useTitle(useWords().imports.importReport);
  switch (shown.status) {
    case 'reading':
    case 'refused':
      return <Reading audit={audit} shown={shown} />;
    case 'to-confirm':
      return <RowsToConfirm key={shown.id} audit={audit} me={me} shown={shown} />;
    case 'confirmed':
    case 'issued':
      return <Issued audit={audit.id} shown={shown} />;
  }
};

const Import = ({ audit, me, id }: OneImport & { readonly id: string }) => (
  <Asked answer={useAnswer('getImport', { path: { audit: audit.id, import: id } })}>
    {(shown) => <ImportShownNow audit={audit} me={me} shown={shown} />}
  </Asked>
);

/** One import, where it stands: whoever comes back goes on from there. */
export const ImportPage = () => {
  const { import: id = '' } = useParams();
  return <AuditFor action="readReports">{(audit, me) => <Import audit={audit} me={me} id={id} />}</AuditFor>;
};
