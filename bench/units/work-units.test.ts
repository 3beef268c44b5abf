import '../../test/integration/quiet.ts';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createContents } from '#adapters/aws/dynamodb/contents.ts';
import { createEvidenceRecords } from '#adapters/aws/dynamodb/evidence-records.ts';
import { createNotices } from '#adapters/aws/dynamodb/notices.ts';
import { createPeople } from '#adapters/aws/dynamodb/people.ts';
import { createRegister } from '#adapters/aws/dynamodb/register.ts';
import { createTrail } from '#adapters/aws/dynamodb/trail.ts';
import { digest } from '#adapters/runtime/digest.ts';
import { AuditEvent } from '#domain/audit/events.ts';
import { FindingEvent } from '#domain/finding/events.ts';
import { defaultPolicy } from '#domain/policy/built-in/default.ts';
import { seal } from '#domain/trail/chain.ts';
import { create } from '#functions/queries/queries.ts';
import { lambdaContext } from '#local/lambda-context.ts';
import { headOf } from '#use-cases/workflow/head.ts';
import { auditContextOf, stage2 } from '../../test/builders/audit.ts';
import { aNonconformity, type Life } from '../../test/builders/finding.ts';
import { cast } from '../../test/builders/people.ts';
import { createLocalTable, type TestTable } from '../../test/contracts/table.ts';
import { apiEvent } from '../api-event.ts';
import { createMeter } from './meter.ts';

const findings = 120;
const { ismsManager, leadAuditor, owner } = cast;

let now = '2026-03-09T08:00:00.000Z';
let table: TestTable;
const lives = Array.from({ length: findings }, (_each, n) => aNonconformity('major', { id: `finding-${n}` }));

/** Adapters of the table, as the function has them. */
const adapters = () => ({
  findings: createTrail({ ...table, kind: 'finding', schema: FindingEvent }),
  audits: createTrail({ ...table, kind: 'audit', schema: AuditEvent }),
  contents: createContents(table),
  evidence: createEvidenceRecords(table),
  notices: createNotices(table),
  people: createPeople(table),
  register: createRegister(table, { now: () => now }),
});

/** What has just happened to a finding, and its head after it. */
const commit = async (life: Life): Promise<void> => {
  const { findings: trail, register } = adapters();
  const event = life.events.at(-1);
  if (!event) throw new Error('nothing happened');
  await trail.append(seal(event, 'before', digest));
  await register.raise(headOf(event.state, { clock: '2026-03-09', cap: '2026-03-09' }));
};

const openAudit = async (): Promise<void> => {
  const { audits, register } = adapters();
  const { id } = auditContextOf();
  const opened: AuditEvent = {
    aggregate: id,
    seq: 1,
    at: now,
    actor: { person: ismsManager.person, role: 'isms-manager' },
    command: { name: 'open', id: 'command', fingerprint: 'fingerprint' },
    type: 'audit-opened',
    data: stage2,
    state: { id, seq: 1, facts: stage2, imports: [], taken: [] },
  };
  await audits.append(seal(opened, null, digest));
  const { kind, title, dates } = stage2;
  await register.raiseAudit({ id, seq: 1, kind, title, firstDay: dates.firstDay });
};

beforeAll(async () => {
  table = await createLocalTable();
  await openAudit();
  for (const life of lives) await commit(life);
  const { people } = adapters();
  await people.put({ email: ismsManager.person, name: 'Irma', roles: ['isms-manager'] });
  await people.put({ email: leadAuditor.person, name: 'Lena', roles: ['lead-auditor'] });
  await people.put({ email: owner.person, name: 'Olga', roles: [] });
}, 60_000);
afterAll(() => table.remove());

test('states are read once, and then my work costs two units each time, however many findings are open', async () => {
  const meter = createMeter();
  meter.watch(table.client);
  let second = 0;
  const handle = create({
    ...adapters(),
    digest,
    clock: { now: () => now },
    timeZone: 'Europe/Zurich',
    policy: defaultPolicy,
  });
  const poll = async (email: string) => {
    second += 2;
    now = new Date(Date.UTC(2026, 2, 10, 8, 0, second)).toISOString();
    const { event } = apiEvent(email, 'GET', '/me/work');
    const answer: APIGatewayProxyStructuredResultV2 = await meter.during('listWork', () =>
      handle(event as never, lambdaContext('queries')),
    );
    const { work } = JSON.parse(answer.body ?? '') as { work: { id: string; awaited: string[] }[] };
    const { reads = 0, requests = 0 } = meter.calls.at(-1)?.spent ?? {};
    const awaited = work.filter((each) => each.awaited.length > 0).length;
    return { units: reads, requests, findings: work.length, awaited };
  };

  // Each state once, a unit for every four kilobytes; the audit's; and the heads.
  const first = await poll(ismsManager.person);
  expect(first).toMatchObject({ requests: findings + 4, findings, awaited: 0 });
  expect(first.units).toBeGreaterThan(findings);
  expect(first.units).toBeLessThan(1.2 * findings);
  // The person, and what is new of findings and of audits.
  expect(await poll(ismsManager.person)).toEqual({ units: 2, requests: 3, findings, awaited: 0 });
  expect(await poll(owner.person)).toEqual({ units: 2, requests: 3, findings, awaited: findings });

  const [changed] = lives;
  if (!changed) throw new Error('there is no finding');
  await commit(changed.must('requestExtension', owner));
  // The one that has changed, besides.
  expect(await poll(leadAuditor.person)).toEqual({ units: 3, requests: 4, findings, awaited: 1 });
  expect(await poll(leadAuditor.person)).toEqual({ units: 2, requests: 3, findings, awaited: 1 });
});
