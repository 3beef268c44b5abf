import * as z from 'zod';
import { CivilDate, Instant } from '#domain/calendar/civil-date.ts';
import { stages } from '#domain/finding/stage.ts';
import { grades, statuses } from '#domain/finding/state.ts';
import { auditEventTypes, type CommittedType, findingEventTypes } from '#domain/webhook/event-types.ts';

/*
 * What customers build on: the committed events as they are told on the bus and to webhooks. What is said here is added
 * to and never changed; a shape that has to change gets another `version`.
 */

export const eventVersion = 1;

const told = {
  version: z.literal(eventVersion).describe('Version of this shape.'),
  aggregate: z.string().describe('Id of the finding or the audit.'),
  seq: z.int().min(1).describe('Number of the event among those of its finding or audit, from 1, without gaps.'),
  at: Instant.describe('When it was committed, in UTC.'),
};

/** An event of a finding, with what it is filtered by: the finding as it is after the event. */
export const FindingTold = z.object({
  ...told,
  kind: z.literal('finding'),
  type: z.enum(findingEventTypes).describe('What happened.'),
  audit: z.string().describe('Id of the audit that raised the finding.'),
  number: z.string().describe('Number of the finding in the report.'),
  grade: z.enum(grades),
  status: z.enum(statuses).describe('Where the finding stands after the event.'),
  stage: z
    .enum(stages)
    .optional()
    .describe('Absent for opportunities for improvement, and once it is closed or withdrawn.'),
  due: CivilDate.optional().describe('Civil date by which somebody has to act next, where there is one.'),
});
export type FindingTold = z.infer<typeof FindingTold>;

export const AuditTold = z.object({
  ...told,
  kind: z.literal('audit'),
  type: z.enum(auditEventTypes).describe('What happened.'),
});
export type AuditTold = z.infer<typeof AuditTold>;

/** What an administrator has a webhook called with to try it out. Never on the bus. */
export const SampleTold = z.object({
  version: told.version,
  kind: z.literal('sample'),
  type: z.literal('sample'),
  webhook: z.string().describe('Id of the webhook that was tried.'),
  at: Instant.describe('When somebody asked for it, in UTC.'),
});
export type SampleTold = z.infer<typeof SampleTold>;

export type Told = FindingTold | AuditTold | SampleTold;

/** The body of a webhook's call in the format `redress`, as Standard Webhooks would have it. */
export interface WebhookBody {
  readonly type: Told['type'];
  /** When it happened. */
  readonly timestamp: string;
  readonly data: Told;
}

/** What each type says, for those who choose what to listen to. */
export const eventMeanings: Readonly<Record<CommittedType, string>> = {
  issued: 'A finding was issued.',
  assigned: 'A finding was given to another owner.',
  submitted: 'Something was handed in for the stage.',
  'found-complete': 'The automatic check found what was handed in complete; it goes on to verification or review.',
  'found-incomplete': 'The automatic check found what was handed in incomplete; it came back.',
  confirmed: 'The internal auditor confirmed what was handed in; it goes on to review.',
  'not-confirmed': 'The internal auditor did not confirm what was handed in; it came back.',
  accepted: 'The certification body accepted the stage. After the last one the finding is closed.',
  returned: 'The certification body returned what was handed in.',
  'extension-requested': 'The owner asked for a later due date.',
  'extension-granted': 'A later due date was granted.',
  'extension-refused': 'A later due date was refused.',
  regraded: 'The finding has another grade, and another clock.',
  'regrade-refused': 'A proposal to regrade the finding was refused.',
  'due-moved': 'Due dates moved with the dates of the audit.',
  'anchors-revised': 'Dates of the audit changed, and no due date with them.',
  'withdrawal-proposed': 'The lead auditor proposed to withdraw the finding.',
  'withdrawal-refused': 'The withdrawal was refused.',
  withdrawn: 'The finding was withdrawn.',
  appealed: 'The owner appealed against the finding.',
  'appeal-decided': 'The appeal was decided.',
  reopened: 'A closed finding was opened again, in another cycle.',
  'response-accepted': 'An opportunity for improvement was taken up.',
  'response-declined': 'An opportunity for improvement was declined.',
  implemented: 'An opportunity for improvement was put into practice.',
  closed: 'An opportunity for improvement was closed. Of a nonconformity see accepted.',
  'fault-recorded': 'An automatic step failed on our side; the operators are told, and it is taken up again.',
  'audit-opened': 'An audit was opened.',
  'audit-revised': 'Facts, dates or the team of an audit changed.',
  'report-imported': 'An audit report was handed in.',
  'report-read': 'An audit report was read; its rows wait to be confirmed.',
  'report-refused': 'An audit report could not be read.',
  'import-confirmed': 'The rows of an audit report were confirmed; its findings are being issued.',
  'import-issued': 'The findings of an audit report are issued.',
};
