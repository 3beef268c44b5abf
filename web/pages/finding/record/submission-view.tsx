import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import type {
  CorrectionSubmission,
  EvidenceRef,
  PlanSubmission,
  RemediationSubmission,
  Submission,
} from '#domain/submission/submission.ts';
import { useSpeech } from '../../../words/words.tsx';
import { EvidenceList } from '../evidence/evidence-list.tsx';
import { ActionTimeline } from '../stage/action-timeline.tsx';
import { WhysShown } from '../stage/whys-shown.tsx';

interface Shown {
  readonly finding: string;
  /** Of the last stage: what the actions are held against. */
  readonly deadline: string;
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div>
    <Box variant="awsui-key-label">{title}</Box>
    <div>{children}</div>
  </div>
);

/** Text as it was typed, lines and all; nothing where there is none. */
const Said = ({ title, text }: { readonly title: string; readonly text: string | undefined }) =>
  text === undefined ? null : (
    <Part title={title}>
      <Box variant="p" padding="n">
        <span className="as-typed">{text}</span>
      </Box>
    </Part>
  );

const Files = ({ finding, refs }: { readonly finding: string; readonly refs: readonly EvidenceRef[] | undefined }) =>
  refs === undefined || refs.length === 0 ? null : <EvidenceList finding={finding} only={refs.map(({ id }) => id)} />;

const Plan = ({ content, deadline, finding }: Shown & { readonly content: PlanSubmission }) => {
  const { date, words } = useSpeech();
  const { plan } = words;
  const { correction, rootCause, similar, actions = [] } = content;
  return (
    <SpaceBetween size="m">
      {correction && (
        <Part title={plan.correction}>
          <div className="as-typed">{correction.what}</div>
          {words.underWay.byOn(correction.who, date(correction.by))}
        </Part>
      )}
      <Said title={plan.consequences} text={content.consequences} />
      {rootCause && (
        <Part title={`${plan.rootCause} (${plan.methods[rootCause.method]})`}>
          <WhysShown whys={rootCause.whys} />
          <ul>
            {[...rootCause.causes, ...(rootCause.contributing ?? [])].map(({ label, description }) => (
              <li key={label} className="as-typed">
                <strong>{label}</strong> {description}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {similar && (
        <Part title={plan.similar}>
          <div>{similar.found ? plan.yes : plan.no}</div>
          <div className="as-typed">{similar.where}</div>
          {similar.what !== undefined && <div className="as-typed">{similar.what}</div>}
        </Part>
      )}
      {actions.length > 0 && (
        <Part title={plan.actions}>
          <SpaceBetween size="s">
            {actions.map((action) => (
              <div key={action.label}>
                <div className="as-typed">
                  <strong>{action.label}</strong> {action.what}
                </div>
                <KeyValuePairs
                  columns={4}
                  minColumnWidth={180}
                  items={[
                    { label: plan.responsible, value: action.responsible },
                    { label: plan.dueDate, value: action.dueDate === undefined ? '' : date(action.dueDate) },
                    { label: plan.removes, value: action.removes?.join(', ') },
                    { label: plan.dependsOn, value: action.dependsOn?.join(', ') },
                    { label: plan.successMeasure, value: action.successMeasure },
                  ].filter(({ value }) => value !== undefined && value !== '')}
                />
              </div>
            ))}
            <ActionTimeline actions={actions} deadline={deadline} />
          </SpaceBetween>
        </Part>
      )}
      <Said title={plan.riskAndImpact} text={content.riskAndImpact} />
      <Said title={plan.ismsChanges} text={content.ismsChanges} />
      <Said title={plan.approvedBy} text={content.approvedBy} />
      <Files finding={finding} refs={content.evidence} />
    </SpaceBetween>
  );
};

const Correction = ({ content, finding }: Shown & { readonly content: CorrectionSubmission }) => {
  const { date, words } = useSpeech();
  const { correction } = words;
  const { extent, correctedOn } = content;
  return (
    <SpaceBetween size="m">
      <Said title={correction.requirement} text={content.requirement} />
      <Said title={correction.proof} text={content.proof} />
      <Said title={correction.statement} text={content.statement} />
      {correctedOn !== undefined && <Part title={correction.correctedOn}>{date(correctedOn)}</Part>}
      {extent && (
        <Part title={correction.extent}>
          {extent.allInstances ? correction.allInstances : `${correction.someInstances}: ${extent.which ?? ''}`}
        </Part>
      )}
      <Files finding={finding} refs={content.evidence} />
    </SpaceBetween>
  );
};

const Remediation = ({ content, finding }: Shown & { readonly content: RemediationSubmission }) => {
  const { date, words } = useSpeech();
  const { remediation } = words;
  const { actions = [], causes = [], effectiveness } = content;
  return (
    <SpaceBetween size="m">
      {actions.map(({ label, doneOn, doneBy, evidence }) => (
        <Part key={label} title={remediation.action(label)}>
          {doneOn === undefined ? '' : date(doneOn)} {doneBy}
          <Files finding={finding} refs={evidence} />
        </Part>
      ))}
      {causes.map(({ label, removed, evidence }) => (
        <Part key={label} title={remediation.cause(label)}>
          {removed}
          <Files finding={finding} refs={evidence} />
        </Part>
      ))}
      {effectiveness && (
        <Part title={remediation.effectiveness}>
          <KeyValuePairs
            columns={3}
            minColumnWidth={180}
            items={[
              { label: remediation.criterion, value: effectiveness.criterion },
              { label: remediation.method, value: effectiveness.method },
              { label: remediation.sample, value: effectiveness.sample },
              { label: remediation.result, value: effectiveness.result },
              { label: remediation.by, value: effectiveness.by },
            ]}
          />
        </Part>
      )}
      <Said title={remediation.ismsChanges} text={content.ismsChanges} />
    </SpaceBetween>
  );
};

/** What was handed in, to be read. */
export const SubmissionView = ({ submission, ...shown }: Shown & { readonly submission: Submission }) => {
  switch (submission.stage) {
    case 'plan':
      return <Plan {...shown} content={submission.content} />;
    case 'correction':
      return <Correction {...shown} content={submission.content} />;
    case 'remediation':
      return <Remediation {...shown} content={submission.content} />;
  }
};
