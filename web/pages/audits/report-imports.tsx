import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { useNavigate } from 'react-router';
import { Listing } from '../../parts/listing.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { useWords } from '../../words/words.tsx';
import type { Audit } from './holds.ts';

type Import = Audit['imports'][number];

const indicators: Readonly<Record<Import['status'], StatusIndicatorProps.Type>> = {
  reading: 'in-progress',
  refused: 'error',
  'to-confirm': 'pending',
  confirmed: 'in-progress',
  issued: 'success',
};

/** How far an imported report is. */
export const ImportStanding = ({ status }: Pick<Import, 'status'>) => {
  const { imports } = useWords();
  return <StatusIndicator type={indicators[status]}>{imports.statuses[status]}</StatusIndicator>;
};

/** The reports that were imported, each with the place where one goes on with it. */
export const ReportImports = ({
  audit,
  mayImport,
}: {
  readonly audit: Audit;
  readonly mayImport: boolean | undefined;
}) => {
  const { imports: said, audits } = useWords();
  const navigate = useNavigate();
  const pathOf = ({ id }: Import): string => `/audits/${audit.id}/imports/${id}`;
  return (
    <Listing
      items={audit.imports}
      trackBy="id"
      header={
        <Header
          variant="h2"
          counter={`(${audit.imports.length})`}
          actions={
            mayImport && <Button onClick={() => navigate(`/audits/${audit.id}/import`)}>{said.importReport}</Button>
          }
        >
          {audits.imports}
        </Header>
      }
      empty={<Box color="text-body-secondary">{mayImport ? audits.noImports : audits.noImportsForReaders}</Box>}
      columns={[
        {
          id: 'file',
          header: said.file,
          minWidth: 180,
          isRowHeader: true,
          cell: (each) => (mayImport ? <PageLink href={pathOf(each)}>{each.fileName}</PageLink> : each.fileName),
        },
        { id: 'status', header: said.status, minWidth: 200, cell: (each) => <ImportStanding status={each.status} /> },
        { id: 'by', header: said.by, minWidth: 200, cell: (each) => each.by },
      ]}
    />
  );
};
