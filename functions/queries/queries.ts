import { ExplainQuery, ListQuery } from '#contracts/http.ts';
import { FindingsQuery, RegisterFilter } from '#contracts/register-query.ts';
import { explainedDates } from '#domain/finding/explained-dates.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { ok, refuse } from '#domain/result.ts';
import type { EvidenceRecords } from '#ports/evidence.ts';
import type { Notices } from '#ports/notices.ts';
import type { People } from '#ports/people.ts';
import type { Register } from '#ports/register.ts';
import type { Contents } from '#ports/trail.ts';
import { auditContext, readSubmission } from '#use-cases/commands/context.ts';
import { auditView } from '#use-cases/queries/audit-view.ts';
import { evidenceView, readEvidence, readReportFile } from '#use-cases/queries/evidence-view.ts';
import { readImport } from '#use-cases/queries/import-view.ts';
import { createKnownHeads } from '#use-cases/queries/known-heads.ts';
import { createKnownStates } from '#use-cases/queries/known-states.ts';
import { listWork, type WorkStore } from '#use-cases/queries/list-work.ts';
import { readableFinding, readFinding } from '#use-cases/queries/read-finding.ts';
import { everyFinding, listFindings } from '#use-cases/queries/register-list.ts';
import { regradeProposals } from '#use-cases/queries/regrade-proposals.ts';
import type { Trails } from '#use-cases/trails.ts';
import { createApi, type Endpoint, part, queryOf } from '../_runtime/api.ts';
import { registerCsv } from './register-csv.ts';

export interface Store extends Trails {
  readonly people: People;
  /** In force, with the public holidays of its region. */
  readonly policy: Policy;
  readonly contents: Contents;
  readonly evidence: EvidenceRecords;
  readonly notices: Notices;
  readonly register: Register;
}

/** An endpoint on a finding that the reader may see. */
const onFinding =
  (store: Store, read: (finding: string) => Promise<object>): Endpoint =>
  async (request) => {
    const found = await readableFinding(store, part(request, 'finding'), request.actor);
    return found.ok ? ok(await read(found.value.finding.facts.id)) : found;
  };

const getSubmission =
  (store: Store): Endpoint =>
  async (request) => {
    const hash = part(request, 'hash');
    const found = await readableFinding(store, part(request, 'finding'), request.actor);
    if (!found.ok) return found;
    const { finding } = found.value;
    const rounds = 'rounds' in finding ? finding.rounds.map((round) => round.submission.hash) : [];
    const known = 'submission' in finding ? [...rounds, finding.submission.hash] : rounds;
    return known.includes(hash)
      ? ok({ hash, submission: await readSubmission(store, finding, hash) })
      : refuse({ code: 'not-found', message: 'There is no such submission on this finding.' });
  };

const getAudit =
  (store: Store): Endpoint =>
  async (request) => {
    const audit = (await store.audits.latest(part(request, 'audit')))?.state;
    return audit
      ? ok(auditView(audit, request.actor))
      : refuse({ code: 'not-found', message: 'There is no such audit.' });
  };

const listAudits =
  (store: Store): Endpoint =>
  async (request) => {
    const { limit, next } = queryOf(ListQuery, request);
    const page = await store.register.audits({ limit, ...(next !== undefined && { next }) });
    const audits = page.items.map(({ seq, ...head }) => ({ ...head, version: seq }));
    return ok({ audits, ...(page.next !== undefined && { next: page.next }) });
  };

/** Findings whose states are kept in memory at most: 4 kilobytes each, 20 where much was written and handed in. */
const mostStates = 10_000;

/** The lists of findings, which share what they know of the register. */
const registerEndpoints = (store: Store) => {
  const register: WorkStore = {
    clock: store.clock,
    timeZone: store.timeZone,
    heads: createKnownHeads(store.register),
    auditOf: createKnownStates(store.audits, ({ state }) => auditContext(state)),
    findingOf: createKnownStates(store.findings, ({ state }) => state, mostStates),
  };
  return {
    listWork: async ({ actor }) => ok(await listWork(register, actor)),
    listFindings: async (request) => ok(await listFindings(register, queryOf(FindingsQuery, request), request.actor)),
    exportRegister: async (request) => {
      const items = await everyFinding(register, queryOf(RegisterFilter, request), request.actor);
      return ok({ text: registerCsv(items), type: 'text/csv; charset=utf-8' });
    },
  } satisfies Readonly<Record<string, Endpoint>>;
};

/** Reads; changes nothing. */
export const create = (store: Store) =>
  createApi('queries', store.people, {
    me: async ({ person }) => ok(person),
    getPolicy: async () => ok(store.policy),
    explainPolicy: async (request) => {
      const { grade, ...dates } = queryOf(ExplainQuery, request);
      return ok(explainedDates(store.policy, grade, dates));
    },
    listPeople: async () => ok({ people: (await store.people.all()).map(({ views: _views, ...person }) => person) }),
    listAudits: listAudits(store),
    getAudit: getAudit(store),
    listProposals: async (request) => regradeProposals(store, part(request, 'audit'), request.actor),
    getImport: (request) => readImport(store, part(request, 'audit'), part(request, 'import'), request.actor),
    ...registerEndpoints(store),
    getFinding: (request) => readFinding(store, part(request, 'finding'), request.actor),
    listEvents: onFinding(store, async (finding) => ({ events: await store.findings.all(finding) })),
    getSubmission: getSubmission(store),
    listNotices: onFinding(store, async (finding) => ({
      notices: (await store.notices.of({ kind: 'finding', aggregate: finding })).map(
        ({ owner: _owner, messageId: _message, ...notice }) => notice,
      ),
    })),
    listEvidence: onFinding(store, async (finding) => ({
      evidence: (await store.evidence.of({ kind: 'finding', aggregate: finding })).map(evidenceView),
    })),
    getEvidence: (request) => readEvidence(store, part(request, 'finding'), part(request, 'evidence'), request.actor),
    getReportFile: (request) => readReportFile(store, part(request, 'audit'), part(request, 'upload'), request.actor),
  });
