import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Steps, { type StepsProps } from '@cloudscape-design/components/steps';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { auditTransitionOf } from '#domain/audit/transitions.ts';
import { permissions } from '#domain/people/permissions.ts';
import type { Role } from '#domain/people/person.ts';
import { useAnswer } from '../../client/use-client.tsx';
import { useIsAny } from '../../parts/use-roles.ts';
import { readSettings } from '../../settings.ts';
import { useWords } from '../../words/words.tsx';
import { type Known, type StartStep, startStepsFor } from './progress.ts';
import { Tour } from './tour.tsx';
import { findingOfTour } from './tour-steps.ts';

/** What the API tells this person of how far things are; `undefined` until it has. */
const useKnown = (): Known | undefined => {
  const people = useAnswer('listPeople', {}, useIsAny(permissions.listPeople)).data?.people;
  const audits = useAnswer('listAudits', { query: { limit: 200 } }).data?.audits;
  const findings = useAnswer('listFindings', { query: { size: 200 } }).data?.findings;
  const newest = audits?.toSorted((a, b) => (a.firstDay < b.firstDay ? 1 : -1))[0];
  const audit = useAnswer('getAudit', { path: { audit: newest?.id ?? '-' } }, newest !== undefined).data;
  if (!audits || !findings || (newest && !audit)) return undefined;
  return { people, audit, findings };
};

/** On a laptop: the sample. It does not change while the page is open. */
const useSample = () =>
  useQuery({
    queryKey: ['settings'],
    queryFn: readSettings,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: false,
  }).data?.sample;

const useStep = (known: Known) => {
  const { start: said, roles } = useWords();
  const navigate = useNavigate();
  const me = useAnswer('me', {}).data;
  const owns = known.findings.some(({ owner }) => owner === me?.email);
  const held: readonly Role[] = [...(me?.roles ?? []), ...(owns ? (['owner'] as const) : [])];
  return ({ name, isDone, by, path }: StartStep, isNext: boolean): StepsProps.Step => {
    const mine = by.some((role) => held.includes(role));
    const others = by.filter((role) => role !== 'system').map((role) => roles[role]);
    return {
      status: isDone ? 'success' : isNext ? 'in-progress' : 'pending',
      statusIconAriaLabel: isDone ? said.done : said.notDone,
      header: said.steps[name],
      details: (
        <SpaceBetween size="xs">
          <Box color="text-body-secondary">{said.leads[name]}</Box>
          {isNext && mine && (
            <Button variant="primary" onClick={() => navigate(path)}>
              {said.go[name]}
            </Button>
          )}
          {!isDone && !mine && <Box color="text-body-secondary">{said.forOthers(others.join(', '))}</Box>}
        </SpaceBetween>
      ),
    };
  };
};

const StartSteps = ({ known }: { readonly known: Known }) => {
  const { start: said } = useWords();
  const stepOf = useStep(known);
  const steps = startStepsFor(known);
  const next = steps.find(({ isDone }) => !isDone);
  return (
    <Container header={<Header variant="h2">{said.way}</Header>}>
      <Steps ariaLabel={said.way} steps={steps.map((step) => stepOf(step, step === next))} />
    </Container>
  );
};

/** What to expect here, for somebody whom no step of the start is for. */
const Expect = () => {
  const { start: said } = useWords();
  const me = useAnswer('me', {}).data;
  const begins = useIsAny([...auditTransitionOf('open').by, ...permissions.changePeople]);
  if (!me || begins) return null;
  return <Box>{me.roles.length === 0 ? said.forYou.owner : said.forYou.reader}</Box>;
};

const SampleReport = () => {
  const { start: said } = useWords();
  return (
    <Container
      header={
        <Header variant="h2" description={said.sampleReportLead}>
          {said.sampleReport}
        </Header>
      }
    >
      <Button href="/sample-report.csv" download="sample-report.csv" iconName="download">
        {said.download}
      </Button>
    </Container>
  );
};

/** The way from nothing to the first closed finding, with what is done already; on a laptop with the sample audit, too. */
export const GuidedStart = () => {
  const known = useKnown();
  const sample = useSample();
  const mayImport = useIsAny(permissions.handleReports);
  if (!known) return null;
  const finding = sample && findingOfTour(sample, known.findings);
  return (
    <SpaceBetween size="l">
      <Expect />
      <StartSteps known={known} />
      {sample && finding && <Tour sample={sample} finding={finding} />}
      {mayImport && <SampleReport />}
    </SpaceBetween>
  );
};
