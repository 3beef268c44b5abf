import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import type { LinkStatus } from '#domain/link/link.ts';
import type { FindingItem } from '../../parts/finding-words.tsx';
import { Listing } from '../../parts/listing.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { useSpeech } from '../../words/words.tsx';
import type { Link } from './revoke-link.tsx';

const indicators: Readonly<Record<LinkStatus, StatusIndicatorProps.Type>> = {
  open: 'success',
  'used-up': 'stopped',
  expired: 'stopped',
  revoked: 'error',
};

/** What a cell says, and below it what belongs to it. */
const Two = ({ first, second }: { readonly first: ReactNode; readonly second: ReactNode }) => (
  <>
    <div>{first}</div>
    {second && (
      <Box color="text-body-secondary" fontSize="body-s">
        {second}
      </Box>
    )}
  </>
);

/** Links with how each stands and how often it was used, the newest first. */
export const LinkTable = ({
  links,
  findings,
  empty,
  onRevoke,
}: {
  readonly links: readonly Link[];
  readonly findings: readonly FindingItem[];
  readonly empty: string;
  /** Left out for who may not revoke any. */
  readonly onRevoke?: (link: Link) => void;
}) => {
  const { instant, words } = useSpeech();
  const { links: said, stages } = words;
  const about = ({ finding, stage }: Link) => {
    if (finding === undefined) return said.wholeAudit;
    const number = findings.find(({ id }) => id === finding)?.number ?? finding;
    return (
      <>
        <PageLink fontSize="inherit" href={`/findings/${finding}`}>
          {number}
        </PageLink>
        {stage && `, ${stages[stage]}`}
      </>
    );
  };
  return (
    <Listing
      items={links}
      trackBy="id"
      header={
        <Header variant="h2" counter={`(${links.length})`}>
          {said.list}
        </Header>
      }
      empty={<Box color="text-body-secondary">{empty}</Box>}
      columns={[
        {
          id: 'purpose',
          header: said.purpose,
          minWidth: 160,
          isRowHeader: true,
          cell: (link) => <Two first={said.purposes[link.purpose]} second={about(link)} />,
        },
        {
          id: 'email',
          header: said.email,
          minWidth: 200,
          cell: ({ email, by, at }) => <Two first={email} second={said.madeBy(by, instant(at))} />,
        },
        {
          id: 'status',
          header: said.status,
          minWidth: 130,
          cell: ({ status, revoked }) => (
            <Two
              first={
                <StatusIndicator wrapText={false} type={indicators[status]}>
                  {said.statuses[status]}
                </StatusIndicator>
              }
              second={revoked && said.byAt(revoked.by, instant(revoked.at))}
            />
          ),
        },
        { id: 'uses', header: said.usesTitle, minWidth: 90, cell: ({ used, uses }) => said.usesOf(used, uses) },
        { id: 'until', header: said.until, minWidth: 130, cell: ({ expiresAt }) => instant(expiresAt) },
        {
          id: 'revoke',
          header: said.actions,
          isPlain: true,
          minWidth: 110,
          cell: (link) =>
            link.status === 'open' &&
            onRevoke && (
              <Button
                variant="inline-link"
                wrapText={false}
                ariaLabel={said.revokeOf(link.email)}
                onClick={() => onRevoke(link)}
              >
                {said.revoke}
              </Button>
            ),
        },
      ]}
    />
  );
};
