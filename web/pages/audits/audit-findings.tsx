import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import { useState } from 'react';
import { BriefGradeBadge, DueDate, type FindingItem, Standing } from '../../parts/finding-words.tsx';
import { Listing } from '../../parts/listing.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { useWords } from '../../words/words.tsx';

const pageSize = 20;

/** The findings that an audit raised. */
export const AuditFindings = ({ findings }: { readonly findings: readonly FindingItem[] }) => {
  const { register, audits: said } = useWords();
  const [page, setPage] = useState(1);
  const pages = Math.max(1, Math.ceil(findings.length / pageSize));
  return (
    <Listing
      items={findings.slice((page - 1) * pageSize, page * pageSize)}
      trackBy="id"
      header={
        <Header variant="h2" counter={`(${findings.length})`}>
          {said.findings}
        </Header>
      }
      empty={<Box color="text-body-secondary">{said.noFindings}</Box>}
      {...(pages > 1 && {
        pagination: (
          <Pagination
            currentPageIndex={page}
            pagesCount={pages}
            onChange={({ detail }) => setPage(detail.currentPageIndex)}
          />
        ),
      })}
      columns={[
        {
          id: 'number',
          header: register.number,
          minWidth: 90,
          isRowHeader: true,
          cell: ({ id, number }) => <PageLink href={`/findings/${id}`}>{number}</PageLink>,
        },
        { id: 'grade', header: register.grade, minWidth: 90, cell: ({ grade }) => <BriefGradeBadge grade={grade} /> },
        {
          id: 'where',
          header: register.where,
          minWidth: 200,
          cell: (item) => <Standing status={item.status} stage={item.stage} />,
        },
        {
          id: 'due',
          header: register.due,
          minWidth: 140,
          cell: ({ due, overdue }) => <DueDate due={due} overdue={overdue} />,
        },
        { id: 'owner', header: register.owner, minWidth: 200, cell: ({ owner }) => owner },
      ]}
    />
  );
};
