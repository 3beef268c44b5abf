import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sample } from '#local/sample/people.ts';
import { issue, openAudit } from './findings.ts';
import { type House, openHouse } from './house.ts';
import {
  codeTo,
  type MadeLink,
  mailTo,
  makeLink,
  type Page,
  supplier,
  textOf,
  uploadLink,
  visit,
  visitOpened,
} from './link-visitors.ts';

const audit = '2026-surveillance';

let house: House;
let finding: string;
let count = 0;

beforeAll(async () => {
  house = await openHouse();
  await openAudit(house.people.ismsManager, audit);
  finding = await issue(house, audit, 'NC-1');
}, 60_000);
afterAll(() => house.close());

/** A link for an address of its own, so that its mails are told from others'. */
const freshLink = (more: Readonly<Record<string, unknown>> = {}): Promise<MadeLink> => {
  count += 1;
  return uploadLink(house, audit, finding, { email: `otto${count}@supplier.example`, ...more });
};

const isDead = ({ status, text }: Page): boolean => status === 404 && text.includes('does not open anything');
const isClosed = ({ status, text }: Page): boolean => status === 200 && text.includes('id="send-code"');
const isOpen = ({ status, text }: Page): boolean => status === 200 && text.includes('id="upload"');

/** What of the link is on the record, in the order of the alphabet: the clock stands still between requests. */
const accessesOf = (link: MadeLink) =>
  house.system.store.accesses.of({ kind: 'finding', aggregate: finding }).then((all) =>
    all
      .filter((access) => access.link === link.link.id)
      .map(({ kind }) => kind)
      .toSorted(),
  );

describe('making a link', () => {
  it('sends its address to the one it is for, and answers it once', async () => {
    const link = await freshLink({ days: 3, uses: 2, stage: 'correction' });
    expect(link.url).toMatch(/\/links\/[A-Za-z0-9_-]{43}$/);
    expect(link.link).toMatchObject({ purpose: 'upload-evidence', finding, stage: 'correction', uses: 2, used: 0 });
    const [mail = ''] = mailTo(house, link.link.email);
    expect(mail).toContain(link.url);
    for (const part of [
      'Ines Moreau',
      'NC-1, evidence of correction',
      '12 March 2026, 09:00 (Europe/Zurich)',
      'used 2 times',
    ])
      expect(mail).toContain(part);
    const { links } = await house.people.ismsManager.call<{ links: unknown[] }>('GET', `/audits/${audit}/links`);
    expect(JSON.stringify(links)).not.toContain(link.secret);
    expect(links).toContainEqual(link.link);
  });

  it.each([
    ['the owner', 'owner', 403],
    ['an internal auditor', 'internalAuditor', 403],
    ['the administrator', 'administrator', 403],
    ['the lead auditor', 'leadAuditor', 201],
  ] as const)('by %s', async (_who, who, status) => {
    const body = { purpose: 'upload-evidence', email: supplier, finding };
    const made = house.people[who].call('POST', `/audits/${audit}/links`, { body });
    if (status === 201) await expect(made).resolves.toHaveProperty('url');
    else await expect(made).rejects.toMatchObject({ status });
  });

  it.each([
    ['a finding of another audit', { finding: 'elsewhere_nc-1' }, 'unknown-finding'],
    ['a review by whoever', { purpose: 'review' }, 'not-the-lead-auditor'],
    ['too long a time', { days: 300 }, 'link-lasts-too-long'],
    ['a word that is no purpose', { purpose: 'everything' }, 'body-invalid'],
  ])('not for %s', async (_what, change, code) => {
    const body = { purpose: 'upload-evidence', email: supplier, finding, ...change };
    await expect(house.people.ismsManager.call('POST', `/audits/${audit}/links`, { body })).rejects.toMatchObject({
      code,
    });
  });

  it('not for oneself to decide by', async () => {
    const body = { purpose: 'review', email: sample.leadAuditor.email, finding };
    await expect(house.people.leadAuditor.call('POST', `/audits/${audit}/links`, { body })).rejects.toMatchObject({
      code: 'own-link',
    });
  });
});

describe('the page of a link', () => {
  it('says what for, about what, by whom and until when, and whom it is for only to that person', async () => {
    const link = await freshLink({ uses: 2 });
    const said = textOf(await visit(house).get(link.path));
    for (const part of [
      'Upload evidence',
      'NC-1 (Surveillance audit)',
      'Example Ltd',
      'Ines Moreau',
      '23 March 2026, 09:00',
    ])
      expect(said).toContain(part);
    expect(said).toContain('o…@supplier.example');
    expect(said).not.toContain(link.link.email);
    expect(said).not.toContain('Backups are written');
  });

  it('is for one person and for now: no frame, index, store or referrer, and nothing of other origins', async () => {
    const link = await freshLink();
    const { headers } = await visit(house).get(link.path);
    expect(headers.get('content-security-policy')).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self' ${house.url}; form-action 'self' ${house.url}; frame-ancestors 'none'; base-uri 'none'`,
    );
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('has its style and its script at addresses that tell nothing', async () => {
    const style = await visit(house).get('/link-assets/style.css');
    const script = await visit(house).get('/link-assets/upload.js');
    expect([style.status, style.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
    expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect(style.headers.get('cache-control')).toContain('max-age');
    expect((await visit(house).get('/link-assets/constructor')).status).toBe(404);
  });
});

describe('revoking', () => {
  it('ends an open session at once, and the code that was sent', async () => {
    const link = await freshLink();
    const visitor = await visitOpened(house, link);
    expect(isOpen(await visitor.get(link.path))).toBe(true);
    const revoke = () =>
      house.people.ismsManager.call('POST', `/audits/${audit}/links/${link.link.id}/revoke`) as Promise<unknown>;
    expect(await revoke()).toMatchObject({ status: 'revoked', revoked: { by: sample.ismsManager.email } });
    expect(isDead(await visitor.get(link.path))).toBe(true);
    expect(isDead(await visitor.json(`${link.path}/files`, {}))).toBe(true);
    expect(isDead(await visitor.post(`${link.path}/code`))).toBe(true);
    expect(await revoke()).toMatchObject({ status: 'revoked' });
    expect(await accessesOf(link)).toEqual(['code-sent', 'link-made', 'link-opened', 'link-revoked']);
  });

  it('is for who may make links, and for links of that audit', async () => {
    const link = await freshLink();
    const path = `/audits/${audit}/links/${link.link.id}/revoke`;
    await expect(house.people.owner.call('POST', path)).rejects.toMatchObject({ status: 403 });
    const other = await openAudit(house.people.ismsManager, '2026-special');
    await expect(
      house.people.ismsManager.call('POST', `/audits/${other}/links/${link.link.id}/revoke`),
    ).rejects.toMatchObject({ status: 404 });
    expect(isClosed(await visit(house).get(link.path))).toBe(true);
  });
});

describe('a calendar link', () => {
  it('shows its holder the deadlines that concern that person, as often as it is read, each time on the record', async () => {
    await issue(house, audit, 'NC-2', { owner: sample.secondOwner.email });
    const link = await makeLink(house, audit, { purpose: 'calendar', email: sample.owner.email, days: 366 });
    expect(textOf(await visit(house).get(link.path))).toContain('Subscribe');
    const read = () => visit(house).get(`${link.path}/calendar.ics`);
    const { status, headers, text } = await read();
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(text.match(/^UID:.*$/gm)?.map((line) => line.trim())).toEqual(
      ['plan', 'correction', 'remediation'].map((stage) => `UID:${finding}-c1-${stage}-owner@redress`),
    );
    expect(text).toContain('DTSTART;VALUE=DATE:20260323');
    await read();
    const accesses = await house.system.store.accesses.of({ kind: 'audit', aggregate: audit });
    const own = accesses.filter((access) => access.link === link.link.id);
    expect(own.toSorted((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual([
      expect.objectContaining({ kind: 'calendar-read', person: sample.owner.email, address: '127.0.0.1' }),
      expect.objectContaining({ kind: 'calendar-read' }),
      expect.objectContaining({ kind: 'link-made', person: sample.ismsManager.email }),
    ]);
  });

  it('shows a stranger nothing, and no other link is a calendar', async () => {
    const link = await makeLink(house, audit, { purpose: 'calendar', email: supplier });
    expect((await visit(house).get(`${link.path}/calendar.ics`)).text).not.toContain('BEGIN:VEVENT');
    const upload = await freshLink();
    expect(isDead(await visit(house).get(`${upload.path}/calendar.ics`))).toBe(true);
    expect(isDead(await visit(house).post(`${link.path}/code`))).toBe(true);
  });
});

describe('over https', () => {
  it('the session is sent over https alone, and so is all else from then on', async () => {
    const link = await freshLink();
    house.system.setBaseUrl('https://redress.example.org/');
    try {
      const visitor = visit(house);
      await visitor.post(`${link.path}/code`);
      const opened = await visitor.post(`${link.path}/open`, { code: codeTo(house, link.link.email) });
      expect(opened.headers.getSetCookie()).toEqual([expect.stringMatching(/; HttpOnly; SameSite=Strict; Secure$/)]);
      expect(opened.headers.get('strict-transport-security')).toMatch(/^max-age=31536000/);
    } finally {
      house.system.setBaseUrl(house.url);
    }
  });
});
