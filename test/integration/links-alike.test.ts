import './quiet.ts';
import '#local/environment.ts';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { linkRoutes } from '#contracts/link-routes.ts';
import { logger } from '#functions/_runtime/observe.ts';
import { sample } from '#local/sample/people.ts';
import { handIn, issue, log, openAudit } from './findings.ts';
import { type House, newFolder, openHouse } from './house.ts';
import { type OpenTable, watchedTable } from './link-table.ts';
import {
  codeTo,
  declare,
  declared,
  type MadeLink,
  makeLink,
  type Page,
  reviewLink,
  supplier,
  uploadLink,
  type Visitor,
  visit,
  visitOpened,
  wrongCode,
} from './link-visitors.ts';

const audit = '2026-surveillance';

let data: string;
let table: OpenTable;
let house: House;
let finding: string;

beforeAll(async () => {
  data = await newFolder();
  table = await watchedTable(join(data, 'table'));
  house = await openHouse({ data, table });
  await openAudit(house.people.ismsManager, audit);
  finding = await issue(house, audit, 'NC-1');
}, 60_000);
afterAll(async () => {
  await house.close();
  await table.close();
  await rm(data, { recursive: true, force: true });
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** One request of every route, as a form where it is a POST. */
const everyRequest = linkRoutes.map(({ name, method, path }) => ({
  name,
  ask: (visitor: Visitor, secret: string): Promise<Page> => {
    const at = path.replace('{link}', secret).replace(/\{\w+\}/, '0123456789abcdef');
    return method === 'GET' ? visitor.get(at) : visitor.post(at, { code: '123456', version: '1' });
  },
}));

/** What an answer is, but for the moment at which it was given. */
const answerOf = ({ status, headers, text }: Page) => {
  const { date: _moment, ...kept } = Object.fromEntries(headers);
  return { status, headers: kept, text };
};

describe('wrong, expired, used-up and revoked links', () => {
  const secrets = new Map<string, string>();
  const visitor = () => visit(house);

  beforeAll(async () => {
    const secretOf = ({ secret }: MadeLink): string => secret;
    const expired = await uploadLink(house, audit, finding, { days: 1 });
    const usedUp = await uploadLink(house, audit, finding, { uses: 1 });
    const revoked = await uploadLink(house, audit, finding);
    const opened = await visitOpened(house, usedUp);
    await opened.json(`${usedUp.path}/files`, declared(declare('a\n')));
    await house.people.ismsManager.call('POST', `/audits/${audit}/links/${revoked.link.id}/revoke`);
    await house.system.advance?.('P1D');
    secrets.set('unknown', 'A'.repeat(43));
    secrets.set('too short', 'A');
    secrets.set('too long', 'A'.repeat(3000));
    secrets.set('malformed', '%00%F0%9F%97%84%2E%2E');
    secrets.set('the hash of one', house.system.store.secrets.hash(expired.secret));
    secrets.set('the id of one', expired.link.id);
    secrets.set('another case', expired.secret.toUpperCase());
    secrets.set('expired', secretOf(expired));
    secrets.set('used up', secretOf(usedUp));
    secrets.set('revoked', secretOf(revoked));
  }, 60_000);

  it.each(everyRequest)('are answered alike by $name, after the same requests of the table', async ({ ask }) => {
    const answers = new Map<string, unknown>();
    for (const [what, secret] of secrets) {
      let page: Page | undefined;
      const requests = await table.during(async () => {
        page = await ask(visitor(), secret);
      });
      answers.set(what, { ...(page && answerOf(page)), requests });
    }
    const [first] = answers.values();
    expect(first).toMatchObject({ status: 404, requests: ['GetItemCommand'], text: expect.stringContaining('<h1>') });
    for (const [what, answer] of answers) expect([what, answer]).toEqual([what, first]);
  });

  it('to the script too', async () => {
    const answers = [];
    for (const secret of secrets.values())
      answers.push(answerOf(await visitor().json(`/links/${secret}/files`, declared(declare('a\n')))));
    const [first] = answers;
    for (const answer of answers) expect(answer).toEqual(first);
    expect(first).toMatchObject({ status: 404 });
  });

  it('and so is what a link is not for', async () => {
    const link = await uploadLink(house, audit, finding);
    const dead = answerOf(await visitor().get(`/links/${'A'.repeat(43)}`));
    for (const path of [`${link.path}/accept`, `${link.path}/return`, `${link.path}/evidence/0123456789/download`])
      expect(answerOf(await visitor().post(path))).toEqual(dead);
  });
});

/** Links of every purpose, and somebody who has opened them. */
const openLinks = async () => {
  const upload = await uploadLink(house, audit, finding);
  const report = await makeLink(house, audit, { purpose: 'upload-report', email: supplier });
  const review = await reviewLink(house, audit, finding);
  const calendar = await makeLink(house, audit, { purpose: 'calendar', email: sample.owner.email });
  const visitor = visit(house);
  for (const link of [upload, report, review]) {
    await house.system.advance?.('PT1M');
    await visitor.open(link);
  }
  return { upload, report, review, calendar, visitor };
};

it('a GET changes nothing, whatever it asks for and whoever asks', async () => {
  await handIn(house, finding);
  await house.people.owner.addEvidence(finding, log);
  const { upload, report, review, calendar, visitor } = await openLinks();
  const granted = await visitor.json(`${upload.path}/files`, declared(declare('b\n')));
  const { id } = JSON.parse(granted.text) as { id: string };
  await house.system.settled();
  const before = await table.dump();
  const asked: [number, number][] = [];
  for (const link of [upload, report, review, calendar]) {
    const paths = ['', '/files', `/files/${id}`, `/files/${id}/parts`, '/code', '/open', '/accept', '/evidence/x'];
    for (const path of paths)
      asked.push([
        (await visit(house).get(`${link.path}${path}`)).status,
        (await visitor.get(`${link.path}${path}`)).status,
      ]);
  }
  await visitor.get(`/links/${'A'.repeat(43)}`);
  await house.system.settled();
  expect(await table.dump()).toEqual(before);
  expect(before.length).toBeGreaterThan(20);
  expect(asked.filter(([, status]) => status === 200).length).toBe(5);
});

it('a calendar that is read changes nothing but the record', async () => {
  const { calendar } = await openLinks();
  await house.system.settled();
  const before = await table.dump();
  expect((await visit(house).get(`${calendar.path}/calendar.ics`)).status).toBe(200);
  const known = new Set(before.map((item) => JSON.stringify(item)));
  const changed = (await table.dump()).filter((item) => !known.has(JSON.stringify(item)));
  expect(changed.map(({ sk }) => sk?.S)).toEqual([expect.stringMatching(/^ACCESS#/)]);
});

/** All that functions log from now on, whatever level is shown: errors with their causes. */
const watchLog = (): (() => string) => {
  const spies = (['debug', 'info', 'warn', 'error'] as const).map((level) => vi.spyOn(logger, level));
  return () =>
    inspect(
      spies.map(({ mock }) => mock.calls),
      { depth: 20, maxArrayLength: null, maxStringLength: null },
    );
};

it('no secret and no code is in a log or in the table', async () => {
  const logged = watchLog();
  const link = await uploadLink(house, audit, finding);
  const visitor = visit(house);
  await visitor.post(`${link.path}/code`);
  const code = codeTo(house, link.link.email);
  await visitor.post(`${link.path}/open`, { code: wrongCode(code) });
  await visitor.post(`${link.path}/open`, { code });
  await visitor.get(link.path);
  await visitor.json(`${link.path}/files`, declared(declare('c\n')));
  await visitor.json(`${link.path}/files`, { fileName: 3 });
  await visitor.get(`/links/${link.secret}x`);
  expect(logged()).toContain('REDRESS_LINK_ANSWER');
  const stored = JSON.stringify(await table.dump());
  const sessions = [...visitor.cookies.values()];
  expect(sessions).toHaveLength(1);
  for (const secret of [link.secret, ...sessions, `"${code}"`, `'${code}'`, ` ${code}`]) {
    expect(logged()).not.toContain(secret);
    expect(stored).not.toContain(secret);
  }
});

it('a fault is logged without the path and answered without its insides', async () => {
  const logged = watchLog();
  const broken = await openHouse({
    around: (store) =>
      new Proxy(store, {
        get: (target, name) =>
          name === 'links'
            ? { ...target.links, get: () => Promise.reject(new Error('the table did not answer')) }
            : Reflect.get(target, name),
      }),
  });
  const path = `/links/${house.system.store.random.secret()}`;
  try {
    const page = await visit(broken).get(path);
    expect([page.status, page.headers.get('content-security-policy') !== null]).toEqual([500, true]);
    expect(page.text).not.toContain('did not answer');
    const scripted = await visit(broken).json(`${path}/files`, {});
    expect([scripted.status, scripted.headers.get('content-type')]).toEqual([
      500,
      expect.stringMatching(/^application\/problem\+json/),
    ]);
  } finally {
    await broken.close();
  }
  expect(logged()).toContain('the table did not answer');
  expect(logged()).not.toContain(path);
});
