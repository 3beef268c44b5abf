import type { FindingEventType } from '../finding/events.ts';
import type { Finding } from '../finding/state.ts';
import type { Policy } from '../policy/policy.ts';

/** Whom a notice is for, seen from the finding. `submitter`: who handed in what comes back. */
export type Audience =
  | 'owner'
  | 'submitter'
  | 'isms-manager'
  | 'internal-auditor'
  | 'lead-auditor'
  | 'decision-maker'
  | 'top-management'
  | 'administrator';

type Change = (finding: Finding) => readonly Audience[];

const nextInLine: Change = (finding) => (finding.status === 'verifying' ? ['internal-auditor'] : ['lead-auditor']);

/**
 * Who is told of what: whoever acts next, and the submitter when something comes back. Whoever gains or loses a deadline
 * by it is told besides.
 */
export const toldOf: Partial<Record<FindingEventType, Change>> = {
  issued: () => ['owner'],
  assigned: () => ['owner'],
  // Nobody but for the calendar: what was handed in is a deadline met.
  submitted: () => [],
  'found-complete': nextInLine,
  'found-incomplete': () => ['submitter', 'owner'],
  confirmed: nextInLine,
  'not-confirmed': () => ['submitter', 'owner'],
  accepted: (finding) => (finding.status === 'closed' ? ['owner', 'isms-manager', 'lead-auditor'] : ['owner']),
  returned: () => ['submitter', 'owner'],
  'extension-requested': () => ['lead-auditor'],
  'extension-granted': () => ['owner'],
  'extension-refused': () => ['owner'],
  regraded: () => ['owner', 'isms-manager'],
  'due-moved': () => ['owner'],
  'withdrawal-proposed': () => ['decision-maker'],
  'withdrawal-refused': () => ['lead-auditor'],
  withdrawn: () => ['owner', 'isms-manager', 'lead-auditor'],
  appealed: () => ['decision-maker', 'lead-auditor'],
  'appeal-decided': () => ['owner', 'lead-auditor'],
  reopened: () => ['owner', 'isms-manager'],
  'response-accepted': () => ['isms-manager'],
  'response-declined': () => ['isms-manager'],
  implemented: () => ['isms-manager'],
  'fault-recorded': () => ['administrator'],
};

export type WaitsFor = 'owner' | 'verifier' | 'reviewer' | 'appeal';

const acts: Record<WaitsFor, Audience> = {
  owner: 'owner',
  verifier: 'internal-auditor',
  reviewer: 'lead-auditor',
  appeal: 'decision-maker',
};

/** Whom a deadline notice is for: those who must act, and those who are told because nobody has. */
export interface Readers {
  readonly acting: Audience;
  readonly escalated: readonly Audience[];
}

/** Who is told of a deadline: whoever must act and, once it is so many days overdue, whom the policy escalates it to. */
export const toldOfDeadline = (
  waitsFor: WaitsFor,
  offset: number,
  escalation: Policy['notices']['escalation'],
): Readers => ({
  acting: acts[waitsFor],
  escalated: [...new Set(escalation.filter(({ after }) => offset >= after).map(({ to }) => to))],
});

/** Who is told of a hard cap (ISO/IEC 17021-1, 9.5.3.2) that comes near, or has passed. */
export const toldOfCap = (state: 'near' | 'passed'): Readers => ({
  acting: 'owner',
  escalated: ['isms-manager', 'lead-auditor', ...(state === 'passed' ? (['top-management'] as const) : [])],
});
