import { parseRequirements } from '../requirement/requirement.ts';
import { clean, cut, LONGEST, tooLong } from './cells.ts';
import type { DraftRow } from './draft.ts';
import { readRaisedOn } from './raised-on.ts';
import type { RowRefusal } from './row.ts';
import type { AssessedFinding, OscalSource } from './source.ts';

/** The parts of a control that OSCAL catalogs number by a suffix: statement, objective, assessment, guidance, item. */
const PART_OF_CONTROL = /_(?:smt|stm|stmt|obj|asm|gdn|fr|itm|item|prm|odp)(?:[._-].*)?$/i;

/** `ac-6.1_obj` and `ac-2_smt.a` are the controls `ac-6.1` and `ac-2`. */
const controlOf = (targetId: string): string => targetId.replace(PART_OF_CONTROL, '');

const NO_STATEMENT: RowRefusal = {
  code: 'no-statement',
  message: 'The finding has neither title nor description.',
  field: 'statement',
};

const draft = (finding: AssessedFinding, index: number, today: string): DraftRow => {
  const targetId = clean(finding.targetId);
  const control = controlOf(targetId);
  const requirements = parseRequirements(control);
  const statement = clean([finding.title, finding.description].map(clean).filter(Boolean).join('\n'));
  const evidence = finding.observations.map(clean).filter(Boolean).join('\n\n');
  const auditor = finding.auditors.map(clean).filter(Boolean).join(', ');
  const raisedOn = finding.assessedAt === undefined ? undefined : readRaisedOn(finding.assessedAt, today);
  const isEvidenceCut = evidence.length > LONGEST.objectiveEvidence;
  const refusals: RowRefusal[] = [
    ...(statement === '' ? [NO_STATEMENT] : []),
    ...(statement.length > LONGEST.statement ? [tooLong('statement', statement.length)] : []),
    ...(requirements.ok ? [] : requirements.refusals),
    ...(raisedOn === undefined || raisedOn.ok ? [] : raisedOn.refusals),
  ];
  return {
    row: index + 1,
    number: `F-${index + 1}`,
    sourceId: clean(finding.sourceId),
    requirements: requirements.ok ? requirements.value : [],
    ...(statement !== '' && { statement: cut(statement, LONGEST.statement) }),
    ...(evidence !== '' && { objectiveEvidence: cut(evidence, LONGEST.objectiveEvidence) }),
    ...(auditor !== '' && { auditor: cut(auditor, LONGEST.auditor) }),
    ...(raisedOn?.ok && { raisedOn: raisedOn.value }),
    refusals,
    notes: [
      ...(control === targetId ? [] : [`"${targetId}" is a part of the control ${control}.`]),
      ...(isEvidenceCut
        ? [`The observations are longer than ${LONGEST.objectiveEvidence} characters and were cut.`]
        : []),
    ],
  };
};

/** Rows of OSCAL assessment results. They know neither grade nor owner, so that every row has these to be completed. */
export const oscalRows = (source: OscalSource, today: string): DraftRow[] =>
  source.findings.map((finding, index) => draft(finding, index, today));
