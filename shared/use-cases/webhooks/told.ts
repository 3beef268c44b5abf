import { type AuditTold, eventVersion, type FindingTold } from '#contracts/event-catalogue.ts';
import type { AuditEvent } from '#domain/audit/events.ts';
import type { FindingEvent } from '#domain/finding/events.ts';
import { clockOf, isAtStage } from '#domain/finding/state.ts';

/** A finding's event as the catalogue has it: the finding as it was after the event, however late it is told. */
export const toldOfFinding = ({ aggregate, seq, at, type, state }: FindingEvent): FindingTold => {
  const due = clockOf(state)?.on;
  return {
    version: eventVersion,
    kind: 'finding',
    aggregate,
    seq,
    type,
    at,
    audit: state.facts.audit,
    number: state.facts.number,
    grade: state.grade,
    status: state.status,
    ...(isAtStage(state) && { stage: state.stage }),
    ...(due !== undefined && { due }),
  };
};

export const toldOfAudit = ({ aggregate, seq, at, type }: AuditEvent): AuditTold => ({
  version: eventVersion,
  kind: 'audit',
  aggregate,
  seq,
  type,
  at,
});
