import { createDigests } from '#adapters/aws/dynamodb/digests.ts';
import { createDueIndex } from '#adapters/aws/dynamodb/due-index.ts';
import { createPeople } from '#adapters/aws/dynamodb/people.ts';
import { createTrail } from '#adapters/aws/dynamodb/trail.ts';
import { digest } from '#adapters/runtime/digest.ts';
import { decideAudit } from '#domain/audit/decide.ts';
import { AuditEvent } from '#domain/audit/events.ts';
import type { AuditFacts } from '#domain/audit/state.ts';
import { addDays } from '#domain/calendar/civil-date.ts';
import { FindingEvent } from '#domain/finding/events.ts';
import { seal } from '#domain/trail/chain.ts';
import { sample, samplePeople } from '#local/sample/people.ts';
import { openTable } from '#local/table.ts';
import type { Digests } from '#ports/digests.ts';
import { type SweepStore, sweepDeadlines } from '#use-cases/notices/sweep-deadlines.ts';
import { createMeter } from '../units/meter.ts';
import { audit } from './population.ts';

export interface Run {
  readonly what: string;
  /** Findings that something was said on, and the lines that came of it. */
  readonly findings: number;
  readonly notices: number;
  readonly digests: number;
  readonly requests: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly milliseconds: number;
}

const facts: AuditFacts = {
  kind: 'surveillance',
  title: 'Surveillance audit',
  dates: { firstDay: '2026-03-02', lastDay: '2026-03-05', reportIssued: '2026-03-06', reportReceived: '2026-03-09' },
  team: [{ person: sample.leadAuditor.email, role: 'lead-auditor' }],
};

/** People and the audit of all findings, once. */
const furnish = async (table: Awaited<ReturnType<typeof openTable>>): Promise<void> => {
  for (const person of samplePeople) await createPeople(table).put(person);
  const opened = decideAudit(
    undefined,
    {
      command: { name: 'open', body: facts },
      actor: { person: sample.ismsManager.email, roles: ['isms-manager'] },
      id: 'command',
      fingerprint: 'fingerprint',
    },
    { auditId: audit, now: '2026-03-09T10:00:00.000Z', rolesOf: () => ['lead-auditor'] },
  );
  if (!opened.ok) throw new Error(`the audit was not opened: ${opened.refusals[0]?.message}`);
  await createTrail({ ...table, kind: 'audit', schema: AuditEvent }).append(seal(opened.value, null, digest));
};

/** As if all digests had been sent. */
const closeAll = async (digests: Digests, date: string): Promise<void> => {
  for (const each of await digests.due(date, 23)) {
    const digest = await digests.get(each);
    if (digest) await digests.close(each, digest.version);
  }
};

/**
 * What runs of the sweep take on the table in a folder: on the day before the one on which findings are due, when it has
 * swept that day already, when the day begins, and after a week without a run; then on the day itself.
 */
export const measureRuns = async (folder: string, on: string): Promise<readonly Run[]> => {
  const table = await openTable(folder);
  const meter = createMeter();
  let now = '';
  const due = createDueIndex(table);
  const digests = createDigests(table);
  const store: SweepStore = {
    findings: createTrail({ ...table, kind: 'finding', schema: FindingEvent }),
    audits: createTrail({ ...table, kind: 'audit', schema: AuditEvent }),
    people: createPeople(table),
    digests,
    due,
    bus: { publish: async () => {} },
    clock: { now: () => now },
    timeZone: 'Europe/Zurich',
    morningHour: 8,
  };
  const run = async (what: string, date: string, sweptUntil: string): Promise<Run> => {
    await due.setSweptUntil(sweptUntil, await due.sweptUntil());
    now = `${date}T10:00:00.000Z`;
    const started = performance.now();
    const swept = await meter.during(what, () => sweepDeadlines(store));
    const milliseconds = Math.round(performance.now() - started);
    const spent = meter.calls.at(-1)?.spent;
    if (!spent) throw new Error('nothing was counted');
    const writeUnits = spent.writes + Object.values(spent.indexWrites).reduce((sum, units) => sum + units, 0);
    return {
      what,
      findings: swept.findings,
      notices: swept.notices,
      digests: swept.digests,
      requests: spent.requests,
      readUnits: spent.reads,
      writeUnits,
      milliseconds,
    };
  };
  try {
    await furnish(table);
    meter.watch(table.client);
    const before = addDays(on, -1);
    const runs = [
      await run('nothing due, again that day', before, before),
      await run('nothing due, a new day', before, addDays(before, -1)),
      await run('nothing due, a week missed', before, addDays(before, -7)),
      await run('findings due', on, before),
    ];
    await closeAll(digests, on);
    return runs;
  } finally {
    await table.close();
  }
};
