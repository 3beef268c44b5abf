import { describe, expect, test } from 'vitest';
import { stage2 } from '../../../test/builders/audit.ts';
import { alsoHolding, cast } from '../../../test/builders/people.ts';
import type { Actor } from '../people/person.ts';
import { type AuditCommand, type AuditCommandName, auditCommandNames } from './commands.ts';
import { decideAudit } from './decide.ts';
import { AuditEvent } from './events.ts';
import { evolveAudit } from './evolve.ts';
import { auditTransitions } from './transitions.ts';

const importId = '0123456789abcdef0123456789abcdef';
const otherId = 'fedcba9876543210fedcba9876543210';

const commands: { readonly [C in AuditCommandName]: Extract<AuditCommand, { name: C }> } = {
  open: { name: 'open', body: stage2 },
  revise: { name: 'revise', body: { ...stage2, title: 'Stage 2 audit, revised' } },
  importReport: { name: 'importReport', body: { importId, fileName: 'report.csv', evidence: 'report-1' } },
  reportRead: { name: 'reportRead', body: { importId, rows: 'hash-of-rows' } },
  reportRefused: { name: 'reportRefused', body: { importId, reasons: [{ code: 'no-header', message: 'No header.' }] } },
  confirmImport: { name: 'confirmImport', body: { importId, findings: 'hash-of-findings' } },
  finishImport: { name: 'finishImport', body: { importId, issued: ['a-nc-01'] } },
};

const directory = new Map<string, Actor['roles']>(Object.values(cast).map(({ person, roles }) => [person, roles]));

const createAudit = () => {
  const events: AuditEvent[] = [];
  const give = (command: AuditCommand, actor: Actor = cast.ismsManager) => {
    const id = `command-${events.length + 1}`;
    const answer = decideAudit(
      events.at(-1)?.state,
      { command, actor, id, fingerprint: `print-of-${id}` },
      { auditId: 'a', now: '2026-03-10T10:00:00.000Z', rolesOf: (person) => directory.get(person) },
    );
    if (answer.ok) events.push(answer.value);
    return answer;
  };
  const audit = {
    events,
    give,
    codes: (command: AuditCommand, actor?: Actor) => {
      const answer = give(command, actor);
      return answer.ok ? [] : answer.refusals.map(({ code }) => code);
    },
    after: (...names: readonly AuditCommandName[]) => {
      for (const name of names) {
        const [row] = auditTransitions.filter((each) => each.command === name);
        const answer = give(commands[name], row?.by[0] === 'system' ? cast.system : cast.ismsManager);
        if (!answer.ok) throw new Error(`${name}: ${answer.refusals[0]?.code}`);
      }
      return audit;
    },
    status: () => events.at(-1)?.state.imports.find(({ id }) => id === importId)?.status,
  };
  return audit;
};

test.each(auditCommandNames)('%s has exactly one row', (name) => {
  expect(auditTransitions.filter(({ command }) => command === name)).toHaveLength(1);
});

describe('an audit', () => {
  test('is opened once, and revised', () => {
    const audit = createAudit().after('open');
    expect(audit.codes(commands.open)).toEqual(['wrong-state']);
    expect(audit.codes(commands.revise)).toEqual([]);
    expect(audit.events.map(({ seq, type, state }) => [seq, type, state.facts.title])).toEqual([
      [1, 'audit-opened', 'Stage 2 audit 2026'],
      [2, 'audit-revised', 'Stage 2 audit, revised'],
    ]);
  });
  test.each(auditCommandNames.filter((name) => name !== 'open'))('%s needs an audit', (name) => {
    expect(createAudit().codes(commands[name], cast.ismsManager)).toEqual(['not-found']);
  });
  test.each(['open', 'revise'] as const)('with wrong facts is refused: %s', (name) => {
    const audit = name === 'open' ? createAudit() : createAudit().after('open');
    const body = { ...stage2, team: [] };
    expect(audit.codes({ name, body })).toEqual(['one-lead-auditor']);
  });
});

describe('who may', () => {
  test.each(['owner', 'auditor', 'internalAuditor', 'decisionMaker', 'administrator'] as const)(
    '%s neither opens an audit nor hands in its report',
    (name) => {
      expect(createAudit().codes(commands.open, cast[name])).toEqual(['wrong-person']);
      const audit = createAudit().after('open');
      expect(audit.codes(commands.revise, cast[name])).toEqual(['wrong-person']);
      expect(audit.codes(commands.importReport, cast[name])).toEqual(['wrong-person']);
    },
  );
  test('Redress itself hands in the report that came by a link, and does no more to an audit', () => {
    expect(createAudit().codes(commands.open, cast.system)).toEqual(['wrong-person']);
    expect(createAudit().after('open').codes(commands.revise, cast.system)).toEqual(['wrong-person']);
    expect(createAudit().after('open').codes(commands.importReport, cast.system)).toEqual([]);
    const read = createAudit().after('open', 'importReport', 'reportRead');
    expect(read.codes(commands.confirmImport, cast.system)).toEqual(['wrong-person']);
  });
  test('a lead auditor opens any audit, and works on those that person leads', () => {
    expect(createAudit().codes(commands.open, cast.otherLeadAuditor)).toEqual([]);
    for (const name of ['revise', 'importReport'] as const) {
      expect(createAudit().after('open').codes(commands[name], cast.otherLeadAuditor)).toEqual(['wrong-person']);
      expect(createAudit().after('open').codes(commands[name], cast.leadAuditor)).toEqual([]);
    }
    const read = () => createAudit().after('open', 'importReport', 'reportRead');
    expect(read().codes(commands.confirmImport, cast.otherLeadAuditor)).toEqual(['wrong-person']);
    expect(read().codes(commands.confirmImport, cast.leadAuditor)).toEqual([]);
  });
  test('an auditor of the team who leads other audits does not', () => {
    const team = [...stage2.team, { person: cast.otherLeadAuditor.person, role: 'auditor' as const }];
    const audit = createAudit();
    audit.give({ name: 'open', body: { ...stage2, team } });
    expect(audit.codes(commands.importReport, cast.otherLeadAuditor)).toEqual(['wrong-person']);
  });
  test('what Redress itself does nobody else does', () => {
    const everything = alsoHolding(cast.ismsManager, 'lead-auditor', 'administrator');
    for (const name of ['reportRead', 'reportRefused'] as const)
      expect(createAudit().after('open', 'importReport').codes(commands[name], everything)).toEqual(['wrong-person']);
  });
});

describe('an import', () => {
  test('is read, confirmed, issued', () => {
    const audit = createAudit().after('open', 'importReport');
    expect(audit.events.at(-1)?.state.imports).toEqual([
      { id: importId, fileName: 'report.csv', status: 'reading', by: cast.ismsManager.person, role: 'isms-manager' },
    ]);
    expect(audit.after('reportRead').status()).toBe('to-confirm');
    audit.give(commands.confirmImport, cast.leadAuditor);
    expect(audit.events.at(-1)?.state.imports).toEqual([
      {
        id: importId,
        fileName: 'report.csv',
        status: 'confirmed',
        rows: 'hash-of-rows',
        confirmed: 'hash-of-findings',
        by: cast.leadAuditor.person,
        role: 'lead-auditor',
      },
    ]);
    expect(audit.after('finishImport').status()).toBe('issued');
  });

  const ways: Record<string, readonly AuditCommandName[]> = {
    none: ['open'],
    reading: ['open', 'importReport'],
    refused: ['open', 'importReport', 'reportRefused'],
    'to-confirm': ['open', 'importReport', 'reportRead'],
    confirmed: ['open', 'importReport', 'reportRead', 'confirmImport'],
    issued: ['open', 'importReport', 'reportRead', 'confirmImport', 'finishImport'],
  };
  const possible: Record<string, readonly AuditCommandName[]> = {
    none: ['importReport'],
    reading: ['reportRead', 'reportRefused'],
    refused: ['importReport'],
    'to-confirm': ['reportRefused', 'confirmImport'],
    confirmed: ['reportRefused', 'finishImport'],
    issued: [],
  };
  test.each(Object.keys(ways))('that is %s', (status) => {
    const names = auditCommandNames.filter((name) => name !== 'open' && name !== 'revise');
    const taken = names.filter((name) => {
      const audit = createAudit().after(...(ways[status] ?? []));
      const [row] = auditTransitions.filter((each) => each.command === name);
      const codes = audit.codes(commands[name], row?.by[0] === 'system' ? cast.system : cast.ismsManager);
      if (codes.length > 0) expect(codes).toEqual(['wrong-state']);
      return codes.length === 0;
    });
    expect(taken).toEqual(possible[status]);
  });

  test('that was refused is handed in again from the beginning', () => {
    const audit = createAudit().after('open', 'importReport', 'reportRead', 'confirmImport', 'reportRefused');
    expect(audit.status()).toBe('refused');
    expect(audit.after('importReport').events.at(-1)?.state.imports).toEqual([
      { id: importId, fileName: 'report.csv', status: 'reading', by: cast.ismsManager.person, role: 'isms-manager' },
    ]);
  });
  test('does not move another one', () => {
    const audit = createAudit().after('open', 'importReport');
    audit.give({ name: 'importReport', body: { importId: otherId, fileName: 'second.csv', evidence: 'report-2' } });
    audit.give({ name: 'reportRead', body: { importId: otherId, rows: 'hash' } }, cast.system);
    expect(audit.status()).toBe('reading');
    expect(audit.events.at(-1)?.state.imports.map(({ id, status }) => [id, status])).toEqual([
      [importId, 'reading'],
      [otherId, 'to-confirm'],
    ]);
  });
});

describe('events', () => {
  const { events } = createAudit().after(
    'open',
    'revise',
    'importReport',
    'reportRead',
    'confirmImport',
    'finishImport',
  );

  test('fold to the state that each carries', () => {
    let state: AuditEvent['state'] | undefined;
    for (const event of events) {
      const { state: carried, ...happened } = structuredClone(event);
      state = evolveAudit(state, happened as typeof event);
      expect(state).toEqual(carried);
    }
  });
  test.each(events)('$seq, $type, fits the schema', (event) => {
    expect(AuditEvent.parse(event)).toEqual(event);
  });
  test('remember the commands taken', () => {
    expect(events.at(-1)?.state.taken).toHaveLength(6);
  });
  test('before the opening are damage', () => {
    const [, second] = events;
    if (second) expect(() => evolveAudit(undefined, second)).toThrow(RangeError);
    expect(second?.type).toBe('audit-revised');
  });
});
