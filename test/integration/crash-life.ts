import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { routeKey, routes } from '#contracts/routes.ts';
import { firstBreak } from '#domain/trail/chain.ts';
import type { File } from '#local/client.ts';
import { sample } from '#local/sample/people.ts';
import type { LocalSystem } from '#local/system.ts';
import { findingIdOf } from '#use-cases/commands/issue-finding.ts';
import { completeSubmission } from '../builders/submissions.ts';
import { issueBody, log } from './findings.ts';
import { declared, eicar, type Granted } from './uploads.ts';

const audit = '2026-surveillance-1';
export const finding = findingIdOf(audit, 'NC-01');

/** A request to a route, or a file that is uploaded as evidence. */
export type Step = { readonly by: string } & (
  | { readonly route: string; readonly body: object }
  | { readonly file: File }
);
type Request = Extract<Step, { route: unknown }>;

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
const issued: readonly Step[] = [
  { route: 'openAudit', by: sample.ismsManager.email, body: opened },
  { route: 'issue', by: lead, body: issueBody('NC-01') },
];
/** From the opened audit to the accepted plan; what the machine does in between comes of itself. */
export const decidedSteps: readonly Step[] = [
  ...issued,
  { route: 'submit', by: sample.owner.email, body: completeSubmission('plan') },
  { route: 'accept', by: lead, body: { means: 'documents' } },
];
/** A file that becomes evidence, one that is refused, and an appeal, which puts the first on hold. */
export const uploadSteps: readonly Step[] = [
  ...issued,
  { file: log, by: sample.owner.email },
  { file: eicar, by: sample.owner.email },
  { route: 'appeal', by: sample.owner.email, body: { grounds: 'The restore test of 2025 was shown.' } },
];

const refused = (step: Request, { statusCode, body }: APIGatewayProxyStructuredResultV2): Error =>
  new Error(`${step.route}: ${statusCode} ${body}`);

const send = async (
  system: LocalSystem,
  step: Request,
  version: number,
): Promise<APIGatewayProxyStructuredResultV2> => {
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
export const createLife = (steps: readonly Step[]) => {
  const versions = new Map<Step, number>();
  const forms = new Map<Step, Readonly<Record<string, string>>>();
  let underway = 0;
  const command = async (system: LocalSystem, step: Request, version: number) => {
    const answer = await send(system, step, version);
    if ((answer.statusCode ?? 200) >= 300) throw refused(step, answer);
    return answer;
  };
  /** A form that was granted is posted again as it is: it may have been taken, and then it is refused. */
  const upload = async (system: LocalSystem, step: Extract<Step, { file: unknown }>): Promise<void> => {
    const { file, by } = step;
    if (!forms.has(step)) {
      const { body } = await command(system, { route: 'requestUpload', by, body: declared(file) }, 0);
      forms.set(step, (JSON.parse(body ?? '') as Granted).upload.fields);
    }
    const stored = await system.intake.accept({ fields: forms.get(step) ?? {}, file: file.bytes });
    if (!stored.ok && stored.refusals[0]?.code !== 'precondition-failed') throw new Error('the file was not taken');
  };
  const present = async ({ store }: LocalSystem) => (await store.findings.latest(finding))?.seq ?? 0;
  return {
    live: async (system: LocalSystem, isGone = () => false): Promise<void> => {
      for (const step of steps.slice(underway)) {
        underway = steps.indexOf(step);
        const version = versions.get(step) ?? (await present(system));
        versions.set(step, version);
        await ('file' in step ? upload(system, step) : command(system, step, version));
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

/** File ids are random: a file is known by its name. */
const byFile = (key: string): string => key.replace(/file#[0-9a-f]{32}/, 'file');

/** What became of the files that arrived, and the locks on those that are kept. */
const filesIn = async ({ store, vault }: LocalSystem) => {
  const records = (await store.evidence.of({ kind: 'finding', aggregate: finding }))
    .filter(({ status }) => status !== 'uploading')
    .toSorted((a, b) => a.fileName.localeCompare(b.fileName));
  return Promise.all(
    records.map(async ({ fileName, status, reason, announced, kept }) => ({
      fileName,
      status,
      reason,
      announced,
      kept: kept && { ...(await vault.lockOf(kept.key, kept.versionId)), said: kept.retainUntil },
    })),
  );
};

/** Where everything stands, as far as it does not hang on chance: tokens are random, and so are ids of mail. */
export const standing = async (system: LocalSystem) => {
  const { store, engine, bus, mailbox } = system;
  await system.settled();
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
    files: await filesIn(system),
    executions: engine.executions().map(({ name, status, currentState }) => ({ name, status, currentState })),
    wait: { step: wait?.step, epoch: wait?.epoch },
    notices: (await store.notices.of({ kind: 'finding', aggregate: finding }))
      .map(({ messageId, ...notice }) => ({ ...notice, key: byFile(notice.key), mailed: messageId !== undefined }))
      .toSorted((a, b) => a.key.localeCompare(b.key)),
    deadLetters: bus.deadLetters(),
    mail: countOf(mailbox.list().map(({ reference }) => byFile(reference))),
  };
};
