import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { Answer } from '../../../client/types.ts';
import { useAnswer, useCommand } from '../../../client/use-client.tsx';
import { Refused } from '../../../parts/reasons.tsx';
import { useSize } from '../../../parts/use-size.ts';
import { useSentence, useSpeech, useWords } from '../../../words/words.tsx';
import { usePermitted } from '../use-permitted.ts';
import { EvidencePreview } from './preview.tsx';

type Evidence = Answer<'listEvidence'>['evidence'][number];

const indicators: Readonly<Record<Evidence['status'], StatusIndicatorProps.Type>> = {
  uploading: 'pending',
  checking: 'in-progress',
  held: 'warning',
  quarantined: 'error',
  registered: 'success',
};

const Download = ({ finding, file: { id, fileName } }: { readonly finding: string; readonly file: Evidence }) => {
  const { evidence } = useWords();
  const download = useCommand('downloadEvidence');
  // The address serves the file as an attachment, for a minute.
  const open = (): void =>
    download.mutate({ path: { finding, evidence: id } }, { onSuccess: ({ url }) => window.location.assign(url) });
  return (
    <>
      <Button
        iconName="download"
        variant="inline-link"
        loading={download.isPending}
        ariaLabel={evidence.download(fileName)}
        onClick={open}
      >
        {evidence.downloadIt}
      </Button>
      <Refused error={download.error} />
    </>
  );
};

const File = ({ finding, file }: { readonly finding: string; readonly file: Evidence }) => {
  const isServed = usePermitted('downloadEvidence', finding);
  const { instant, words } = useSpeech();
  const { evidence } = words;
  const sentence = useSentence();
  const inWords = useSize();
  const { status, reason } = file;
  return (
    <div>
      <SpaceBetween size="s" direction="horizontal" alignItems="center">
        <strong className="address">{file.fileName}</strong>
        <StatusIndicator type={indicators[status]}>{evidence.statuses[status]}</StatusIndicator>
        {status === 'registered' && isServed && <EvidencePreview finding={finding} file={file} />}
        {status === 'registered' && isServed && <Download finding={finding} file={file} />}
      </SpaceBetween>
      {reason !== undefined && <div>{sentence(reason)}</div>}
      <Box variant="small" color="text-body-secondary">
        <span className="address">
          {inWords(file.size)}, {evidence.by(file.by, instant(file.at))}, SHA-256 {file.sha256}
        </span>
      </Box>
    </div>
  );
};

/** The files of a finding, with where each stands. `only`: some of them, by id. */
export const EvidenceList = ({ finding, only }: { readonly finding: string; readonly only?: readonly string[] }) => {
  const { evidence } = useWords();
  const files = useAnswer('listEvidence', { path: { finding } }).data?.evidence ?? [];
  const shown = only === undefined ? files : files.filter(({ id }) => only.includes(id));
  if (shown.length === 0) return <Box color="text-body-secondary">{evidence.noneYet}</Box>;
  return (
    <SpaceBetween size="xs">
      {shown.map((file) => (
        <File key={file.id} finding={finding} file={file} />
      ))}
    </SpaceBetween>
  );
};
