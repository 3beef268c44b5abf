import type { CommandName } from '../commands.ts';
import type { Decider } from '../decide.ts';
import { appeal, decideAppeal, decideExtension, regrade, reopen, requestExtension } from './clock.ts';
import { close, decideWithdrawal, implement, recordFault, respond, withdraw } from './ending.ts';
import { followAudit } from './follow-audit.ts';
import { assign, issue } from './issue.ts';
import { refuseRegrade } from './refuse-regrade.ts';
import { accept, returnSubmission, submit, validate, verify } from './stage.ts';

/** What each command comes to, once the table, the roles and the duties have let it pass. */
export const deciders: { readonly [C in CommandName]: Decider<C> } = {
  issue,
  assign,
  submit,
  validate,
  verify,
  accept,
  return: returnSubmission,
  requestExtension,
  decideExtension,
  regrade,
  refuseRegrade,
  withdraw,
  decideWithdrawal,
  appeal,
  decideAppeal,
  followAudit,
  reopen,
  respond,
  implement,
  close,
  recordFault,
};
