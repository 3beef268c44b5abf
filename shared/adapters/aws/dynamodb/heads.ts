import * as z from 'zod';
import { capReasons } from '#domain/finding/cap.ts';
import { Decision } from '#domain/finding/decision.ts';
import { inNaturalOrder } from '#domain/finding/number-order.ts';
import { stages } from '#domain/finding/stage.ts';
import { grades, statuses } from '#domain/finding/state.ts';
import type { AuditHead, FindingHead } from '#ports/register.ts';

// Each names every field of its head: one left out here would be stored and never read.
const findingShape = {
  id: z.string(),
  seq: z.int(),
  audit: z.string(),
  number: z.string(),
  grade: z.enum(grades),
  status: z.enum(statuses),
  stage: z.enum(stages).optional(),
  cycle: z.int().optional(),
  round: z.int().optional(),
  owner: z.string(),
  actionOwners: z.array(z.string()).optional(),
  requirements: z.array(z.string()),
  summary: z.string(),
  issuedOn: z.string(),
  closedOn: z.string().optional(),
  due: z.string().optional(),
  waitsFor: z.enum(['owner', 'verifier', 'reviewer', 'appeal']).optional(),
  decision: Decision.optional(),
  cap: z.object({ reason: z.enum(capReasons), on: z.string(), noticesFrom: z.string() }).optional(),
  noticesFrom: z.string().optional(),
  nextNoticeOn: z.string().optional(),
} satisfies Record<keyof FindingHead, z.ZodType>;

const auditShape = {
  id: z.string(),
  seq: z.int(),
  kind: z.string(),
  title: z.string(),
  firstDay: z.string(),
} satisfies Record<keyof AuditHead, z.ZodType>;

const StoredFinding = z.object({ head: z.object(findingShape) });
const StoredAudit = z.object({ head: z.object(auditShape) });

export const findingHeadOf = (item: unknown): FindingHead => StoredFinding.parse(item).head;
export const auditHeadOf = (item: unknown): AuditHead => StoredAudit.parse(item).head;

export const ofAudit = (audit: string): string => `${audit}#`;

/** Orders findings by audit, then by number; ends in the id, so that no two are the same. */
export const findingSort = ({ audit, number, id }: FindingHead): string =>
  `${ofAudit(audit)}${inNaturalOrder(number)}#${id}`;

/** Orders audits by their first day. */
export const auditSort = ({ firstDay, id }: AuditHead): string => `${firstDay}#${id}`;
