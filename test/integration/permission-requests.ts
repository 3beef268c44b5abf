import { type FindingCommandName, type Route, subjectOf } from '#contracts/routes.ts';
import { stage2 } from '../builders/audit.ts';
import { bodies } from '../builders/finding.ts';
import { cast } from '../builders/people.ts';
import { completeSubmission } from '../builders/submissions.ts';
import { issueBody } from './findings.ts';
import type { Asked } from './http.ts';
import { audit } from './permission-people.ts';
import { extension, steps } from './permission-steps.ts';
import type { Subjects } from './permission-subjects.ts';

/** Who asks, and whether the person may: then the request changes something, and is about something of its own. */
export interface Asker {
  readonly email: string;
  readonly may: boolean;
}

interface Parts {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly version?: number;
}
type Make = (subjects: Subjects, asker: Asker, nth: () => number) => Promise<Parts> | Parts;

const file = { fileName: 'log.txt', type: 'text/plain', size: 3, sha256: 'a'.repeat(64) };
const reportFile = { ...file, fileName: 'report.csv', type: 'text/csv' };
const part = { number: 1, size: 16 * 1024 * 1024, sha256: 'b'.repeat(64) };
const transcription = { decidedBy: 'Lena Lead', decidedOn: '2026-03-10', document: 'not-uploaded' };

const inParts: Make = async ({ evidence, newParts }, { email, may }) => ({
  path: { evidence: may ? await newParts(email) : evidence },
});

/** What each route needs besides a token and a key, so that only the person could be wrong about it. */
const requests: Readonly<Record<string, Make>> = {
  explainPolicy: () => ({ query: { grade: 'major', received: '2026-03-09' } }),
  putPerson: (_s, _a, nth) => ({
    path: { person: `new-${nth()}@example.org` },
    body: { name: 'New', roles: ['observer'] },
  }),
  openAudit: (_s, _a, nth) => ({ body: { id: `2026-opened-${nth()}`, ...stage2 } }),
  reviseAudit: async ({ auditVersion, newAudit }, { may }) => ({
    path: { audit: may ? await newAudit() : audit },
    body: stage2,
    version: may ? 1 : auditVersion,
  }),
  issue: (_s, _a, nth) => ({ body: issueBody(`NC-5${nth()}`, { owner: cast.owner.person }) }),
  requestReportUpload: () => ({ body: reportFile }),
  importReport: ({ report, newReport }, { email, may }) => ({ body: { upload: may ? newReport(email) : report } }),
  confirmImport: ({ importId, newImport }, { email, may }) => ({
    path: { import: may ? newImport(email) : importId },
    body: {},
  }),
  requestUpload: () => ({ body: file }),
  addComment: () => ({ body: { text: 'Who has seen the log?' } }),
  grantParts: async (...given) => ({ ...(await inParts(...given)), body: { parts: [part] } }),
  listParts: inParts,
  completeParts: inParts,
  makeLink: () => ({ body: { purpose: 'calendar', email: cast.auditor.person } }),
  keepViews: () => ({ body: { views: [{ name: 'Late', query: 'overdue=true' }] } }),
  setPreferences: () => ({ body: { reminders: 'all' } }),
  liftSuppression: async ({ newSuppressed }, { may }) => ({
    path: { person: may ? await newSuppressed() : 'nobody@example.org' },
  }),
  makeWebhook: () => ({ body: { name: 'More', url: 'https://hooks.example.org' } }),
  changeWebhook: () => ({ body: { name: 'Tickets', url: 'https://hooks.example.org/a', enabled: true } }),
  revokeLink: async ({ link, newLink }, { may }) => ({ path: { link: may ? await newLink() : link } }),
};

/** Bodies at the second stage, and of who transcribes. */
const bodyOf = (command: FindingCommandName, email: string): unknown => {
  if (command === 'submit') return completeSubmission('correction');
  if (command === 'requestExtension') return extension;
  const transcribes = (command === 'accept' || command === 'return') && email === cast.ismsManager.person;
  return { ...bodies[command], ...(transcribes && { transcription }) };
};

const onCommand = async (name: FindingCommandName, subjects: Subjects, { email, may }: Asker): Promise<Parts> => {
  const { id, version } = may ? await subjects.newFinding(name) : subjects.standing(name);
  return { path: { finding: id }, body: bodyOf(name, email), version };
};

const isCommand = (name: string): name is FindingCommandName => Object.hasOwn(steps, name);

const addressOf = (route: Route, subjects: Subjects, own: Readonly<Record<string, string>>): string => {
  const { main, evidence, report, importId, pack, auditPack, link, webhook } = subjects;
  const ids: Readonly<Record<string, string>> = {
    audit,
    finding: main.id,
    hash: main.hash,
    evidence,
    upload: report,
    import: importId,
    pack: subjectOf(route) === 'audit' ? auditPack : pack,
    link,
    webhook,
    ...own,
  };
  return route.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(ids[name] ?? `no-${name}`));
};

let made = 0;
const nth = (): number => {
  made += 1;
  return made;
};

/** A request that lacks nothing but perhaps the permission. Without a token. */
export const requestFor = async (route: Route, subjects: Subjects, asker: Asker): Promise<Asked> => {
  const { name } = route;
  const {
    path = {},
    query,
    body,
    version,
  } = isCommand(name) ? await onCommand(name, subjects, asker) : ((await requests[name]?.(subjects, asker, nth)) ?? {});
  return {
    method: route.method,
    path: `${addressOf(route, subjects, path)}${query ? `?${new URLSearchParams(query)}` : ''}`,
    headers: {
      ...(route.body && { 'content-type': 'application/json' }),
      ...(route.keyed && { 'idempotency-key': crypto.randomUUID() }),
      ...(route.versioned && { 'if-match': `"${version}"` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
};
