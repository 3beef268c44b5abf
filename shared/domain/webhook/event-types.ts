import { AuditChange, type AuditEventType } from '../audit/events.ts';
import { FindingChange, type FindingEventType } from '../finding/events.ts';

/** The types of all committed events, in the order of the catalogue: of findings, then of audits. */
export const findingEventTypes: readonly FindingEventType[] = FindingChange.options.map(
  ({ shape }) => shape.type.value,
);
export const auditEventTypes: readonly AuditEventType[] = AuditChange.options.map(({ shape }) => shape.type.value);

export type CommittedType = FindingEventType | AuditEventType;
export const committedTypes: readonly CommittedType[] = [...findingEventTypes, ...auditEventTypes];
