import { ok, type Refusal, refuse } from '../../result.ts';
import type { Decider } from '../decide.ts';
import { clauseOf, isRefused } from '../proposals.ts';
import type { AtStage, ProposedBecause } from '../state.ts';

const notProposed: Refusal = {
  code: 'not-proposed',
  message: 'This is not proposed for this finding: read the proposals of its audit, and refuse one as it stands there.',
  field: 'proposed',
};

/** What the finding itself can tell: the other minors of its audit are not known here. */
const fits = (finding: AtStage, proposed: ProposedBecause): boolean =>
  proposed.because === 'open-at-next-audit'
    ? proposed.nextAudit === finding.anchors.nextAudit
    : proposed.minors.includes(finding.facts.number) &&
      proposed.minors.length >= finding.policy.minorsToMajor &&
      finding.facts.requirements.some(
        (each) => each.framework === proposed.framework && clauseOf(each) === proposed.requirement,
      );

/** The lead auditor lets a minor stay one although it is proposed to be regraded, and says why. */
export const refuseRegrade: Decider<'refuseRegrade'> = (finding, { proposed, reason }) => {
  if (finding.grade !== 'minor' || !fits(finding, proposed)) return refuse(notProposed);
  return isRefused(finding, proposed)
    ? refuse({ code: 'refused-before', message: 'This proposal was refused before.', field: 'proposed' })
    : ok({ type: 'regrade-refused', data: { proposed, reason } });
};
