import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sample } from '#local/sample/people.ts';
import { atStage, eventsOf, handIn, issue, openAudit, view } from './findings.ts';
import { type House, openHouse } from './house.ts';
import {
  type Fields,
  type MadeLink,
  type Page,
  reviewer,
  reviewLink,
  textOf,
  type Visitor,
  visit,
  visitOpened,
} from './link-visitors.ts';

const audit = '2026-surveillance';

let house: House;
let finding: string;
let link: MadeLink;
let visitor: Visitor;
let count = 0;

beforeAll(async () => {
  house = await openHouse();
  await openAudit(house.people.ismsManager, audit);
}, 60_000);
beforeEach(async () => {
  count += 1;
  finding = await issue(house, audit, `NC-${count}`);
  await handIn(house, finding);
  link = await reviewLink(house, audit, finding, { uses: 2 });
  visitor = await visitOpened(house, link);
  // A code a minute: the next test asks for one at the same address, by another link.
  await house.system.advance?.('PT1M');
});
afterAll(() => house.close());

const versionIn = ({ text }: Page): string => /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
const stands = async (): Promise<string> => {
  const { stage, status, round } = atStage(await view(house.people.ismsManager, finding));
  return `${stage} ${status} ${round}`;
};
const decisions = async () =>
  (await eventsOf(house.people.ismsManager, finding)).filter(({ type }) => type === 'accepted' || type === 'returned');
const usedOf = async (made: MadeLink = link): Promise<number | undefined> =>
  (await house.system.store.links.of(audit)).find((each) => each.link.id === made.link.id)?.link.used;

const accept = async (fields: Fields = {}, who = visitor, at = link): Promise<Page> => {
  const page = await who.get(at.path);
  const given = await who.post(`${at.path}/accept`, {
    version: versionIn(page),
    means: 'documents',
    comment: '',
    ...fields,
  });
  await house.system.settled();
  return given;
};

describe('the page', () => {
  it('shows the finding, the whole submission in words, and what may be decided', async () => {
    const page = await visitor.get(link.path);
    const said = textOf(page);
    for (const part of [
      `NC-${count}: Major nonconformity`,
      'ISO/IEC 27001:2022, A.8.13',
      'Backups are written every night and were never restored to try them.',
      'Handed in by omar.haddad@example.org on',
      'C1 Nobody was named to plan restores',
      'Name an owner of restores',
      'Removes C1, C2',
      'A test restore loads the storage',
      'For lena.fischer@cb.example',
    ])
      expect(said).toContain(part);
    expect(page.text).not.toContain('{"');
    expect(page.text).toContain('id="accept"');
    expect(page.text).toContain('id="return"');
  });

  it('shows the evidence that is named, and earlier rounds with what was said', async () => {
    await visitor.post(`${link.path}/return`, {
      version: versionIn(await visitor.get(link.path)),
      means: 'limited-visit',
      codes: ['cause-not-addressed', 'scope-incomplete'],
      comment: 'Why was nobody named?',
    });
    await house.system.settled();
    await handIn(house, finding);
    const said = textOf(await visitor.get(link.path));
    expect(said).toContain('round 1: returned on');
    expect(said).toMatch(/The cause is not addressed\s+The scope is incomplete\s+Why was nobody named\?/);
    expect(said).toContain('Returned by lena.fischer@cb.example (by a link)');
    await accept();
    expect(textOf(await visitor.get(link.path))).toContain('Your decision is on the record');
    await handIn(house, finding);
    const next = await reviewLink(house, audit, finding);
    const page = textOf(await (await visitOpened(house, next)).get(next.path));
    for (const part of [
      'Proof The log of the restore',
      'Evidence restore-log.txt',
      'All instances',
      'round 2: accepted',
    ])
      expect(page).toContain(part);
  });

  it('offers nothing where there is nothing to decide', async () => {
    await accept();
    const page = await visitor.get(link.path);
    expect(textOf(page)).toContain(
      'nothing for you to decide now: the finding stands at evidence of correction, round 1, awaited',
    );
    expect(page.text).not.toContain('id="accept"');
  });

  it('offers no decision on another stage than that of the link', async () => {
    const other = await reviewLink(house, audit, finding, { stage: 'correction' });
    const window = await visitOpened(house, other);
    expect((await window.get(other.path)).text).not.toContain('id="accept"');
    const version = versionIn(await visitor.get(link.path));
    const given = await window.post(`${other.path}/accept`, { version, means: 'documents' });
    expect([given.status, textOf(given)]).toEqual([409, expect.stringContaining('another stage')]);
    expect(await decisions()).toEqual([]);
  });
});

describe('a decision', () => {
  it('to accept is the lead auditor’s, by the link, once on the record', async () => {
    const page = await accept({ comment: 'Well argued.' });
    expect([page.status, page.headers.get('location')]).toEqual([303, link.path]);
    expect(await stands()).toBe('correction awaiting 1');
    expect(await decisions()).toEqual([
      expect.objectContaining({
        type: 'accepted',
        actor: { person: reviewer, role: 'lead-auditor', link: link.link.id },
        data: expect.objectContaining({ means: 'documents', comment: 'Well argued.' }),
      }),
    ]);
    const accesses = await house.system.store.accesses.of({ kind: 'finding', aggregate: finding });
    expect(accesses).toContainEqual(
      expect.objectContaining({
        kind: 'decision-given',
        person: reviewer,
        link: link.link.id,
        subject: finding,
        address: '127.0.0.1',
      }),
    );
    expect(await usedOf()).toBe(1);
  });

  it('to return has its reasons and its comment', async () => {
    const version = versionIn(await visitor.get(link.path));
    const given = await visitor.post(`${link.path}/return`, {
      version,
      means: 'documents',
      codes: 'other',
      comment: 'No.',
    });
    await house.system.settled();
    expect(given.status).toBe(303);
    expect(await stands()).toBe('plan awaiting 2');
    expect(await decisions()).toEqual([
      expect.objectContaining({ data: expect.objectContaining({ codes: ['other'], comment: 'No.' }) }),
    ]);
  });

  it('given twice at once is one decision and one use', async () => {
    const version = versionIn(await visitor.get(link.path));
    const press = () => visitor.post(`${link.path}/accept`, { version, means: 'documents' });
    const answers = await Promise.all([press(), press(), press()]);
    answers.push(await press());
    await house.system.settled();
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(await decisions()).toHaveLength(1);
    expect(await usedOf()).toBe(1);
    const accesses = await house.system.store.accesses.of({ kind: 'finding', aggregate: finding });
    expect(accesses.filter(({ kind }) => kind === 'decision-given')).toHaveLength(1);
  });

  it('given twice by the last use of a link is one decision, and both windows say so', async () => {
    const once = await reviewLink(house, audit, finding, { uses: 1 });
    const window = await visitOpened(house, once);
    const version = versionIn(await window.get(once.path));
    const press = () => window.post(`${once.path}/accept`, { version, means: 'documents' });
    const answers = await Promise.all([press(), press()]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await decisions()).toHaveLength(1);
    expect(textOf(await window.get(once.path))).toContain('Your decision is on the record');
    expect((await visit(house).get(once.path)).status).toBe(404);
  });

  it('that two windows take differently at once is the first one’s', async () => {
    const version = versionIn(await visitor.get(link.path));
    const answers = await Promise.all([
      visitor.post(`${link.path}/accept`, { version, means: 'documents' }),
      visitor.post(`${link.path}/return`, { version, means: 'documents', codes: 'other', comment: 'No.' }),
    ]);
    await house.system.settled();
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 412]);
    expect(await decisions()).toHaveLength(1);
    expect(await usedOf()).toBe(1);
  });

  it('on what has changed since the page was made is refused, and the page shows what stands now', async () => {
    const version = versionIn(await visitor.get(link.path));
    await house.people.ismsManager.call('POST', `/findings/${finding}/assign`, {
      body: { owner: sample.secondOwner.email },
      version: Number(version),
    });
    const late = await visitor.post(`${link.path}/accept`, { version, means: 'documents', comment: 'Mine.' });
    expect([late.status, textOf(late)]).toEqual([412, expect.stringContaining('Somebody was faster')]);
    expect(late.text).toContain(sample.secondOwner.email);
    expect(late.text).toContain('Mine.</textarea>');
    expect(versionIn(late)).not.toBe(version);
    expect(await usedOf()).toBe(0);
  });

  it('on work of one’s own is refused by the domain, by a link too', async () => {
    const { ismsManager, secondOwner } = house.people;
    const special = await openAudit(ismsManager, `special-${count}`);
    const own = await issue(house, special, `NC-${count}`);
    await house.system.store.people.put({ ...sample.secondOwner, roles: ['isms-manager', 'lead-auditor'] });
    await handIn(house, own, secondOwner);
    const { version, facts } = await ismsManager.call<{ version: number; facts: object }>('GET', `/audits/${special}`);
    const team = [{ person: secondOwner.email, role: 'lead-auditor' }];
    await ismsManager.call('PUT', `/audits/${special}`, { body: { ...facts, team }, version });
    const made = await reviewLink(house, special, own, { email: secondOwner.email });
    const window = await visitOpened(house, made);
    const page = await window.get(made.path);
    expect([page.status, page.text.includes('id="accept"')]).toEqual([200, false]);
    const { seq } = (await view(ismsManager, own)).finding;
    const given = await window.post(`${made.path}/accept`, { version: String(seq), means: 'documents' });
    expect([given.status, textOf(given)]).toEqual([403, expect.stringContaining('You handed this submission in')]);
    expect((await view(ismsManager, own)).finding.status).toBe('in-review');
    expect((await house.system.store.links.of(special)).map(({ link: { used } }) => used)).toEqual([0]);
  });

  it.each<[string, string, Fields, string]>([
    ['no reason', 'return', { means: 'documents', comment: 'No.' }, 'return-codes'],
    ['no comment', 'return', { means: 'documents', codes: 'other', comment: ' ' }, 'return-comment'],
    [
      'a reason that is none',
      'return',
      { means: 'documents', codes: ['other', 'mood'], comment: 'No.' },
      'return-codes',
    ],
    ['means that are none', 'accept', { means: 'guess' }, 'accept-means'],
  ])('with %s is shown at its field', async (_what, action, fields, field) => {
    const version = versionIn(await visitor.get(link.path));
    const page = await visitor.post(`${link.path}/${action}`, { version, ...fields });
    expect([page.status, page.text.includes(`id="${field}-error"`)]).toEqual([400, true]);
    expect(await decisions()).toEqual([]);
  });

  it('is not taken from who has lost the role since', async () => {
    const version = versionIn(await visitor.get(link.path));
    await house.system.store.people.put({ ...sample.leadAuditor, roles: [] });
    try {
      const page = await visitor.post(`${link.path}/accept`, { version, means: 'documents' });
      expect([403, 404]).toContain(page.status);
      expect(await decisions()).toEqual([]);
      expect(await usedOf()).toBe(0);
    } finally {
      await house.system.store.people.put({ ...sample.leadAuditor, roles: ['lead-auditor'] });
    }
  });
});
