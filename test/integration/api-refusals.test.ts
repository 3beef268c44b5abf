import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '#contracts/problem.ts';
import { routes } from '#contracts/routes.ts';
import { germanOf } from '#domain/words/sentences/german/index.ts';
import { sample } from '#local/sample/people.ts';
import { findingIdOf } from '#use-cases/commands/issue-finding.ts';
import { completeSubmission } from '../builders/submissions.ts';
import { completeFor, give, issue, openAudit } from './findings.ts';
import { type House, openHouse } from './house.ts';
import { type Answered, ask, problemIn, tokenOf } from './http.ts';
import {
  type Asker,
  audit,
  file,
  inReview,
  managers,
  open,
  otherAudit,
  petras,
  type Request,
  refusedRequests,
} from './refused-requests.ts';

const addresses = {
  ...(Object.fromEntries(Object.entries(sample).map(([name, { email }]) => [name, email])) as Record<Asker, string>),
  otherLead: 'otto.lang@cb.example',
};
/** Nobody has issued it. */
const absentFinding = findingIdOf(audit, 'NC-99');
const stranger = 'stan.berg@example.net';

let house: House;
const tokens = new Map<string, string>();
let seen: unknown;

/** Everything that a request could have changed. */
const standing = async (): Promise<unknown> => {
  const { store, engine, mailbox } = house.system;
  await house.system.settled();
  const findings = [open, inReview, petras, managers];
  return {
    people: await store.people.all(),
    audits: await Promise.all([audit, otherAudit].map((id) => store.audits.all(id))),
    trails: await Promise.all(findings.map((id) => store.findings.all(id))),
    evidence: await Promise.all(findings.map((aggregate) => store.evidence.of({ kind: 'finding', aggregate }))),
    reports: await store.evidence.of({ kind: 'audit', aggregate: audit }),
    register: await store.register.findings({ limit: 200 }),
    transitions: engine.executions().map(({ name, transitions }) => [name, transitions]),
    mail: mailbox.list().length,
  };
};

/** Nothing has changed since it was asked last. */
const expectUnchanged = async (): Promise<void> => {
  const before = seen;
  seen = await standing();
  expect(seen).toEqual(before);
};

beforeAll(async () => {
  house = await openHouse();
  const { administrator, ismsManager, owner, secondOwner } = house.people;
  const lead = { name: 'Otto Lang', roles: ['lead-auditor'] };
  await administrator.call('PUT', `/people/${addresses.otherLead}`, { body: lead });
  await openAudit(ismsManager, audit);
  await openAudit(ismsManager, otherAudit, addresses.otherLead);
  await issue(house, audit, 'NC-01');
  await issue(house, audit, 'NC-02');
  await issue(house, audit, 'NC-03', { owner: sample.secondOwner.email });
  await issue(house, audit, 'NC-04', { owner: sample.ismsManager.email });
  await give(house, owner, inReview, 'submit', await completeFor(house, owner, inReview, 'plan'));
  await give(house, ismsManager, managers, 'submit', await completeFor(house, ismsManager, managers, 'plan'));
  const extension = { newDueDate: '2026-03-30', reason: 'Our platform team is on leave.' };
  await give(house, secondOwner, petras, 'request-extension', extension);
  for (const [name, email] of Object.entries(addresses)) tokens.set(name, await tokenOf(house, email));
  seen = await standing();
}, 60_000);
afterAll(() => house.close());

const answerTo = async ({ by, method = 'POST', path, headers, body }: Request): Promise<Answered> => {
  const wellMade: Record<string, string> = {
    ...(by !== undefined && { authorization: `Bearer ${tokens.get(by)}` }),
    ...(method !== 'GET' && { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }),
    'if-match': '"1"',
    ...headers,
  };
  return ask(house, {
    method,
    path,
    headers: Object.fromEntries(Object.entries(wellMade).filter(([, value]) => value !== '')),
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
};

const expectProblem = (answered: Answered, status: number, code: string, field?: string): void => {
  expect(answered.type).toMatch(/^application\/problem\+json(;|$)/);
  const problem = Problem.parse(problemIn(answered));
  expect({ status: answered.status, inBody: problem.status, code: problem.code, field: problem.field }).toEqual({
    status,
    inBody: status,
    code,
    field,
  });
  for (const { message } of [{ message: problem.detail }, ...(problem.errors ?? [])])
    expect([message, germanOf(message)]).toEqual([
      expect.stringMatching(/^\S+ \S+ .*[.!?]$/),
      expect.stringMatching(/^\S+ \S+ .*[.!?]$/),
    ]);
  expect(answered.text).not.toMatch(/\.ts\b|node_modules|\bat \w+ \(|Error:/);
};

describe.each(Object.entries(refusedRequests))('%s', (_name, cases) => {
  it.each(cases.map((each) => [each[0], each] as const))(
    '%s',
    async (_what, [, request, status, code, field]) => {
      expectProblem(await answerTo(request), status, code, field);
      await expectUnchanged();
    },
    60_000,
  );
});

it('names every field that does not fit, at once', async () => {
  const body = { newDueDate: 'soon', reason: '', hurry: true };
  const answered = await answerTo({ by: 'owner', path: `/findings/${open}/request-extension`, body });
  const { errors } = problemIn(answered);
  expect(errors?.map(({ field }) => field).sort()).toEqual(['hurry', 'newDueDate', 'reason']);
});

describe('a foreign finding', () => {
  const as = (by: Asker, method: string, path: string, body?: unknown) =>
    answerTo({ by, method, path, headers: { 'if-match': '2' }, body });
  const alike: [string, string, unknown?][] = [
    ['GET', ''],
    ['GET', '/events'],
    ['GET', '/notices'],
    ['GET', '/evidence'],
    ['GET', `/submissions/${'a'.repeat(64)}`],
    ['POST', '/submit', completeSubmission('plan')],
    ['POST', '/accept', { means: 'documents' }],
    ['POST', '/uploads', file],
    ['GET', '/evidence/document-1'],
    ['POST', '/evidence/document-1/parts', { parts: [{ number: 1, size: 1, sha256: 'a'.repeat(64) }] }],
    ['GET', '/evidence/document-1/parts'],
    ['POST', '/evidence/document-1/complete'],
  ];

  describe.each(['owner', 'otherLead'] as const)('to the %s', (who) => {
    it.each(alike)(
      '%s %s is answered as for one that does not exist',
      async (method, rest, body) => {
        const foreign = await as(who, method, `/findings/${petras}${rest}`, body);
        const absent = await as(who, method, `/findings/${absentFinding}${rest}`, body);
        expectProblem(foreign, 404, 'not-found', problemIn(foreign).field);
        expect(foreign.text).toBe(absent.text);
        await expectUnchanged();
      },
      60_000,
    );
  });

  it('is in no list and in no register', async () => {
    const { findings } = await house.people.owner.call<{ findings: { id: string }[] }>('GET', '/findings');
    expect(findings.map(({ id }) => id)).toEqual([open, inReview]);
    expect(await house.people.owner.text('/register.csv')).not.toContain('NC-03');
  });
});

describe('who is not signed in', () => {
  const withToken = (token: string) => ask(house, { method: 'GET', path: '/me', headers: { authorization: token } });
  const issuer = (): string => `${house.url}/local/oidc`;
  const ines = { email: sample.ismsManager.email, email_verified: true };
  const ownKey = async () => JSON.parse(await readFile(join(house.data, 'sign-in-key.json'), 'utf8'));
  const foreignKey = async () => exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey);

  const signed = async (change: { claims?: object; exp?: string; iss?: string; aud?: string; key?: object }) =>
    `Bearer ${await new SignJWT({ ...ines, ...change.claims })
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer(change.iss ?? issuer())
      .setAudience(change.aud ?? 'redress')
      .setIssuedAt()
      .setExpirationTime(change.exp ?? '1h')
      .sign(await importJWK(change.key ?? (await ownKey()), 'ES256'))}`;

  const unsigned = (): string => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const exp = Math.floor(Date.now() / 1000) + 3600;
    return `Bearer ${part({ alg: 'none', typ: 'JWT' })}.${part({ ...ines, iss: issuer(), aud: 'redress', exp })}.`;
  };

  it('may come in with a token that lacks nothing: those below lack one thing each', async () => {
    expect((await withToken(await signed({}))).status).toBe(200);
  });

  it.each<[string, () => Promise<string>]>([
    ['garbage', async () => 'Bearer garbage'],
    ['three parts of garbage', async () => 'Bearer a.b.c'],
    ['an empty token', async () => 'Bearer '],
    ['another scheme', async () => 'Basic aW5lczpzZWNyZXQ='],
    ['an expired token', () => signed({ exp: '-1m' })],
    ['a token of a foreign key', async () => signed({ key: await foreignKey() })],
    ['a token without a signature', async () => unsigned()],
    ['a token of another issuer', () => signed({ iss: 'https://login.example' })],
    ['a token for somebody else', () => signed({ aud: 'payroll' })],
  ])('%s', async (_what, token) => {
    const answered = await withToken(await token());
    expectProblem(answered, 401, 'unauthenticated', 'Authorization');
    expect(answered.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('a token that names no address that was verified', async () => {
    expectProblem(await withToken(await signed({ claims: { email: undefined } })), 401, 'unauthenticated');
    expectProblem(await withToken(await signed({ claims: { email_verified: false } })), 401, 'unauthenticated');
  });

  it('is signed in and not in the directory', async () => {
    expectProblem(await withToken(await signed({ claims: { email: stranger } })), 403, 'not-permitted');
  });

  it('gets no token as somebody who is not in the directory', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ email: stranger });
    const answered = await ask(house, { method: 'POST', path: '/local/sign-in', headers, body });
    expectProblem(answered, 403, 'not-permitted', 'email');
  });

  it.each(routes.map(({ method, path }) => [method, path] as const))('%s %s is closed', async (method, path) => {
    const body = method === 'GET' ? undefined : {};
    const answered = await answerTo({ method, path: path.replaceAll(/\{\w+\}/g, open), body });
    expectProblem(answered, 401, 'unauthenticated', 'Authorization');
  });

  it('changes nothing', expectUnchanged);
});

describe('a method that an address does not take', () => {
  it.each([
    ['DELETE', `/findings/${open}`, 'GET'],
    ['PUT', `/findings/${open}/submit`, 'POST'],
    ['GET', `/findings/${open}/submit`, 'POST'],
    ['DELETE', '/audits', 'GET, POST'],
    ['PATCH', `/audits/${audit}`, 'GET, PUT'],
  ])('%s %s', async (method, path, allowed) => {
    const answered = await answerTo({ by: 'owner', method, path });
    expectProblem(answered, 405, 'method-not-allowed');
    expect(answered.headers.get('allow')).toBe(allowed);
  });
});
