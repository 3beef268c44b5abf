import Button from '@cloudscape-design/components/button';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useSentence, useWords } from '../../../words/words.tsx';
import type { Upload } from './use-uploads.ts';

const Standing = ({ upload: { name, size, stand, go } }: { readonly upload: Upload }) => {
  const { evidence } = useWords();
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
    case 'registered':
      return <StatusIndicator type="success">{evidence.registered(name)}</StatusIndicator>;
    case 'refused':
    case 'held':
      return <StatusIndicator type="error">{evidence.refused(name, sentence(stand.reason))}</StatusIndicator>;
    case 'broken':
      return (
        <SpaceBetween size="xs" direction="horizontal">
          <StatusIndicator type="warning">{evidence.broken(name, sentence(stand.reason))}</StatusIndicator>
          <Button variant="inline-link" onClick={go}>
            {evidence.again}
          </Button>
        </SpaceBetween>
      );
    default:
      return <StatusIndicator type="in-progress">{evidence.underWay(name)}</StatusIndicator>;
  }
};

/** Files on their way, each with where it stands. */
export const UploadList = ({ uploads }: { readonly uploads: readonly Upload[] }) => (
  <SpaceBetween size="xs">
    {uploads.map((upload) => (
      <Standing key={upload.key} upload={upload} />
    ))}
  </SpaceBetween>
);
