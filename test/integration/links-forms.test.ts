import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { UploadGranted } from '#contracts/http.ts';
import { issue, openAudit } from './findings.ts';
import { type House, openHouse } from './house.ts';
import {
  declare,
  declared,
  type Fields,
  type MadeLink,
  type Page,
  sendFile,
  textOf,
  uploadLink,
  type Visitor,
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
  link = await uploadLink(house, audit, finding, { uses: 3 });
  visitor = await visitOpened(house, link);
});
afterAll(() => house.close());

type Declared = ReturnType<typeof declare>;

const formOf = (file: Declared): Fields => ({ ...declared(file), size: String(file.size) });
const filesPath = (): string => `${link.path}/files`;

const send = ({ upload }: Pick<UploadGranted, 'upload'>, file: Declared): Promise<number> =>
  sendFile(house, upload, file);

const usesOf = async (made: MadeLink = link) => {
  const { links } = await house.people.ismsManager.call<{ links: MadeLink['link'][] }>('GET', `/audits/${audit}/links`);
  const found = links.find(({ id }) => id === made.link.id);
  return [found?.used, found?.status];
};

const problemIn = ({ status, text }: Page) => ({ status, code: (JSON.parse(text) as { code: string }).code });

describe('without scripts', () => {
  it('the file is declared, then sent with the form that was granted', async () => {
    const file = declare('restore: complete\n');
    const page = await visitor.post(filesPath(), {
      ...formOf(file),
      sha256: `${file.sha256.toUpperCase()}  restore-log.txt`,
    });
    expect(page.status).toBe(200);
    const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)];
    const fields = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
    const url =
      /<form id="send" method="post" action="([^"]+)" enctype="multipart\/form-data">/.exec(page.text)?.[1] ?? '';
    expect(fields.success_action_redirect).toBe(`${house.url}${link.path}`);
    // The store sends the browser back to the page of the link.
    expect(await send({ upload: { url, fields, expiresAt: '' } }, file)).toBe(303);
    expect(textOf(await visitor.get(link.path))).toContain('received, checked and kept');
  });

  it.each<[string, Fields, string, string]>([
    ['letters for a size', { size: 'many' }, 'size', 'many'],
    ['a wrong hash', { sha256: 'xyz' }, 'sha256', 'xyz'],
    ['a name of another type', { fileName: 'log.pdf' }, 'fileName', 'log.pdf'],
    ['more than one piece', { size: '100000001' }, 'size', '100000001'],
    ['a size twice', { size: ['1', '2'] }, 'size', '1'],
  ])('%s is shown at its field, with what was typed', async (_what, change, field, typed) => {
    const page = await visitor.post(filesPath(), { ...formOf(declare('a\n')), ...change });
    expect([400, 422]).toContain(page.status);
    expect(page.text).toContain(`id="${field}-error"`);
    expect(page.text).toMatch(
      new RegExp(`<input id="${field}" name="${field}" value="${typed}"[^>]* aria-invalid="true"`),
    );
    expect(page.text).toContain('<option value="text/plain" selected>');
    expect(await usesOf()).toEqual([0, 'open']);
  });

  it('an ended session leads back to the page', async () => {
    await house.system.advance?.('PT30M');
    const page = await visitor.post(filesPath(), formOf(declare('a\n')));
    expect([page.status, page.headers.get('location')]).toEqual([303, link.path]);
    const scripted = await visitor.json(filesPath(), declared(declare('a\n')));
    expect(problemIn(scripted)).toEqual({ status: 401, code: 'unauthenticated' });
  });

  it.each([
    ['a body that is no form', 'text/plain', 'a=1', 415],
    ['a body that is no JSON', 'application/json', '{', 400],
    ['half a character', 'application/json', '{"fileName":"\\ud800"}', 400],
    ['a body of a megabyte', 'application/json', JSON.stringify({ fileName: 'x'.repeat(300_000) }), 413],
  ])('%s is refused', async (_what, type, body, status) => {
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'content-type': type, cookie };
    const answered = await fetch(`${house.url}${filesPath()}`, { method: 'POST', headers, body, redirect: 'manual' });
    expect(answered.status).toBe(status);
  });
});
