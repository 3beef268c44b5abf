import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import type { Finding } from '#domain/finding/state.ts';
import { ISO_27001, type Requirement } from '#domain/requirement/requirement.ts';
import { useSpeech, useWords } from '../../../words/words.tsx';

const Named = ({ framework, id }: Requirement) => {
  const { requirements } = useWords();
  const title = framework === ISO_27001 ? requirements.title(id) : undefined;
  return (
    <div>
      <strong>{id}</strong> {title} <Box variant="small">{framework}</Box>
    </div>
  );
};

/** What the audit report said, in its own words, and what became of it for an opportunity for improvement. */
export const Facts = ({
  finding,
  audit,
  columns = 3,
}: {
  readonly finding: Finding;
  readonly audit: ReactNode;
  readonly columns?: number;
}) => {
  const { date, words } = useSpeech();
  const { finding: said, underWay } = words;
  const { facts, owner, issuedOn } = finding;
  const { objectiveEvidence, process, raisedBy, raisedOn, requirements, statement } = facts;
  const texts = [
    { label: said.statement, text: statement },
    { label: said.evidenceOfAudit, text: objectiveEvidence },
    ...('response' in finding ? [{ label: underWay.response, ...finding.response }] : []),
    ...('implementation' in finding && finding.implementation
      ? [{ label: underWay.implementation, ...finding.implementation }]
      : []),
  ];
  return (
    <SpaceBetween size="l">
      {texts.map(({ label, ...of }) => {
        const text = 'text' in of ? of.text : of.comment;
        return (
          text !== undefined && (
            <div key={label}>
              <Box variant="awsui-key-label">{label}</Box>
              <div className="as-typed">{text}</div>
              {'by' in of && <Box variant="small">{underWay.byOn(of.by, date(of.on))}</Box>}
            </div>
          )
        );
      })}
      <KeyValuePairs
        columns={columns}
        minColumnWidth={180}
        items={[
          {
            label: said.requirements,
            value: requirements.map((requirement) => (
              <Named key={`${requirement.framework} ${requirement.id}`} {...requirement} />
            )),
          },
          { label: said.owner, value: owner },
          { label: said.issued, value: date(issuedOn) },
          { label: said.audit, value: audit },
          ...(process === undefined ? [] : [{ label: said.process, value: process }]),
          ...(raisedBy === undefined
            ? []
            : [
                {
                  label: said.raisedBy,
                  value: raisedOn === undefined ? raisedBy : underWay.byOn(raisedBy, date(raisedOn)),
                },
              ]),
        ]}
      />
    </SpaceBetween>
  );
};
