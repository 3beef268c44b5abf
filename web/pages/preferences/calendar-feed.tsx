import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useAnswer, useCommand } from '../../client/use-client.tsx';
import { Asked } from '../../parts/asked.tsx';
import { Refused } from '../../parts/reasons.tsx';
import { useSpeech } from '../../words/words.tsx';

/** One's own feed of deadlines: made, shown once, revoked. */
export const CalendarFeed = () => {
  const { instant, words } = useSpeech();
  const { preferences: said, links } = words;
  const feed = useAnswer('getCalendar', {});
  const make = useCommand('makeCalendar');
  const revoke = useCommand('revokeCalendar');
  return (
    <Container
      header={
        <Header variant="h2" description={said.feedLead}>
          {said.feed}
        </Header>
      }
    >
      <Asked answer={feed}>
        {({ link }) => (
          <SpaceBetween size="m">
            <Box>{link?.status === 'open' ? said.feedUntil(instant(link.expiresAt)) : said.noFeed}</Box>
            {make.data && (
              <Alert type="success" header={links.shownOnce}>
                <CopyToClipboard
                  variant="inline"
                  textToCopy={make.data.url}
                  copySuccessText={links.copied}
                  copyErrorText={links.notCopied}
                />
              </Alert>
            )}
            <Refused error={make.error ?? revoke.error} />
            <SpaceBetween size="xs" direction="horizontal">
              <Button loading={make.isPending} onClick={() => make.mutate({})}>
                {link?.status === 'open' ? said.makeAnother : said.makeFeed}
              </Button>
              {link?.status === 'open' && (
                <Button
                  loading={revoke.isPending}
                  onClick={() => {
                    make.reset();
                    revoke.mutate({});
                  }}
                >
                  {links.revoke}
                </Button>
              )}
            </SpaceBetween>
          </SpaceBetween>
        )}
      </Asked>
    </Container>
  );
};
