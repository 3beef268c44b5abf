import { earliest } from '../../calendar/civil-date.ts';
import type { Policy } from '../../policy/policy.ts';
import { trimmedPolicy } from '../../policy/resolved.ts';
import { ok, type Refusal, type Result, refuse } from '../../result.ts';
import type { AnchorDates, NonconformityGrade } from '../anchor-dates.ts';
import { explainedDueDates } from '../clocks.ts';
import type { DecisionContext } from '../context.ts';
import type { Decider } from '../decide.ts';

interface StartedClock {
  readonly policy: Policy;
  readonly anchors: AnchorDates;
  readonly due: { readonly plan: string; readonly correction: string; readonly remediation: string };
}

/** An auditor gives neither cause nor solution, and so cannot be the one to find them. */
const refusedOwner = (owner: string, { audit }: DecisionContext): Refusal | undefined =>
  audit.team.some((member) => member.person === owner)
    ? {
        code: 'owner-on-team',
        message: 'An auditor of the audit cannot own its findings. Name somebody of the organization.',
        field: 'owner',
      }
    : undefined;

/**
 * The clocks of a finding as they begin. Refused where a date would have to be counted over days whose public holidays
 * are not known: it would look like any other and be wrong.
 */
const startedClock = (
  policy: Policy,
  grade: NonconformityGrade,
  anchors: AnchorDates,
  today: string,
): Result<StartedClock> => {
  const { plan, correction, remediation } = explainedDueDates(policy, grade, anchors);
  const unknown = [plan, correction, remediation].some(({ steps }) =>
    steps.some(({ step }) => step === 'holidays-unknown'),
  );
  if (unknown)
    return refuse({
      code: 'holidays-unknown',
      message:
        policy.holidays === undefined
          ? `The public holidays of ${policy.region} were not looked up when Redress was started or deployed.`
          : `The public holidays of ${policy.region} are known from ${policy.holidays.from} to ${policy.holidays.until} only. Have Redress started or deployed anew: it looks up the next years then.`,
    });
  const due = { plan: plan.on, correction: correction.on, remediation: remediation.on };
  const { reportReceived, reportIssued, closeOfAudit, lastDay } = anchors;
  const first = earliest(lastDay, closeOfAudit, reportIssued, reportReceived);
  return ok({ policy: trimmedPolicy(policy, first, due, today), anchors, due });
};

export const issue: Decider<'issue'> = (_none, body, context) => {
  const { owner, grade, ...report } = body;
  if (!context.issuing)
    return refuse({
      code: 'policy-missing',
      message: 'No policy is in force: a finding cannot be issued without one.',
    });
  if (body.raisedOn && body.raisedOn > context.today)
    return refuse({ code: 'future-date', message: 'A finding cannot be raised in the future.', field: 'raisedOn' });
  const refused = refusedOwner(owner, context);
  if (refused) return refuse(refused);
  const { id, policy } = context.issuing;
  const { anchors } = context.audit;
  if (grade !== 'ofi' && !anchors)
    return refuse({
      code: 'audit-dates-missing',
      message: 'The clocks count from the day the report was received: record it on the audit first.',
      field: 'audit.dates.reportReceived',
    });
  const issued = { facts: { id, audit: context.audit.id, ...report }, grade, owner, on: context.today };
  if (grade === 'ofi' || !anchors) return ok({ type: 'issued', data: issued });
  const clock = startedClock(policy, grade, anchors, context.today);
  return clock.ok ? ok({ type: 'issued', data: { ...issued, clock: clock.value } }) : clock;
};

export const assign: Decider<'assign'> = (_finding, body, context) => {
  const refused = refusedOwner(body.owner, context);
  return refused ? refuse(refused) : ok({ type: 'assigned', data: { owner: body.owner } });
};
