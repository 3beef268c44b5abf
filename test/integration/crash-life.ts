import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { routeKey, routes } from '#contracts/routes.ts';
import { firstBreak } from '#domain/trail/chain.ts';
import { sample } from '#local/sample/people.ts';
import type { LocalSystem } from '#local/system.ts';
import { findingIdOf } from '#use-cases/commands/issue-finding.ts';
import { completeSubmission } from '../builders/submissions.ts';
import { issueBody } from './findings.ts';

const audit = '2026-surveillance-1';
export const finding = findingIdOf(audit, 'NC-01');

interface Step {
  readonly route: string;
  readonly by: string;
  readonly body: object;
}

const lead = sample.leadAuditor.email;
const opened = {
  id: audit,
  kind: 'surveillance',
  title: 'Surveillance audit',
  dates: {
    firstDay: '2026-03-02',
    lastDay: '2026-03-05',
    closingMeeting: '2026-03-05',
    reportIssued: '2026-03-06',
    reportReceived: '2026-03-09',
    nextAudit: '2027-03-01',
  },
  team: [{ person: lead, role: 'lead-auditor' }],
};
/** From the opened audit to the accepted plan; what the machine does in between comes of itself. */
const steps: readonly Step[] = [
  { route: 'openAudit', by: sample.ismsManager.email, body: opened },
  { route: 'issue', by: lead, body: issueBody('NC-01') },
  { route: 'submit', by: sample.owner.email, body: completeSubmission('plan') },
  { route: 'accept', by: lead, body: { means: 'documents' } },
];

const refused = (step: Step, { statusCode, body }: APIGatewayProxyStructuredResultV2): Error =>
  new Error(`${step.route}: ${statusCode} ${body}`);

const send = async (system: LocalSystem, step: Step, version: number): Promise<APIGatewayProxyStructuredResultV2> => {
  const route = routes.find(({ name }) => name === step.route);
  if (!route) throw new Error(`there is no route ${step.route}`);
  const claims = { email: step.by, email_verified: true };
  const request = {
    version: '2.0',
    routeKey: routeKey(route),
    rawPath: route.path,
    headers: { 'content-type': 'application/json', 'idempotency-key': step.route, 'if-match': `"${version}"` },
    pathParameters: { audit, finding },
    body: JSON.stringify(step.body),
    isBase64Encoded: false,
    requestContext: {
      requestId: step.route,
      http: { method: route.method, path: route.path },
      authorizer: { jwt: { claims } },
    },
  };
  return (await system.invoke(route.function, request)) as APIGatewayProxyStructuredResultV2;
};

/**
 * People who do their steps one after the other. `live` may be called again on a system that took over: they repeat the
 * last request as it was sent, since it may never have been answered, and go on. `isGone` ends it early.
 */
export const createLife = () => {
  const versions = new Map<Step, number>();
  let underway = 0;
  const present = async ({ store }: LocalSystem) => (await store.findings.latest(finding))?.seq ?? 0;
  return {
    live: async (system: LocalSystem, isGone = () => false): Promise<void> => {
      for (const step of steps.slice(underway)) {
        underway = steps.indexOf(step);
        const version = versions.get(step) ?? (await present(system));
        versions.set(step, version);
        const answer = await send(system, step, version);
        if ((answer.statusCode ?? 200) >= 300) throw refused(step, answer);
        await system.settled();
        if (isGone()) return;
      }
    },
  };
};

const countOf = (references: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const reference of references.toSorted()) counts[reference] = (counts[reference] ?? 0) + 1;
  return counts;
};

/** Where everything stands, as far as it does not hang on chance: tokens are random, and so are ids of mail. */
export const standing = async ({ store, engine, bus, mailbox, settled }: LocalSystem) => {
  await settled();
  const trails = [await store.audits.all(audit), await store.findings.all(finding)] as const;
  const wait = await store.waits.get({ kind: 'finding', finding });
  return {
    trails,
    broken: trails.map((events) => firstBreak(events, store.digest)),
    head: await store.register.head(finding),
    audits: (await store.register.audits({ limit: 10 })).items,
    outbox: await store.outbox.unrelayed(10),
    stalled: await store.waits.stalled(10),
    content: await Promise.all(
      trails[1].flatMap((event) =>
        event.type === 'submitted'
          ? [store.contents.get({ kind: 'finding', aggregate: finding }, event.data.submission.hash)]
          : [],
      ),
    ),
    executions: engine.executions().map(({ name, status, currentState }) => ({ name, status, currentState })),
    wait: { step: wait?.step, epoch: wait?.epoch },
    notices: (await store.notices.of(finding))
      .map(({ messageId, ...notice }) => ({ ...notice, mailed: messageId !== undefined }))
      .toSorted((a, b) => a.key.localeCompare(b.key)),
    deadLetters: bus.deadLetters(),
    mail: countOf(mailbox.list().map(({ reference }) => reference)),
  };
};
