import type * as z from 'zod';
import { type CommandName, commandBodies } from '#domain/finding/commands.ts';
import { transitionOf } from '#domain/finding/transitions.ts';
import type { Role } from '#domain/people/person.ts';
import * as http from './http.ts';

/** The Lambda functions that serve the API, by folder name in `functions/`. */
export type ApiFunction = 'submitter-commands' | 'reviewer-commands' | 'queries' | 'audits' | 'evidence';

/**
 * One line of the API. The CDK stack, the local server and `/openapi.json` are made from this table. `role`: what a
 * person must hold in the directory to be let in at all; commands on findings are decided by the domain instead.
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
  readonly roles?: readonly Role[];
  /** Needs `Idempotency-Key`. */
  readonly keyed?: true;
  /** Needs `If-Match` with the version the person saw. */
  readonly versioned?: true;
}

const planners = ['isms-manager', 'lead-auditor'] as const;

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
    keyed: true,
    versioned: true,
  }),
);

const finding = '/findings/{finding}';
const audit = '/audits/{audit}';

// biome-ignore format: a table reads best as one
export const routes: readonly Route[] = [
  { name: 'me',             method: 'GET',  path: '/me',                            function: 'queries',  summary: 'Who is signed in, with roles.', status: 200, answer: http.PersonView },
  { name: 'listPeople',     method: 'GET',  path: '/people',                        function: 'queries',  summary: 'The people directory.', status: 200, answer: http.PeopleList },
  { name: 'putPerson',      method: 'PUT',  path: '/people/{person}',               function: 'audits',   summary: 'Add a person or change name and roles.', body: http.PutPerson, status: 200, answer: http.PersonView, roles: ['administrator'] },

  { name: 'listAudits',     method: 'GET',  path: '/audits',                        function: 'queries',  summary: 'All audits.', query: http.ListQuery, status: 200, answer: http.AuditList },
  { name: 'getAudit',       method: 'GET',  path: audit,                            function: 'queries',  summary: 'An audit with its dates, team and imports.', status: 200, answer: http.AuditView },
  { name: 'openAudit',      method: 'POST', path: '/audits',                        function: 'audits',   summary: 'Open an audit.', body: http.OpenAudit, status: 201, answer: http.AuditView, roles: planners, keyed: true },
  { name: 'reviseAudit',    method: 'PUT',  path: audit,                            function: 'audits',   summary: 'Change the dates, team or facts of an audit.', body: http.ReviseAudit, status: 200, answer: http.AuditView, roles: planners, keyed: true, versioned: true },
  { name: 'issue',          method: 'POST', path: `${audit}/findings`,              function: 'audits',   summary: 'Issue one finding without a report.', body: commandBodies.issue, status: 201, answer: http.FindingView, roles: planners, keyed: true },

  { name: 'requestReportUpload', method: 'POST', path: `${audit}/uploads`,          function: 'evidence', summary: 'Get a form to upload an audit report with.', body: http.UploadRequest, status: 201, answer: http.UploadGranted, roles: planners },
  { name: 'importReport',   method: 'POST', path: `${audit}/imports`,               function: 'evidence', summary: 'Read an uploaded report. The same file is the same import.', body: http.ImportRequest, status: 202, answer: http.ImportView, roles: planners, keyed: true },
  { name: 'getImport',      method: 'GET',  path: `${audit}/imports/{import}`,      function: 'queries',  summary: 'The rows of a report: ready, to be completed, or refused with reasons.', status: 200, answer: http.ImportView, roles: planners },
  { name: 'confirmImport',  method: 'POST', path: `${audit}/imports/{import}/confirm`, function: 'audits', summary: 'Complete the rows and issue the findings.', body: http.ConfirmRequest, status: 202, answer: http.ImportView, roles: planners, keyed: true },

  { name: 'listFindings',   method: 'GET',  path: '/findings',                      function: 'queries',  summary: 'The register.', query: http.FindingsQuery, status: 200, answer: http.FindingList },
  { name: 'exportRegister', method: 'GET',  path: '/register.csv',                  function: 'queries',  summary: 'The register as CSV.', status: 200, answer: 'text/csv' },
  { name: 'getFinding',     method: 'GET',  path: finding,                          function: 'queries',  summary: 'A finding, and what the reader may do with it now.', status: 200, answer: http.FindingView },
  { name: 'listEvents',     method: 'GET',  path: `${finding}/events`,              function: 'queries',  summary: 'The trail of a finding, with its hashes.', status: 200, answer: http.EventList },
  { name: 'getSubmission',  method: 'GET',  path: `${finding}/submissions/{hash}`,  function: 'queries',  summary: 'A submission by the hash an event names.', status: 200, answer: http.SubmissionView },
  { name: 'listNotices',    method: 'GET',  path: `${finding}/notices`,             function: 'queries',  summary: 'Every notice on a finding.', status: 200, answer: http.NoticeList },
  { name: 'listEvidence',   method: 'GET',  path: `${finding}/evidence`,            function: 'queries',  summary: 'The file records of a finding.', status: 200, answer: http.EvidenceList },
  { name: 'requestUpload',  method: 'POST', path: `${finding}/uploads`,             function: 'evidence', summary: 'Get a form to upload one file of evidence with.', body: http.UploadRequest, status: 201, answer: http.UploadGranted },
  { name: 'registerEvidence', method: 'POST', path: `${finding}/evidence/{evidence}/register`, function: 'evidence', summary: 'Check the uploaded file and register it as evidence.', status: 200, answer: http.EvidenceView },

  ...commandRoutes,
];

export const routeKey = (route: Pick<Route, 'method' | 'path'>): string => `${route.method} ${route.path}`;
