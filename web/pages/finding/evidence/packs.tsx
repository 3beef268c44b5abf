import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Answer } from '../../../client/types.ts';
import { useAnswer, useCommand } from '../../../client/use-client.tsx';
import { Asked } from '../../../parts/asked.tsx';
import { Refused } from '../../../parts/reasons.tsx';
import { useSize } from '../../../parts/use-size.ts';
import { useSentence, useSpeech } from '../../../words/words.tsx';

type Pack = Answer<'listPacks'>['packs'][number];

const InTheMaking = ({ pack: { status, done, of } }: { readonly pack: Pack }) => {
  const { packs } = useSpeech().words;
  return status === 'building' && of > 0 ? (
    <ProgressBar
      label={packs.statuses.building}
      description={packs.mayBeLeft}
      additionalInfo={packs.files(done, of)}
      value={Math.floor((100 * done) / of)}
    />
  ) : (
    <StatusIndicator type="in-progress">
      {packs.statuses[status]}. {packs.mayBeLeft}
    </StatusIndicator>
  );
};

const Made = ({ finding, pack: { id, at, size = 0, sha256 } }: { readonly finding: string; readonly pack: Pack }) => {
  const { instant, words } = useSpeech();
  const inWords = useSize();
  const download = useCommand('downloadPack');
  // The address serves the file as an attachment, for a minute.
  const open = (): void =>
    download.mutate({ path: { finding, pack: id } }, { onSuccess: ({ url }) => window.location.assign(url) });
  return (
    <>
      <SpaceBetween size="s" direction="horizontal" alignItems="center">
        <StatusIndicator type="success">
          {words.packs.statuses.ready}, {inWords(size)}
        </StatusIndicator>
        <Button
          iconName="download"
          variant="inline-link"
          loading={download.isPending}
          ariaLabel={words.packs.downloadOf(instant(at))}
          onClick={open}
        >
          {words.packs.download}
        </Button>
      </SpaceBetween>
      <Box variant="small">
        <span className="address">SHA-256 {sha256}</span>
      </Box>
      <Refused error={download.error} />
    </>
  );
};

const One = ({ finding, pack }: { readonly finding: string; readonly pack: Pack }) => {
  const { instant, words } = useSpeech();
  const sentence = useSentence();
  const { status, reason, by, at } = pack;
  return (
    <div>
      {status === 'ready' && <Made finding={finding} pack={pack} />}
      {status === 'failed' && (
        <StatusIndicator type="error">
          {words.packs.statuses.failed}
          {reason !== undefined && `: ${sentence(reason)}`}
        </StatusIndicator>
      )}
      {(status === 'waiting' || status === 'building') && <InTheMaking pack={pack} />}
      <Box variant="small" display="block">
        {words.packs.asked(by, instant(at))}
      </Box>
    </div>
  );
};

/** The evidence packs of a finding, newest first, and the wish for one more. Only for those who may use packs. */
export const Packs = ({ finding }: { readonly finding: string }) => {
  const { packs: said } = useSpeech().words;
  const answer = useAnswer('listPacks', { path: { finding } });
  const request = useCommand('requestPack');
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={said.lead}
          actions={
            <Button loading={request.isPending} onClick={() => request.mutate({ path: { finding } })}>
              {said.request}
            </Button>
          }
        >
          {said.title}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <Refused error={request.error} />
        <Asked answer={answer}>
          {({ packs }) =>
            packs.length === 0 ? (
              <Box color="text-body-secondary">{said.none}</Box>
            ) : (
              <SpaceBetween size="m">
                {packs.map((pack) => (
                  <One key={pack.id} finding={finding} pack={pack} />
                ))}
              </SpaceBetween>
            )
          }
        </Asked>
      </SpaceBetween>
    </Container>
  );
};
