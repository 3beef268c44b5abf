import { create as audits } from '#functions/audits/audits.ts';
import { create as awaitStep } from '#functions/await-step/await-step.ts';
import { create as buildPack } from '#functions/build-pack/build-pack.ts';
import { create as callWebhooks } from '#functions/call-webhooks/call-webhooks.ts';
import { create as checkEvidence } from '#functions/check-evidence/check-evidence.ts';
import { create as comments } from '#functions/comments/comments.ts';
import { create as deadlineSweep } from '#functions/deadline-sweep/deadline-sweep.ts';
import { create as downloads } from '#functions/downloads/downloads.ts';
import { create as evidence } from '#functions/evidence/evidence.ts';
import { create as finishImport } from '#functions/finish-import/finish-import.ts';
import { create as holdEvidence } from '#functions/hold-evidence/hold-evidence.ts';
import { create as issueFinding } from '#functions/issue-finding/issue-finding.ts';
import { create as linkPages } from '#functions/link-pages/link-pages.ts';
import { create as links } from '#functions/links/links.ts';
import { create as queries } from '#functions/queries/queries.ts';
import { create as readReport } from '#functions/read-report/read-report.ts';
import { create as reconcile } from '#functions/reconcile/reconcile.ts';
import { create as recordFault } from '#functions/record-fault/record-fault.ts';
import { create as relay } from '#functions/relay/relay.ts';
import { create as returnedMail } from '#functions/returned-mail/returned-mail.ts';
import { create as reviewerCommands } from '#functions/reviewer-commands/reviewer-commands.ts';
import { create as sendNotice } from '#functions/send-notice/send-notice.ts';
import { create as settings } from '#functions/settings/settings.ts';
import { create as submitterCommands } from '#functions/submitter-commands/submitter-commands.ts';
import { create as validateSubmission } from '#functions/validate-submission/validate-submission.ts';
import { lambdaContext } from './lambda-context.ts';

/** The real handlers, by the names of their folders, each on its store. */
const creators = {
  'submitter-commands': submitterCommands,
  'reviewer-commands': reviewerCommands,
  queries,
  comments,
  audits,
  evidence,
  'await-step': awaitStep,
  'validate-submission': validateSubmission,
  'record-fault': recordFault,
  'read-report': readReport,
  'issue-finding': issueFinding,
  'finish-import': finishImport,
  relay,
  reconcile,
  'deadline-sweep': deadlineSweep,
  'send-notice': sendNotice,
  'check-evidence': checkEvidence,
  'hold-evidence': holdEvidence,
  downloads,
  'build-pack': buildPack,
  links,
  'link-pages': linkPages,
  settings,
  'returned-mail': returnedMail,
  'call-webhooks': callWebhooks,
} as const;
export type FunctionName = keyof typeof creators;
type StoreOf<F> = F extends (store: infer S) => unknown ? S : never;
type Intersection<U> = (U extends unknown ? (value: U) => void : never) extends (value: infer I) => void ? I : never;

/** All that the functions together are made from. */
export type Store = Intersection<StoreOf<(typeof creators)[FunctionName]>>;
export type Invoke = (name: string, payload: unknown) => Promise<unknown>;

/** Calls a function by name as Lambda would: JSON in, JSON out, faults thrown by their names. */
export const createInvoke = (store: Store): Invoke => {
  const handlers = new Map<string, (event: never, context: never) => unknown>(
    Object.entries(creators).map(([name, create]) => [name, (create as unknown as (store: Store) => never)(store)]),
  );
  return async (name, payload) => {
    const handler = handlers.get(name);
    if (!handler) throw new RangeError(`there is no function ${name}`);
    const answer = await handler(payload as never, lambdaContext(name) as never);
    return answer === undefined ? null : JSON.parse(JSON.stringify(answer));
  };
};
