import type { AuditEvent } from '#domain/audit/events.ts';
import type { Audit } from '#domain/audit/state.ts';
import type { CommandBody } from '#domain/finding/commands.ts';
import type { Actor } from '#domain/people/person.ts';
import { completeRow, type ReportRow } from '#domain/report/row.ts';
import { type Refusal, type Result, refuse } from '#domain/result.ts';
import type { Sealed } from '#domain/trail/chain.ts';
import type { Contents } from '#ports/trail.ts';
import { auditNotFound, mayPlan, notAPlanner } from '../commands/access.ts';
import { type IssueStore, refusedIssue } from '../commands/issue-finding.ts';
import { type AuditStore, giveAuditCommand } from './give-audit-command.ts';
import { importOf, isTooLarge, readRows, storeContent } from './import-rows.ts';

type Issue = CommandBody<'issue'>;

export interface Completion {
  readonly row: number;
  readonly grade?: Issue['grade'] | undefined;
  readonly owner?: string | undefined;
  readonly requirements?: Issue['requirements'] | undefined;
  readonly leaveOut?: boolean | undefined;
}

export interface ConfirmImportRequest {
  readonly audit: string;
  readonly importId: string;
  readonly owner?: string | undefined;
  readonly rows: readonly Completion[];
  readonly actor: Actor;
  readonly key: string;
}

const lacks: Record<ReportRow['missing'][number], (row: string) => string> = {
  grade: (row) => `${row} lacks the grade: major, minor or ofi.`,
  owner: (row) => `${row} lacks the owner's e-mail address.`,
  requirements: (row) => `${row} lacks the requirement that is not fulfilled.`,
};

/** The finding to issue from a completed row, or what it still lacks. */
const findingOf = (row: ReportRow, index: number): { readonly issue?: Issue; readonly reasons: readonly Refusal[] } => {
  const { grade, owner, statement, requirements } = row;
  if (row.status !== 'ready' || grade === undefined || owner === undefined || statement === undefined)
    return {
      reasons: row.missing.map((part) => ({
        code: 'row-incomplete',
        message: lacks[part](`Row ${row.row} (${row.number})`),
        field: `rows[${index}].${part}`,
      })),
    };
  return {
    issue: {
      number: row.number,
      grade,
      owner,
      statement,
      requirements: [...requirements],
      ...(row.objectiveEvidence !== undefined && { objectiveEvidence: row.objectiveEvidence }),
      ...(row.process !== undefined && { process: row.process }),
      ...(row.auditor !== undefined && { raisedBy: row.auditor }),
      ...(row.raisedOn !== undefined && { raisedOn: row.raisedOn }),
    },
    reasons: [],
  };
};

const unknownRows = (rows: readonly ReportRow[], completions: readonly Completion[]): Refusal[] =>
  completions.flatMap((completion, i) =>
    rows.some((row) => row.row === completion.row)
      ? []
      : [{ code: 'unknown-row', message: `The report has no row ${completion.row}.`, field: `rows[${i}].row` }],
  );

const unknownOwners = async (store: AuditStore, findings: readonly Issue[]): Promise<Refusal[]> => {
  const owners = [...new Set(findings.map((finding) => finding.owner))];
  const known = await Promise.all(owners.map((owner) => store.people.get(owner)));
  return owners.flatMap((owner, i) =>
    known[i]
      ? []
      : [
          {
            code: 'unknown-person',
            message: `${owner} is not in the people directory. Add the person first.`,
            field: 'owner',
          },
        ],
  );
};

/**
 * What the domain would refuse of the findings: told now, to a person who can mend it, and not to the machine that
 * issues them. What is wrong with all of them, such as a date that the audit lacks, is told once.
 */
const refusedFindings = (store: IssueStore, audit: Audit, findings: readonly Issue[], actor: Actor): Refusal[] => {
  const refusals = findings.flatMap((body) =>
    refusedIssue(store, audit, { body, actor }).map((refusal) =>
      refusal.code === 'audit-dates-missing' ? refusal : { ...refusal, message: `${body.number}: ${refusal.message}` },
    ),
  );
  return [...new Map(refusals.map((refusal) => [refusal.message, refusal])).values()];
};

/**
 * Completes the rows and confirms them for issue. Refused rows are never issued; rows left out are not either. Any row
 * that still lacks something stops the whole confirmation, with every reason.
 */
export const confirmImport = async (
  store: AuditStore & IssueStore & { readonly contents: Contents },
  request: ConfirmImportRequest,
): Promise<Result<Sealed<AuditEvent>>> => {
  const audit = (await store.audits.latest(request.audit))?.state;
  if (!audit) return refuse(auditNotFound);
  if (!mayPlan(request.actor, audit.facts.team)) return refuse(notAPlanner);
  const found = importOf(audit, request.importId);
  if (!found) return refuse({ code: 'not-found', message: 'There is no such import.' });
  if (found.rows === undefined)
    return refuse({ code: 'wrong-state', message: `This import is ${found.status}: there is nothing to confirm yet.` });

  const rows = await readRows(store.contents, request.audit, found.rows);
  const completionOf = (row: ReportRow) => request.rows.find((each) => each.row === row.row);
  const taken = rows
    .filter((row) => row.status !== 'refused' && completionOf(row)?.leaveOut !== true)
    .map((row) => completeRow(row, { owner: request.owner, ...completionOf(row) }))
    .map(findingOf);
  const findings = taken.flatMap(({ issue }) => (issue ? [issue] : []));
  const reasons = [
    ...unknownRows(rows, request.rows),
    ...taken.flatMap((each) => each.reasons),
    ...(await unknownOwners(store, findings)),
    ...refusedFindings(store, audit, findings, request.actor),
    ...(taken.length === 0
      ? [{ code: 'nothing-to-issue', message: 'Every row is refused or left out: there is nothing to issue.' }]
      : []),
    ...(isTooLarge(findings)
      ? [{ code: 'report-too-large', message: 'Too much text for one import. Split the report.' }]
      : []),
  ];
  if (reasons.length > 0) return refuse(...reasons);

  const hash = store.digest(findings);
  await storeContent(store.contents, request.audit, hash, findings);
  return giveAuditCommand(store, {
    audit: request.audit,
    command: { name: 'confirmImport', body: { importId: request.importId, findings: hash } },
    actor: request.actor,
    key: request.key,
  });
};
