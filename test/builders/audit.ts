import { anchorsOf } from '#domain/audit/anchors.ts';
import type { AuditFacts } from '#domain/audit/state.ts';
import type { DecisionContext } from '#domain/finding/context.ts';
import { cast } from './people.ts';

/** A stage 2 audit of one week, closed on its last day; its report was received on Monday, 2026-03-09. */
export const stage2: AuditFacts = {
  kind: 'stage-2',
  title: 'Stage 2 audit 2026',
  dates: {
    firstDay: '2026-02-23',
    lastDay: '2026-02-27',
    closingMeeting: '2026-02-27',
    reportIssued: '2026-03-06',
    reportReceived: '2026-03-09',
    nextAudit: '2027-02-22',
  },
  team: [
    { person: cast.leadAuditor.person, role: 'lead-auditor' },
    { person: cast.auditor.person, role: 'auditor' },
  ],
};

/** What `decide` knows of an audit with these facts. */
export const auditContextOf = (facts: AuditFacts = stage2): DecisionContext['audit'] => ({
  id: '2026-stage-2',
  team: facts.team,
  anchors: anchorsOf({ id: '2026-stage-2', seq: 1, facts, imports: [], taken: [] }),
});
