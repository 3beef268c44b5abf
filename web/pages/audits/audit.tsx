import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate, useParams } from 'react-router';
import { useAnswer } from '../../client/use-client.tsx';
import { Asked } from '../../parts/asked.tsx';
import type { FindingItem } from '../../parts/finding-words.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useWords } from '../../words/words.tsx';
import { AuditFindings } from './audit-findings.tsx';
import { Dates } from './dates.tsx';
import type { Audit } from './holds.ts';
import { Proposals } from './proposals.tsx';
import { ReportImports } from './report-imports.tsx';

/** The policy under which the findings of an audit were issued: of the first that has clocks. */
const usePolicy = (findings: readonly FindingItem[]) => {
  const first = findings.find(({ grade }) => grade !== 'ofi');
  const finding = useAnswer('getFinding', { path: { finding: first?.id ?? '-' } }, first !== undefined).data?.finding;
  return finding && 'policy' in finding ? finding.policy : undefined;
};

const Facts = ({ audit: { id, facts } }: { readonly audit: Audit }) => {
  const { audits: said, roles } = useWords();
  const texts = (['objective', 'scope', 'criteria'] as const).flatMap((name) => {
    const value = facts[name];
    return value === undefined ? [] : [{ label: said[name], value }];
  });
  const team = facts.team.map(({ person, role }) => <div key={person}>{`${person} (${roles[role]})`}</div>);
  return (
    <Container header={<Header variant="h2">{said.facts}</Header>}>
      <KeyValuePairs
        columns={3}
        minColumnWidth={220}
        items={[
          { label: said.id, value: id },
          { label: said.kind, value: said.kinds[facts.kind] },
          { label: said.team, value: <div>{team}</div> },
          ...texts,
        ]}
      />
    </Container>
  );
};

const AuditShown = ({ audit }: { readonly audit: Audit }) => {
  const { audits: said, links } = useWords();
  const navigate = useNavigate();
  const { id, facts } = audit;
  useTitle(facts.title);
  const may = (action: Audit['actions'][number]): boolean => audit.actions.includes(action);
  const register = useAnswer('listFindings', { query: { audit: id, size: 200 } });
  const findings = register.data?.findings ?? [];
  const policy = usePolicy(findings);
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={said.kinds[facts.kind]}
          actions={
            <SpaceBetween size="xs" direction="horizontal">
              {may('revise') && <Button onClick={() => navigate(`/audits/${id}/revise`)}>{said.revise}</Button>}
              {may('seeLinks') && <Button onClick={() => navigate(`/audits/${id}/links`)}>{links.title}</Button>}
            </SpaceBetween>
          }
        >
          {facts.title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {may('readReports') && <Proposals audit={audit} />}
        <Facts audit={audit} />
        <Dates audit={audit} policy={policy} />
        <ReportImports audit={audit} mayImport={may('importReport')} />
        <Asked answer={register}>{(list) => <AuditFindings findings={list.findings} />}</Asked>
        {(register.data?.total ?? 0) > findings.length && <Box color="text-body-secondary">{said.moreInRegister}</Box>}
      </SpaceBetween>
    </ContentLayout>
  );
};

/** One audit: what it is about, its dates with what counts from them, its reports and its findings. */
export const AuditPage = () => {
  const { audit = '' } = useParams();
  return <Asked answer={useAnswer('getAudit', { path: { audit } })}>{(view) => <AuditShown audit={view} />}</Asked>;
};
