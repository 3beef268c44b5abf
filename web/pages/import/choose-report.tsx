import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FileUpload from '@cloudscape-design/components/file-upload';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate } from 'react-router';
import { useSentence, useWords } from '../../words/words.tsx';
import type { Audit } from '../audits/holds.ts';
import { type ReportUpload, useReportUpload } from './use-report-upload.ts';

const Standing = ({ upload: { name, size, stand, again } }: { readonly upload: ReportUpload }) => {
  const { imports: said, evidence, application } = useWords();
  const sentence = useSentence();
  switch (stand.at) {
    case 'reading':
    case 'sending':
      return (
        <ProgressBar
          label={name}
          description={evidence.at[stand.at]}
          value={size === 0 ? 0 : Math.floor((100 * stand.bytes) / size)}
        />
      );
    case 'refused':
    case 'held':
      return (
        <Alert type="error" header={said.notTaken(name)}>
          {sentence(stand.reason)}
        </Alert>
      );
    case 'broken':
      return (
        <Alert
          type="warning"
          header={said.notArrived(name)}
          action={<Button onClick={again}>{application.again}</Button>}
        >
          {sentence(stand.reason)}
        </Alert>
      );
    default:
      return null;
  }
};

/** The report as a file of this device. What was sent goes on without this page: the address says so. */
export const ChooseReport = ({ audit, error }: { readonly audit: Audit; readonly error: string }) => {
  const { imports: said } = useWords();
  const navigate = useNavigate();
  const { upload, send } = useReportUpload(audit.id, (id) =>
    navigate(`/audits/${audit.id}/import?upload=${encodeURIComponent(id)}`, { replace: true }),
  );
  return (
    <Container header={<Header variant="h2">{said.reportOf(audit.facts.title)}</Header>}>
      <SpaceBetween size="m">
        <FormField label={said.choose} description={said.chooseHint} errorText={upload === undefined ? error : ''}>
          <FileUpload
            value={[]}
            i18nStrings={{ uploadButtonText: () => said.chooseFile, dropzoneText: () => said.drop }}
            onChange={({ detail }) => {
              const [file] = detail.value;
              if (file) send(file);
            }}
          />
        </FormField>
        {upload && <Standing upload={upload} />}
      </SpaceBetween>
    </Container>
  );
};
