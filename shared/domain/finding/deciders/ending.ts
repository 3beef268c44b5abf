import { ok } from '../../result.ts';
import type { Decider } from '../decide.ts';

/** Withdrawal by two people of the certification body, and the path of an opportunity for improvement. */

export const withdraw: Decider<'withdraw'> = (_finding, body) => ok({ type: 'withdrawal-proposed', data: body });

export const decideWithdrawal: Decider<'decideWithdrawal'> = (_finding, body, context) =>
  body.confirmed
    ? ok({ type: 'withdrawn', data: { on: context.today, reason: body.reason } })
    : ok({ type: 'withdrawal-refused', data: { reason: body.reason } });

export const respond: Decider<'respond'> = (_finding, body, context) =>
  ok({
    type: body.accepted ? 'response-accepted' : 'response-declined',
    data: { on: context.today, comment: body.comment },
  });

export const implement: Decider<'implement'> = (_finding, body, context) =>
  ok({ type: 'implemented', data: { on: context.today, comment: body.comment } });

export const close: Decider<'close'> = (_finding, body, context) =>
  ok({ type: 'closed', data: { on: context.today, ...body } });

/** A fault in a task of the workflow: on the record, and nothing moves. */
export const recordFault: Decider<'recordFault'> = (_finding, body) => ok({ type: 'fault-recorded', data: body });
