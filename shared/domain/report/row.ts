import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { grades } from '../finding/state.ts';
import { Requirement } from '../requirement/requirement.ts';

export const rowStatuses = ['ready', 'to-be-completed', 'refused'] as const;
/** What a person can add at confirmation. */
export const completableParts = ['grade', 'owner', 'requirements'] as const;

export const RowRefusalSchema = z.object({
  code: z.string(),
  message: z.string(),
  field: z.string().exactOptional(),
  /** Header of the column concerned, as it stands in the file. */
  column: z.string().exactOptional(),
});
export type RowRefusal = z.infer<typeof RowRefusalSchema>;

/**
 * One row of an audit report as Redress read it. `refused`: `refusals` says why, and nothing can be issued from it.
 * `to-be-completed`: `missing` says what a person has to add. `ready`: a finding can be issued as it stands.
 */
export const ReportRowSchema = z.object({
  /** 1-based row of the file as a person sees it; in OSCAL, the finding's place among those not satisfied. */
  row: z.int().min(1),
  /** The auditor's number, or `F-<row>` where the report gives none. */
  number: z.string().min(1).max(40),
  status: z.enum(rowStatuses),
  grade: z.enum(grades).exactOptional(),
  requirements: z.array(Requirement),
  statement: z.string().exactOptional(),
  objectiveEvidence: z.string().exactOptional(),
  process: z.string().exactOptional(),
  auditor: z.string().exactOptional(),
  raisedOn: CivilDate.exactOptional(),
  /** E-mail address, lower case. */
  owner: z.string().exactOptional(),
  /** What the report has in the owner's place where that is no e-mail address: a name, a department. */
  ownerHint: z.string().exactOptional(),
  /** The finding's identifier in an OSCAL document. */
  sourceId: z.string().exactOptional(),
  missing: z.array(z.enum(completableParts)),
  refusals: z.array(RowRefusalSchema),
  /** What was assumed in reading, for the person who confirms. */
  notes: z.array(z.string()),
});
export type ReportRow = z.infer<typeof ReportRowSchema>;

/** The row with `missing` and `status` as they follow from what it holds. */
export function settled(row: Omit<ReportRow, 'status' | 'missing'>): ReportRow {
  const isRefused = (field: string) => row.refusals.some((refusal) => refusal.field === field);
  const missing = completableParts.filter(
    (part) => !isRefused(part) && (part === 'requirements' ? row.requirements.length === 0 : row[part] === undefined),
  );
  const status = row.refusals.length > 0 ? 'refused' : missing.length > 0 ? 'to-be-completed' : 'ready';
  return { ...row, missing, status };
}

export interface Completion {
  readonly grade?: ReportRow['grade'] | undefined;
  /** E-mail address. */
  readonly owner?: string | undefined;
  readonly requirements?: readonly Requirement[] | undefined;
}

/**
 * Adds what a person gives for the parts that are missing. What the report itself says is never replaced, and a refused
 * row stays as it is: it is mended in the report.
 */
export function completeRow(row: ReportRow, completion: Completion): ReportRow {
  if (row.status !== 'to-be-completed') return row;
  const gives = (part: (typeof completableParts)[number]) => row.missing.includes(part);
  return settled({
    ...row,
    ...(gives('grade') && completion.grade !== undefined && { grade: completion.grade }),
    ...(gives('owner') && completion.owner !== undefined && { owner: completion.owner.trim().toLowerCase() }),
    ...(gives('requirements') && completion.requirements && { requirements: [...completion.requirements] }),
  });
}
