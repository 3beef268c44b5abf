import { ISO_27001, type Requirement } from '../requirement/requirement.ts';
import { type AtStage, type Finding, isAtStage, type ProposedBecause } from './state.ts';

/** Redress proposes; the lead auditor regrades, or refuses with a reason. */
export type RegradeProposal = { readonly finding: string; readonly number: string } & ProposedBecause;

/** The clause or control that a requirement is of: `6.1.3 d` is of clause 6.1.3. Of others it is the requirement itself. */
export const clauseOf = ({ framework, id }: Requirement): string =>
  framework === ISO_27001 ? (id.split(' ')[0] ?? id) : id;

const keyOf = (requirement: Requirement): string => `${requirement.framework}|${clauseOf(requirement)}`;

const namedIn = (finding: Finding): readonly string[] => [...new Set(finding.facts.requirements.map(keyOf))];

/** A refusal stands until there is more to it: another minor on the same requirement, or another audit. */
export const isRefused = ({ refusedRegrades = [] }: AtStage, proposed: ProposedBecause): boolean =>
  refusedRegrades.some((refused) =>
    refused.because === 'open-at-next-audit'
      ? proposed.because === refused.because && proposed.nextAudit === refused.nextAudit
      : proposed.because === refused.because &&
        proposed.framework === refused.framework &&
        proposed.requirement === refused.requirement &&
        proposed.minors.length <= refused.minors.length,
  );

type OpenMinor = AtStage & { readonly grade: 'minor' };
const isOpenMinor = (finding: Finding): finding is OpenMinor => isAtStage(finding) && finding.grade === 'minor';

const tooMany = (finding: OpenMinor, minors: readonly Finding[]): RegradeProposal[] =>
  namedIn(finding).flatMap((key): RegradeProposal[] => {
    const same = minors.filter((each) => namedIn(each).includes(key));
    if (same.length < finding.policy.minorsToMajor) return [];
    const [framework = '', requirement = ''] = key.split('|');
    const { id, number } = finding.facts;
    return [
      {
        finding: id,
        number,
        because: 'minors-on-one-requirement',
        framework,
        requirement,
        minors: same.map((each) => each.facts.number).toSorted(),
      },
    ];
  });

/** A date that an extension put after the next audit was granted by the lead auditor: then it is not proposed before. */
const stillOpen = ({ facts, anchors, due }: OpenMinor, today: string): RegradeProposal[] => {
  const { nextAudit } = anchors;
  return nextAudit !== undefined && nextAudit <= today && due.remediation <= today
    ? [{ finding: facts.id, number: facts.number, because: 'open-at-next-audit', nextAudit }]
    : [];
};

/**
 * The open minors of one audit that are proposed to be regraded to major, by the policy each was issued under. Minors
 * that are closed count with the open ones: the audit raised them; withdrawn ones do not. What the lead auditor refused
 * is not proposed again.
 */
export const proposedRegrades = (findings: readonly Finding[], today: string): readonly RegradeProposal[] => {
  const minors = findings.filter(({ grade, status }) => grade === 'minor' && status !== 'withdrawn');
  return findings
    .filter(isOpenMinor)
    .flatMap((finding) =>
      [...tooMany(finding, minors), ...stillOpen(finding, today)].filter((proposal) => !isRefused(finding, proposal)),
    )
    .toSorted((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : 0));
};
