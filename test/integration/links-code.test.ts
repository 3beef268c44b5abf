import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issue, openAudit } from './findings.ts';
import { type House, openHouse } from './house.ts';
import { codeTo, type MadeLink, mailTo, type Page, textOf, uploadLink, visit, wrongCode } from './link-visitors.ts';

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

const advance = (duration: string) => house.system.advance?.(duration);

/** A link for an address of its own, so that its mails are told from others'. */
const freshLink = (more: Readonly<Record<string, unknown>> = {}): Promise<MadeLink> => {
  count += 1;
  return uploadLink(house, audit, finding, { email: `otto${count}@supplier.example`, ...more });
};

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

describe('a one-time code', () => {
  it('opens the link in the browser that gives it, for half an hour, and once', async () => {
    const link = await freshLink();
    const visitor = visit(house);
    const sent = await visitor.post(`${link.path}/code`);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, link.path]);
    expect(textOf(await visitor.get(link.path))).toContain('A code was sent to o…@supplier.example. It is good until');
    const code = codeTo(house, link.link.email);
    const opened = await visitor.post(`${link.path}/open`, { code: `${code.slice(0, 3)} ${code.slice(3)}` });
    expect([opened.status, opened.headers.get('location')]).toEqual([303, link.path]);
    expect(opened.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^redress-[0-9a-f]{32}=[\w-]{43}; Path=\/links; Max-Age=28800; HttpOnly; SameSite=Strict$/),
    ]);
    expect(isOpen(await visitor.get(link.path))).toBe(true);
    expect(isClosed(await visit(house).get(link.path))).toBe(true);
    const again = await visit(house).post(`${link.path}/open`, { code });
    expect([again.status, textOf(again)]).toEqual([422, expect.stringContaining('Have one sent first')]);
    await advance('PT29M59S');
    expect(isOpen(await visitor.get(link.path))).toBe(true);
    await advance('PT1S');
    expect(isClosed(await visitor.get(link.path))).toBe(true);
    expect(await accessesOf(link)).toEqual(['code-sent', 'link-made', 'link-opened']);
  });

  it('makes a link that was forwarded useless without it', async () => {
    const link = await freshLink();
    const stranger = visit(house);
    await stranger.post(`${link.path}/code`);
    expect(codeTo(house, link.link.email)).toMatch(/^\d{6}$/);
    for (const asked of [
      await stranger.post(`${link.path}/files`, { fileName: 'a.txt', type: 'text/plain', size: '1', sha256: 'a' }),
      await stranger.json(`${link.path}/files`, {}),
      await stranger.get(`${link.path}/files/0123456789`),
    ])
      expect([303, 401]).toContain(asked.status);
    expect(isClosed(await stranger.get(link.path)) || textOf(await stranger.get(link.path)).includes('code')).toBe(
      true,
    );
    expect(stranger.cookies.size).toBe(0);
    expect(await house.system.store.evidence.of({ kind: 'finding', aggregate: finding })).toEqual([]);
  });

  it('of one link opens no other, nor does its session', async () => {
    const [one, other] = [await freshLink(), await freshLink()];
    const visitor = visit(house);
    await visitor.post(`${one.path}/code`);
    await visitor.post(`${other.path}/code`);
    const code = codeTo(house, one.link.email);
    if (code !== codeTo(house, other.link.email))
      expect((await visitor.post(`${other.path}/open`, { code })).status).toBe(422);
    await visitor.post(`${one.path}/open`, { code });
    expect(isOpen(await visitor.get(one.path))).toBe(true);
    const [session = ''] = [...visitor.cookies.values()];
    const thief = visit(house);
    (thief.cookies as Map<string, string>).set(`redress-${other.link.id}`, session);
    expect(isOpen(await thief.get(other.path))).toBe(false);
  });

  it('keeps two links open beside each other in one browser', async () => {
    const [one, other] = [await freshLink(), await freshLink()];
    const visitor = visit(house);
    await visitor.open(one);
    await visitor.open(other);
    expect(isOpen(await visitor.get(one.path)) && isOpen(await visitor.get(other.path))).toBe(true);
  });

  it('is too old after 10 minutes', async () => {
    const link = await freshLink();
    const visitor = visit(house);
    await visitor.post(`${link.path}/code`);
    const code = codeTo(house, link.link.email);
    await advance('PT10M');
    const late = await visitor.post(`${link.path}/open`, { code });
    expect([late.status, textOf(late)]).toEqual([422, expect.stringContaining('too old')]);
    await visitor.open(link);
    expect(isOpen(await visitor.get(link.path))).toBe(true);
  });

  it('is sent once a minute, and the newest alone is good', async () => {
    const link = await freshLink();
    const visitor = visit(house);
    await visitor.post(`${link.path}/code`);
    const first = codeTo(house, link.link.email);
    const soon = await visitor.post(`${link.path}/code`);
    expect([soon.status, textOf(soon)]).toEqual([422, expect.stringContaining('Wait a minute')]);
    await advance('PT1M');
    expect((await visitor.post(`${link.path}/code`)).status).toBe(303);
    expect(mailTo(house, link.link.email)).toHaveLength(3);
    const second = codeTo(house, link.link.email);
    if (first !== second) expect((await visitor.post(`${link.path}/open`, { code: first })).status).toBe(422);
    expect((await visitor.post(`${link.path}/open`, { code: second })).status).toBe(303);
  });

  it('may be guessed 5 times; then none is taken or sent for a quarter of an hour', async () => {
    const link = await freshLink();
    const visitor = visit(house);
    await visitor.post(`${link.path}/code`);
    const code = codeTo(house, link.link.email);
    const wrong = wrongCode(code);
    for (const left of ['4 tries are left', '3 tries are left', '2 tries are left', 'One try is left']) {
      const tried = await visitor.post(`${link.path}/open`, { code: wrong });
      expect([tried.status, textOf(tried)]).toEqual([422, expect.stringContaining(left)]);
    }
    for (const given of [wrong, code])
      expect(textOf(await visitor.post(`${link.path}/open`, { code: given }))).toContain('Too many wrong codes');
    expect(textOf(await visitor.post(`${link.path}/code`))).toContain('Too many wrong codes');
    expect(mailTo(house, link.link.email)).toHaveLength(2);
    expect(textOf(await visitor.get(link.path))).toContain('none is sent and none is taken');
    await advance('PT14M59S');
    expect((await visitor.post(`${link.path}/code`)).status).toBe(422);
    await advance('PT1S');
    await visitor.open(link);
    expect(isOpen(await visitor.get(link.path))).toBe(true);
    expect(await accessesOf(link)).toEqual([
      ...Array.from({ length: 5 }, () => 'code-refused'),
      'code-sent',
      'code-sent',
      'link-made',
      'link-opened',
    ]);
  });

  it('may be guessed 5 times in many windows at once, and no sixth time', async () => {
    const link = await freshLink();
    await visit(house).post(`${link.path}/code`);
    const code = codeTo(house, link.link.email);
    const tries = await Promise.all(
      Array.from({ length: 7 }, () => visit(house).post(`${link.path}/open`, { code: wrongCode(code) })),
    );
    expect(tries.map(({ status }) => status)).toEqual(Array.from({ length: 7 }, () => 422));
    const uses = (await accessesOf(link)).filter((kind) => kind === 'code-refused');
    expect(uses.length).toBeLessThanOrEqual(5);
    await expect
      .poll(async () => {
        await visit(house).post(`${link.path}/open`, { code: wrongCode(code) });
        return (await accessesOf(link)).filter((kind) => kind === 'code-refused').length;
      })
      .toBe(5);
    expect(isOpen(await visit(house).post(`${link.path}/open`, { code }))).toBe(false);
  });

  it('that is given in two windows at once opens one of them', async () => {
    const link = await freshLink();
    await visit(house).post(`${link.path}/code`);
    const code = codeTo(house, link.link.email);
    const windows = [visit(house), visit(house)];
    const given = await Promise.all(windows.map((window) => window.post(`${link.path}/open`, { code })));
    expect(given.map(({ status }) => status).toSorted()).toEqual([303, 422]);
  });

  it.each([
    ['letters', { code: 'abcdef' }],
    ['five digits', { code: '12345' }],
    ['nothing', {}],
    ['two codes', { code: ['123456', '654321'] }],
  ])('is not %s', async (_what, fields) => {
    const link = await freshLink();
    const visitor = visit(house);
    await visitor.post(`${link.path}/code`);
    const page = await visitor.post(`${link.path}/open`, fields);
    expect([page.status, page.text.includes('id="code-error"')]).toEqual([400, true]);
    expect(await accessesOf(link)).toEqual(['code-sent', 'link-made']);
  });
});
