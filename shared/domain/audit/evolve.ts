import { alsoTaken } from '../trail/taken.ts';
import type { AuditChange, AuditEvent } from './events.ts';
import type { Audit, ReportImport } from './state.ts';

/** What `evolveAudit` reads of an event: all of it but the state it leads to. */
export type HappenedToAudit = Omit<AuditEvent, 'state'> & AuditChange;

const setImport = (audit: Audit, id: string, change: Partial<ReportImport>): ReportImport[] =>
  audit.imports.map((each) => (each.id === id ? { ...each, ...change } : each));

const move = (audit: Audit, event: HappenedToAudit): Partial<Audit> => {
  const { person, role } = event.actor;
  switch (event.type) {
    case 'audit-opened':
    case 'audit-revised':
      return { facts: event.data };
    case 'report-imported': {
      const { importId: id, fileName } = event.data;
      const added: ReportImport = { id, fileName, status: 'reading', by: person, role };
      return { imports: [...audit.imports.filter((each) => each.id !== id), added] };
    }
    case 'report-read':
      return { imports: setImport(audit, event.data.importId, { status: 'to-confirm', rows: event.data.rows }) };
    case 'report-refused':
      return { imports: setImport(audit, event.data.importId, { status: 'refused' }) };
    case 'import-confirmed':
      return {
        imports: setImport(audit, event.data.importId, {
          status: 'confirmed',
          confirmed: event.data.findings,
          by: person,
          role,
        }),
      };
    case 'import-issued':
      return { imports: setImport(audit, event.data.importId, { status: 'issued' }) };
  }
};

/**
 * The audit after an event. Pure, and knows no rule: what may happen was settled by `decideAudit`.
 * @throws {RangeError} for an event before `audit-opened`: the trail is damaged
 */
export const evolveAudit = (audit: Audit | undefined, event: HappenedToAudit): Audit => {
  const facts = event.type === 'audit-opened' ? event.data : audit?.facts;
  if (!facts) throw new RangeError(`event ${event.seq} ${event.type} of ${event.aggregate} comes before audit-opened`);
  const before: Audit = audit ?? { id: event.aggregate, seq: event.seq, facts, imports: [], taken: [] };
  return { ...before, ...move(before, event), seq: event.seq, taken: alsoTaken(before.taken, event) };
};
