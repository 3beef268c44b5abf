import { ok, type Refusal, refuse } from '../../result.ts';
import { dueDates } from '../clocks.ts';
import type { DecisionContext } from '../context.ts';
import type { Decider } from '../decide.ts';

/** An auditor gives neither cause nor solution, and so cannot be the one to find them. */
const refusedOwner = (owner: string, { audit }: DecisionContext): Refusal | undefined =>
  audit.team.some((member) => member.person === owner)
    ? {
        code: 'owner-on-team',
        message: 'An auditor of the audit cannot own its findings. Name somebody of the organization.',
        field: 'owner',
      }
    : undefined;

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
  return ok({
    type: 'issued',
    data: {
      facts: { id, audit: context.audit.id, ...report },
      grade,
      owner,
      on: context.today,
      ...(grade !== 'ofi' &&
        anchors && { clock: { policy, anchors: { ...anchors }, due: dueDates(policy, grade, anchors) } }),
    },
  });
};

export const assign: Decider<'assign'> = (_finding, body, context) => {
  const refused = refusedOwner(body.owner, context);
  return refused ? refuse(refused) : ok({ type: 'assigned', data: { owner: body.owner } });
};
