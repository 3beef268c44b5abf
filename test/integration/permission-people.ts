import type { Holder } from '#contracts/permission-matrix.ts';
import type { AuditFacts } from '#domain/audit/state.ts';
import type { DecisionContext } from '#domain/finding/context.ts';
import { type Actor, Person } from '#domain/people/person.ts';
import { auditContextOf, stage2 } from '../builders/audit.ts';
import { cast } from '../builders/people.ts';

/** One person for each role, who holds no other. `cast` has their roles; the finding and the audit give the rest. */
export const holderOf = {
  owner: cast.owner,
  'action-owner': cast.actionOwner,
  'isms-manager': cast.ismsManager,
  'internal-auditor': cast.internalAuditor,
  'lead-auditor': cast.leadAuditor,
  auditor: cast.auditor,
  'decision-maker': cast.decisionMaker,
  'top-management': cast.topManagement,
  observer: cast.observer,
  administrator: cast.administrator,
  nobody: cast.stranger,
} as const satisfies Record<Holder, Actor>;

/** The same role, on another finding or audit. */
export const elsewhere = {
  owner: { person: 'otto.owner@example.org', roles: [] },
  'action-owner': { person: 'otis.acting@example.org', roles: [] },
  'lead-auditor': cast.otherLeadAuditor,
  auditor: { person: 'otis@cb.example', roles: [] },
} as const satisfies Partial<Record<Holder, Actor>>;
export type Elsewhere = keyof typeof elsewhere;

export const everybody: readonly Person[] = [...Object.values(holderOf), ...Object.values(elsewhere)].map(
  ({ person, roles }) => Person.parse({ email: person, name: person, roles }),
);

/** The audit of the finding that is read, the one of those that commands are given on, and one of another team. */
export const audit = '2026-stage-2';
export const stepsAudit = '2026-steps';
export const otherAudit = '2026-other';

const otherFacts: AuditFacts = {
  ...stage2,
  title: 'Another audit',
  team: [
    { person: elsewhere['lead-auditor'].person, role: 'lead-auditor' },
    { person: elsewhere.auditor.person, role: 'auditor' },
  ],
};
export const audits: Readonly<Record<string, AuditFacts>> = {
  [audit]: stage2,
  [stepsAudit]: stage2,
  [otherAudit]: otherFacts,
};
export const stepsContext: DecisionContext['audit'] = { ...auditContextOf(stage2), id: stepsAudit };
export const otherContext: DecisionContext['audit'] = { ...auditContextOf(otherFacts), id: otherAudit };
