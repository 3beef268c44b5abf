import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { grades } from '#domain/finding/state.ts';
import { GradeBadge } from '../../parts/finding-words.tsx';
import { Listing } from '../../parts/listing.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { Refused } from '../../parts/reasons.tsx';
import { useWords } from '../../words/words.tsx';
import { anchorsFrom } from '../audits/clocks.ts';
import type { Audit } from '../audits/holds.ts';
import type { RowNow } from './mending.ts';

/** What will be issued, to be looked at once more. */
export const ConfirmRows = ({
  audit,
  rows,
  error,
}: {
  readonly audit: Audit;
  readonly rows: readonly RowNow[];
  readonly error: Error | null;
}) => {
  const { imports: said, register, grades: named } = useWords();
  const ready = rows.filter(({ stands }) => stands === 'ready').map(({ completed }) => completed);
  const count = (stands: RowNow['stands']): number => rows.filter((each) => each.stands === stands).length;
  const ofGrade = grades.map((grade) => [grade, ready.filter((row) => row.grade === grade).length] as const);
  return (
    <SpaceBetween size="l">
      {!anchorsFrom(audit) && (
        <Alert type="warning">
          {said.notReceived} <PageLink href={`/audits/${audit.id}/revise`}>{said.recordDate}</PageLink>
        </Alert>
      )}
      <Refused error={error} />
      <Container header={<Header variant="h2">{said.willBeIssued(ready.length)}</Header>}>
        <SpaceBetween size="xs">
          <SpaceBetween size="xs" direction="horizontal">
            {ofGrade.map(
              ([grade, number]) =>
                number > 0 && (
                  <span key={grade}>
                    <GradeBadge grade={grade} /> {number}
                  </span>
                ),
            )}
          </SpaceBetween>
          {count('refused') > 0 && <Box>{said.staysOut(count('refused'))}</Box>}
          {count('left-out') > 0 && <Box>{said.isLeftOut(count('left-out'))}</Box>}
          <Box color="text-body-secondary">{said.confirmLead}</Box>
        </SpaceBetween>
      </Container>
      <Listing
        items={ready}
        trackBy={({ row }) => String(row)}
        header={<Header variant="h2">{said.findings}</Header>}
        empty={<Box color="text-body-secondary">{said.nothingToIssue}</Box>}
        columns={[
          { id: 'number', header: register.number, minWidth: 90, isRowHeader: true, cell: ({ number }) => number },
          { id: 'grade', header: register.grade, minWidth: 140, cell: ({ grade }) => grade && named[grade] },
          {
            id: 'requirements',
            header: register.requirements,
            minWidth: 140,
            cell: ({ requirements }) => requirements.map(({ id }) => id).join('; '),
          },
          { id: 'owner', header: register.owner, minWidth: 200, cell: ({ owner }) => owner },
        ]}
      />
    </SpaceBetween>
  );
};
