import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sample } from '#local/sample/people.ts';
import { completeSubmission } from '../builders/submissions.ts';
import { give, issue } from './findings.ts';
import { type House, openHouse } from './house.ts';
import {
  declare,
  declared,
  mailTo,
  makeLink,
  type Page,
  reviewLink,
  uploadLink,
  visit,
  visitOpened,
} from './link-visitors.ts';

/** Ends an attribute, an element, a text area and a script, and would then do what no text may do. */
const nasty = (where: string): string =>
  `${where}"'></textarea></title></script><script>steal()</script><img src=x onerror=steal()>&quot;${'{{7*7}}'}`;
const audit = '2026-nasty';

let house: House;
let finding: string;

beforeAll(async () => {
  house = await openHouse();
  const { ismsManager } = house.people;
  const people = house.system.store.people;
  await people.put({ ...sample.ismsManager, name: nasty('maker').slice(0, 120), roles: ['isms-manager'] });
  await ismsManager.call('POST', '/audits', {
    body: {
      id: audit,
      kind: 'surveillance',
      title: nasty('title').slice(0, 200),
      dates: { firstDay: '2026-03-02', lastDay: '2026-03-05', reportReceived: '2026-03-09' },
      team: [{ person: sample.leadAuditor.email, role: 'lead-auditor' }],
    },
  });
  finding = await issue(house, audit, '<b>"NC-1', {
    statement: nasty('statement'),
    objectiveEvidence: nasty('proof'),
    process: nasty('process').slice(0, 200),
    requirements: [{ framework: 'Own <i>policy</i>', id: '"><script>1' }],
  });
}, 60_000);
afterAll(() => house.close());

/** The elements of a page that only a text of people could have made. */
const foreign = ({ text }: Page): readonly string[] =>
  text.match(/<script(?! type="module" src="\/link-assets\/upload\.js")|<img|<b>|<i>|onerror=steal\(\)>(?!&)/g) ?? [];

const shows = (page: Page, what: string): boolean =>
  page.text.includes(`${what}&quot;&#39;&gt;&lt;/textarea&gt;&lt;/title&gt;&lt;/script&gt;&lt;script&gt;steal()`);

describe('what people wrote is text on every page', () => {
  it('before a code is given, and on the page that is dead', async () => {
    const link = await uploadLink(house, audit, finding);
    const page = await visit(house).get(link.path);
    expect(foreign(page)).toEqual([]);
    expect(shows(page, 'title') && shows(page, 'maker')).toBe(true);
    const dead = await visit(house).get(`/links/${encodeURIComponent(nasty('secret'))}`);
    expect([dead.status, foreign(dead), dead.text.includes('steal')]).toEqual([404, [], false]);
  });

  it('where files are uploaded: names, reasons, and what was typed', async () => {
    const link = await uploadLink(house, audit, finding, { email: 'olga@supplier.example' });
    const visitor = await visitOpened(house, link);
    const name = `${nasty('file').replaceAll('/', '')}.txt`;
    expect((await visitor.json(`${link.path}/files`, declared(declare('a\n', name)))).status).toBe(201);
    const typed = { fileName: nasty('typed'), type: nasty('type'), size: nasty('size'), sha256: nasty('sha') };
    const tried = await visitor.post(`${link.path}/files`, typed);
    const form = await visitor.post(`${link.path}/files`, {
      ...declared(declare('b\n', name)),
      size: '3',
      sha256: 'b'.repeat(64),
    });
    const code = await visitor.post(`${link.path}/open`, { code: nasty('code') });
    for (const page of [await visitor.get(link.path), tried, form, code]) expect(foreign(page)).toEqual([]);
    expect(shows(tried, 'typed')).toBe(true);
    expect((await visitor.get(link.path)).text).toContain('file&quot;&#39;&gt;&lt;textarea&gt;');
    expect(form.status).toBe(200);
  });

  it('where a finding is reviewed: its facts, the submission, comments of earlier rounds, and what was typed', async () => {
    const { owner, leadAuditor } = house.people;
    const plan = completeSubmission('plan', {
      consequences: nasty('consequences'),
      similar: { found: false, where: nasty('similar') },
      riskAndImpact: nasty('risk'),
    });
    await give(house, owner, finding, 'submit', plan);
    await give(house, leadAuditor, finding, 'return', {
      codes: ['other'],
      comment: nasty('comment'),
      means: 'documents',
    });
    await give(house, owner, finding, 'submit', plan);
    const link = await reviewLink(house, audit, finding);
    const visitor = await visitOpened(house, link);
    const page = await visitor.get(link.path);
    const tried = await visitor.post(`${link.path}/return`, {
      version: '1',
      means: nasty('means'),
      comment: nasty('typed'),
    });
    for (const each of [page, tried]) expect(foreign(each)).toEqual([]);
    for (const what of ['statement', 'proof', 'process', 'consequences', 'similar', 'risk', 'comment'])
      expect([what, shows(page, what)]).toEqual([what, true]);
    expect(shows(tried, 'typed')).toBe(true);
  });

  it('in a calendar and in mail: nobody’s text begins a line', async () => {
    const calendar = await makeLink(house, audit, { purpose: 'calendar', email: sample.owner.email });
    const { text } = await visit(house).get(`${calendar.path}/calendar.ics`);
    expect(text).toContain('SUMMARY:<b>"NC-1: ');
    expect(text.split('\r\n').filter((line) => !/^(?:[A-Z-]+[;:]| )/.test(line) && line !== '')).toEqual([]);
    expect(mailTo(house, sample.owner.email)[0]).toContain(calendar.url);
  });
});
