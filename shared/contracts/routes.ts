import type * as z from 'zod';
import { auditTransitionOf } from '#domain/audit/transitions.ts';
import { type CommandName, commandBodies } from '#domain/finding/commands.ts';
import { transitionOf } from '#domain/finding/transitions.ts';
import { permissions } from '#domain/people/permissions.ts';
import type { Role } from '#domain/people/person.ts';
import * as http from './http.ts';
import { FindingsQuery, RegisterFilter } from './register-query.ts';

/** The Lambda functions that serve the API, by folder name in `functions/`. */
export type ApiFunction =
  | 'submitter-commands'
  | 'reviewer-commands'
  | 'queries'
  | 'comments'
  | 'audits'
  | 'evidence'
  | 'downloads'
  | 'links'
  | 'settings';

/**
 * One line of the API. The CDK stack, the local server, `/openapi.json` and the permission matrix are made from this
 * table.
 */
export interface Route {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly function: ApiFunction;
  readonly summary: string;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly status: 200 | 201 | 202;
  readonly answer: z.ZodType | 'text/csv';
  /**
   * Who may use it. On a finding or an audit: who holds the role there, which the domain and the use cases decide by
   * the very lists named here. Elsewhere: who holds it in the directory.
   */
  readonly by: 'everybody' | readonly Role[];
  /** Everybody may ask, and is answered what that person may see. */
  readonly sifted?: true;
  /** Needs `Idempotency-Key`. */
  readonly keyed?: true;
  /** Needs `If-Match` with the version the person saw. */
  readonly versioned?: true;
}

/** Commands on a finding: function, path and what it says in the reference. */
const findingCommands = {
  assign: ['submitter-commands', 'Give the finding to another owner.'],
  submit: ['submitter-commands', 'Hand in what the stage asks for.'],
  requestExtension: ['submitter-commands', 'Ask for a later due date.'],
  appeal: ['submitter-commands', 'Appeal against the finding.'],
  respond: ['submitter-commands', 'Accept or decline an opportunity for improvement.'],
  implement: ['submitter-commands', 'Say that an accepted opportunity for improvement is implemented.'],
  verify: ['reviewer-commands', 'Confirm, or not, before the submission goes to the certification body.'],
  accept: ['reviewer-commands', 'Accept the submission: the next stage begins, or the finding is closed.'],
  return: ['reviewer-commands', 'Return the submission with reasons: a new round begins.'],
  decideExtension: ['reviewer-commands', 'Grant or refuse the extension asked for.'],
  regrade: ['reviewer-commands', 'Change the grade; a new clock begins today.'],
  refuseRegrade: ['reviewer-commands', 'Let a minor stay one although it is proposed to be regraded.'],
  withdraw: ['reviewer-commands', 'Propose to withdraw the finding.'],
  decideWithdrawal: ['reviewer-commands', 'Confirm or refuse the withdrawal, as second person.'],
  decideAppeal: ['reviewer-commands', 'Decide the appeal.'],
  reopen: ['reviewer-commands', 'Reopen a closed nonconformity: a new cycle begins.'],
  close: ['reviewer-commands', 'Close an opportunity for improvement.'],
} as const satisfies Partial<Record<CommandName, readonly [ApiFunction, string]>>;
export type FindingCommandName = keyof typeof findingCommands;

/** `requestExtension` is `request-extension` in a path. */
export const pathWord = (command: string): string => command.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const commandRoutes = (Object.keys(findingCommands) as FindingCommandName[]).map(
  (command): Route & { readonly name: FindingCommandName } => ({
    name: command,
    method: 'POST',
    path: `/findings/{finding}/${pathWord(command)}`,
    function: findingCommands[command][0],
    summary: `${findingCommands[command][1]} For ${transitionOf(command).by.join(', ')}.`,
    body: commandBodies[command],
    status: 200,
    answer: http.FindingView,
    by: transitionOf(command).by,
    keyed: true,
    versioned: true,
  }),
);

const finding = '/findings/{finding}';
const audit = '/audits/{audit}';

// biome-ignore format: a table reads best as one
const table = [
  { name: 'me',             method: 'GET',  path: '/me',                            function: 'queries',  summary: 'Who is signed in, with roles.', status: 200, answer: http.PersonView, by: 'everybody' },
  { name: 'listPeople',     method: 'GET',  path: '/people',                        function: 'queries',  summary: 'The people directory.', status: 200, answer: http.PeopleList, by: permissions.listPeople },
  { name: 'putPerson',      method: 'PUT',  path: '/people/{person}',               function: 'settings', summary: 'Add a person or change name and roles.', body: http.PutPerson, status: 200, answer: http.PersonListed, by: permissions.changePeople },

  { name: 'getPolicy',      method: 'GET',  path: '/policy',                        function: 'queries',  summary: 'The policy in force, with the public holidays of its region among its closed days.', status: 200, answer: http.PolicyView, by: 'everybody' },
  { name: 'explainPolicy',  method: 'GET',  path: '/policy/explained',              function: 'queries',  summary: 'Every date of a nonconformity under the policy in force, and why it is that one.', query: http.ExplainQuery, status: 200, answer: http.ExplainedDatesView, by: 'everybody' },

  { name: 'listWork',       method: 'GET',  path: '/me/work',                       function: 'queries',  summary: 'The open findings that concern whoever is signed in, with what each waits for from that person.', status: 200, answer: http.WorkList, by: 'everybody', sifted: true },
  { name: 'setPreferences', method: 'PUT',  path: '/me/preferences',                function: 'settings', summary: 'Choose language, hour of the digest, reminders and calendar. Left out: as the organization has it.', body: http.SetPreferences, status: 200, answer: http.PersonView, by: 'everybody' },
  { name: 'keepViews',      method: 'PUT',  path: '/me/views',                      function: 'settings', summary: 'Keep views of the register by name. Left out: deleted.', body: http.KeepViews, status: 200, answer: http.PersonView, by: 'everybody' },
  { name: 'getCalendar',    method: 'GET',  path: '/me/calendar',                   function: 'links',    summary: 'The feed of deadlines that concern whoever is signed in, if there is one.', status: 200, answer: http.CalendarView, by: 'everybody' },
  { name: 'makeCalendar',   method: 'POST', path: '/me/calendar',                   function: 'links',    summary: 'Make the feed of deadlines that concern whoever is signed in. Its address is shown this once; one made before is revoked.', status: 201, answer: http.CalendarMade, by: 'everybody' },
  { name: 'revokeCalendar', method: 'POST', path: '/me/calendar/revoke',            function: 'links',    summary: 'Revoke one\'s feed of deadlines, at once.', status: 200, answer: http.CalendarView, by: 'everybody' },
  { name: 'listSuppressions', method: 'GET', path: '/suppressed-addresses',         function: 'settings', summary: 'Addresses that nothing is sent to, because mail to them came back.', status: 200, answer: http.SuppressionList, by: permissions.handleSuppressions },
  { name: 'liftSuppression', method: 'POST', path: '/suppressed-addresses/{person}/lift', function: 'settings', summary: 'Send to an address again.', status: 200, answer: http.SuppressionList, by: permissions.handleSuppressions },
  { name: 'listWebhooks',   method: 'GET',  path: '/webhooks',                      function: 'settings', summary: 'The webhooks, with what came of the last call of each.', status: 200, answer: http.WebhookList, by: permissions.handleWebhooks },
  { name: 'makeWebhook',    method: 'POST', path: '/webhooks',                      function: 'settings', summary: 'Have an address called with events. Its secret is shown this once.', body: http.MakeWebhook, status: 201, answer: http.WebhookMade, by: permissions.handleWebhooks },
  { name: 'changeWebhook',  method: 'PUT',  path: '/webhooks/{webhook}',            function: 'settings', summary: 'Change a webhook, or switch it on or off.', body: http.ChangeWebhook, status: 200, answer: http.WebhookView, by: permissions.handleWebhooks },
  { name: 'renewWebhookSecret', method: 'POST', path: '/webhooks/{webhook}/renew-secret', function: 'settings', summary: 'Give a webhook another secret. It is shown this once; the one before is good no more.', status: 200, answer: http.WebhookMade, by: permissions.handleWebhooks },
  { name: 'tryWebhook',     method: 'POST', path: '/webhooks/{webhook}/try',        function: 'settings', summary: 'Call a webhook with a sample event, once.', status: 202, answer: http.WebhookView, by: permissions.handleWebhooks },

  { name: 'listAudits',     method: 'GET',  path: '/audits',                        function: 'queries',  summary: 'All audits.', query: http.ListQuery, status: 200, answer: http.AuditList, by: 'everybody' },
  { name: 'getAudit',       method: 'GET',  path: audit,                            function: 'queries',  summary: 'An audit with its dates, team and imports.', status: 200, answer: http.AuditView, by: 'everybody' },
  { name: 'openAudit',      method: 'POST', path: '/audits',                        function: 'audits',   summary: 'Open an audit.', body: http.OpenAudit, status: 201, answer: http.AuditView, by: auditTransitionOf('open').by, keyed: true },
  { name: 'reviseAudit',    method: 'PUT',  path: audit,                            function: 'audits',   summary: 'Change the dates, team or facts of an audit.', body: http.ReviseAudit, status: 200, answer: http.AuditView, by: auditTransitionOf('revise').by, keyed: true, versioned: true },
  { name: 'listProposals',  method: 'GET',  path: `${audit}/proposals`,             function: 'queries',  summary: 'Minors of an audit that are proposed to be regraded to major, and why.', status: 200, answer: http.ProposalList, by: permissions.handleReports },
  { name: 'issue',          method: 'POST', path: `${audit}/findings`,              function: 'audits',   summary: 'Issue one finding without a report.', body: commandBodies.issue, status: 201, answer: http.FindingView, by: transitionOf('issue').by, keyed: true },

  { name: 'requestReportUpload', method: 'POST', path: `${audit}/uploads`,          function: 'evidence', summary: 'Get a form to upload an audit report with.', body: http.UploadRequest, status: 201, answer: http.UploadGranted, by: permissions.handleReports },
  { name: 'importReport',   method: 'POST', path: `${audit}/imports`,               function: 'evidence', summary: 'Read an uploaded report. The same file is the same import.', body: http.ImportRequest, status: 202, answer: http.ImportView, by: auditTransitionOf('importReport').by, keyed: true },
  { name: 'getImport',      method: 'GET',  path: `${audit}/imports/{import}`,      function: 'queries',  summary: 'The rows of a report: ready, to be completed, or refused with reasons.', status: 200, answer: http.ImportView, by: permissions.handleReports },
  { name: 'confirmImport',  method: 'POST', path: `${audit}/imports/{import}/confirm`, function: 'audits', summary: 'Complete the rows and issue the findings.', body: http.ConfirmRequest, status: 202, answer: http.ImportView, by: auditTransitionOf('confirmImport').by, keyed: true },

  { name: 'listFindings',   method: 'GET',  path: '/findings',                      function: 'queries',  summary: 'The register: filtered, sorted, page by page.', query: FindingsQuery, status: 200, answer: http.FindingList, by: 'everybody', sifted: true },
  { name: 'exportRegister', method: 'GET',  path: '/register.csv',                  function: 'queries',  summary: 'The register as CSV: all that the filter leaves.', query: RegisterFilter, status: 200, answer: 'text/csv', by: 'everybody', sifted: true },
  { name: 'getFinding',     method: 'GET',  path: finding,                          function: 'queries',  summary: 'A finding, and what the reader may do with it now.', status: 200, answer: http.FindingView, by: permissions.readFinding },
  { name: 'listEvents',     method: 'GET',  path: `${finding}/events`,              function: 'queries',  summary: 'The trail of a finding, with its hashes.', status: 200, answer: http.EventList, by: permissions.readFinding },
  { name: 'getSubmission',  method: 'GET',  path: `${finding}/submissions/{hash}`,  function: 'queries',  summary: 'A submission by the hash an event names.', status: 200, answer: http.SubmissionView, by: permissions.readFinding },
  { name: 'listNotices',    method: 'GET',  path: `${finding}/notices`,             function: 'queries',  summary: 'Every notice on a finding.', status: 200, answer: http.NoticeList, by: permissions.readFinding },
  { name: 'listComments',   method: 'GET',  path: `${finding}/comments`,            function: 'comments', summary: 'The comments on a finding, oldest first.', status: 200, answer: http.CommentList, by: permissions.readFinding },
  { name: 'addComment',     method: 'POST', path: `${finding}/comments`,            function: 'comments', summary: 'Comment on a finding, for everybody who may read it. A comment is never changed, and no part of the record.', body: http.AddComment, status: 201, answer: http.CommentView, by: permissions.readFinding, keyed: true },
  { name: 'listEvidence',   method: 'GET',  path: `${finding}/evidence`,            function: 'queries',  summary: 'The file records of a finding.', status: 200, answer: http.EvidenceList, by: permissions.readFinding },
  { name: 'requestUpload',  method: 'POST', path: `${finding}/uploads`,             function: 'evidence', summary: 'Get a form to upload one file of evidence with.', body: http.UploadRequest, status: 201, answer: http.UploadGranted, by: permissions.uploadEvidence },
  { name: 'getEvidence',    method: 'GET',  path: `${finding}/evidence/{evidence}`, function: 'queries',  summary: 'One file record: where its checks stand.', status: 200, answer: http.EvidenceView, by: permissions.readFinding },
  { name: 'getReportFile',  method: 'GET',  path: `${audit}/uploads/{upload}`,      function: 'queries',  summary: 'The file record of an audit report: where its checks stand.', status: 200, answer: http.EvidenceView, by: permissions.handleReports },
  { name: 'grantParts',     method: 'POST', path: `${finding}/evidence/{evidence}/parts`, function: 'evidence', summary: 'Get addresses to send parts of a large file to.', body: http.PartsRequest, status: 201, answer: http.PartsGranted, by: permissions.uploadEvidence },
  { name: 'listParts',      method: 'GET',  path: `${finding}/evidence/{evidence}/parts`, function: 'evidence', summary: 'The parts of a large file that have arrived.', status: 200, answer: http.PartsList, by: permissions.uploadEvidence },
  { name: 'completeParts',  method: 'POST', path: `${finding}/evidence/{evidence}/complete`, function: 'evidence', summary: 'Make one file of its parts, once all have arrived.', status: 202, answer: http.EvidenceView, by: permissions.uploadEvidence },

  { name: 'downloadEvidence', method: 'POST', path: `${finding}/evidence/{evidence}/download`, function: 'downloads', summary: 'Get an address that serves the file for 60 seconds. It goes on the record.', status: 200, answer: http.DownloadGranted, by: permissions.downloadEvidence },
  { name: 'downloadReport', method: 'POST', path: `${audit}/uploads/{upload}/download`, function: 'downloads', summary: 'Get an address that serves an audit report for 60 seconds. It goes on the record.', status: 200, answer: http.DownloadGranted, by: permissions.handleReports },
  { name: 'listAccesses',   method: 'GET',  path: `${finding}/accesses`,            function: 'downloads', summary: 'Who downloaded what of a finding, and who used which link.', status: 200, answer: http.AccessList, by: permissions.seeAccesses },
  { name: 'listAuditAccesses', method: 'GET', path: `${audit}/accesses`,            function: 'downloads', summary: 'Who downloaded what of an audit, and who used which link.', status: 200, answer: http.AccessList, by: permissions.seeAccesses },
  { name: 'requestPack',    method: 'POST', path: `${finding}/packs`,               function: 'downloads', summary: 'Have the evidence pack of a finding made.', status: 202, answer: http.PackView, by: permissions.usePacks },
  { name: 'listPacks',      method: 'GET',  path: `${finding}/packs`,               function: 'downloads', summary: 'The evidence packs of a finding.', status: 200, answer: http.PackList, by: permissions.usePacks },
  { name: 'getPack',        method: 'GET',  path: `${finding}/packs/{pack}`,        function: 'downloads', summary: 'How far an evidence pack is.', status: 200, answer: http.PackView, by: permissions.usePacks },
  { name: 'downloadPack',   method: 'POST', path: `${finding}/packs/{pack}/download`, function: 'downloads', summary: 'Get an address that serves an evidence pack for 60 seconds. It goes on the record.', status: 200, answer: http.DownloadGranted, by: permissions.usePacks },
  { name: 'requestAuditPack', method: 'POST', path: `${audit}/packs`,               function: 'downloads', summary: 'Have the evidence pack of a whole audit made.', status: 202, answer: http.PackView, by: permissions.usePacks },
  { name: 'listAuditPacks', method: 'GET',  path: `${audit}/packs`,                 function: 'downloads', summary: 'The evidence packs of an audit.', status: 200, answer: http.PackList, by: permissions.usePacks },
  { name: 'getAuditPack',   method: 'GET',  path: `${audit}/packs/{pack}`,          function: 'downloads', summary: 'How far an evidence pack of an audit is.', status: 200, answer: http.PackView, by: permissions.usePacks },
  { name: 'downloadAuditPack', method: 'POST', path: `${audit}/packs/{pack}/download`, function: 'downloads', summary: 'Get an address that serves an evidence pack for 60 seconds. It goes on the record.', status: 200, answer: http.DownloadGranted, by: permissions.usePacks },
  { name: 'signingKey',     method: 'GET',  path: '/signing-key',                   function: 'downloads', summary: 'The public key that evidence packs are signed with.', status: 200, answer: http.SigningKey, by: 'everybody' },

  { name: 'makeLink',       method: 'POST', path: `${audit}/links`,                 function: 'links',    summary: 'Make a link for somebody without an account, and send it. The address is shown this once.', body: http.MakeLink, status: 201, answer: http.LinkMade, by: permissions.makeLinks },
  { name: 'listLinks',      method: 'GET',  path: `${audit}/links`,                 function: 'links',    summary: 'The links of an audit and of its findings, with their uses.', status: 200, answer: http.LinkList, by: permissions.seeLinks },
  { name: 'revokeLink',     method: 'POST', path: `${audit}/links/{link}/revoke`,   function: 'links',    summary: 'Revoke a link, at once.', status: 200, answer: http.LinkView, by: permissions.revokeLinks },
] as const satisfies readonly Route[];
type Line = (typeof table)[number];

/** Every line of the API. */
export const routes: readonly Route[] = [...table, ...commandRoutes];

export type RouteName = Line['name'] | FindingCommandName;
/** The line of a name as it stands in the table, with its very schemas; commands have theirs in `commandBodies`. */
export type RouteOf<N extends Line['name']> = Extract<Line, { readonly name: N }>;
export type PlainRouteName = Line['name'];

/** What a route is about: who may use it then depends on that finding or audit. */
export const subjectOf = ({ path }: Pick<Route, 'path'>): 'finding' | 'audit' | undefined =>
  path.startsWith(finding) ? 'finding' : path.startsWith(audit) ? 'audit' : undefined;

/** The roles of a list that people hold: Redress itself does not come by the API. */
export const peopleIn = (by: readonly Role[]): readonly Role[] => by.filter((role) => role !== 'system');

export const routeKey = (route: Pick<Route, 'method' | 'path'>): string => `${route.method} ${route.path}`;
