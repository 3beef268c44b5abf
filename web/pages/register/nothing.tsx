import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate } from 'react-router';
import { permissions } from '#domain/people/permissions.ts';
import { useIsAny } from '../../parts/use-roles.ts';
import { useWords } from '../../words/words.tsx';

/** The register is empty: what to do first. */
export const NothingYet = () => {
  const { register: said } = useWords();
  const navigate = useNavigate();
  const mayImport = useIsAny(permissions.handleReports);
  return (
    <SpaceBetween size="s" alignItems="center">
      <Box variant="strong">{said.empty}</Box>
      <Box color="text-body-secondary">{mayImport ? said.emptyLead : said.emptyForReaders}</Box>
      {mayImport && (
        <Button variant="primary" onClick={() => navigate('/audits')}>
          {said.toAudits}
        </Button>
      )}
    </SpaceBetween>
  );
};

/** There are findings, and the filter leaves none of them. */
export const NoMatch = ({ onClear }: { readonly onClear: () => void }) => {
  const { register: said } = useWords();
  return (
    <SpaceBetween size="s" alignItems="center">
      <Box>{said.noMatch}</Box>
      <Button onClick={onClear}>{said.clear}</Button>
    </SpaceBetween>
  );
};
