import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { UploadGranted } from '#contracts/http.ts';
import { OrganizationSettings } from '#contracts/organization.ts';
import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import { sha256Of } from '#local/client.ts';
import { give, issue, openAudit } from './findings.ts';
import { type House, openHouse } from './house.ts';
import {
  declare,
  declared,
  type MadeLink,
  makeLink,
  type Page,
  sendFile,
  supplier,
  textOf,
  uploadLink,
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
  link = await uploadLink(house, audit, finding, { uses: 3 });
  visitor = await visitOpened(house, link);
});
afterAll(() => house.close());

type Declared = ReturnType<typeof declare>;

const filesPath = (): string => `${link.path}/files`;

const request = async (file: Declared): Promise<UploadGranted> => {
  const page = await visitor.json(filesPath(), declared(file));
  if (page.status !== 201) throw new Error(page.text);
  return JSON.parse(page.text);
};

const send = ({ upload }: Pick<UploadGranted, 'upload'>, file: Declared): Promise<number> =>
  sendFile(house, upload, file);

const records = (): Promise<readonly EvidenceRecord[]> =>
  house.system.store.evidence.of({ kind: 'finding', aggregate: finding });

const usesOf = async (made: MadeLink = link) => {
  const { links } = await house.people.ismsManager.call<{ links: MadeLink['link'][] }>('GET', `/audits/${audit}/links`);
  const found = links.find(({ id }) => id === made.link.id);
  return [found?.used, found?.status];
};

const problemIn = ({ status, text }: Page) => ({ status, code: (JSON.parse(text) as { code: string }).code });

describe('a file by the page’s script', () => {
  it('is evidence once it was checked, by the holder of the link, one use of it', async () => {
    const file = declare('restore: complete\n');
    const granted = await request(file);
    expect(await send(granted, file)).toBe(204);
    expect(JSON.parse((await visitor.get(`${filesPath()}/${granted.id}`)).text)).toEqual({
      id: granted.id,
      fileName: 'restore-log.txt',
      size: file.size,
      sha256: file.sha256,
      status: 'registered',
    });
    expect(await records()).toEqual([
      expect.objectContaining({ id: granted.id, by: supplier, link: link.link.id, status: 'registered' }),
    ]);
    expect(await usesOf()).toEqual([1, 'open']);
    const accesses = await house.system.store.accesses.of({ kind: 'finding', aggregate: finding });
    expect(accesses).toContainEqual({
      at: expect.any(String),
      kind: 'upload-granted',
      person: supplier,
      address: '127.0.0.1',
      link: link.link.id,
      subject: granted.id,
    });
    expect(textOf(await visitor.get(link.path))).toContain('restore-log.txt 18 bytes received, checked and kept');
  });

  it('that is not what it seems is refused, with the reason on the page', async () => {
    const bytes = new Uint8Array([0x50, 0x4b, 3, 4, ...Array.from({ length: 60 }, () => 0)]);
    const file = { ...declare('', 'table.txt'), bytes, size: bytes.length, sha256: sha256Of(bytes) };
    const granted = await request(file);
    expect(await send(granted, file)).toBe(204);
    const [record] = await records();
    expect(record).toMatchObject({ status: 'quarantined', reason: expect.stringContaining('table.txt') });
    const page = await visitor.get(link.path);
    expect(page.text).toContain('data-status="quarantined"');
    expect(textOf(page)).toContain(`refused ${record?.reason}`);
    expect(JSON.parse((await visitor.get(`${filesPath()}/${granted.id}`)).text)).toMatchObject({
      status: 'quarantined',
      reason: record?.reason,
    });
  });

  it.each([
    ['a name with a path', { fileName: '../../etc/passwd.txt' }, 400, 'body-invalid'],
    ['a type that is not taken', { type: 'text/html' }, 400, 'body-invalid'],
    ['nothing', { size: 0 }, 400, 'body-invalid'],
    ['a hash that is none', { sha256: 'abc' }, 400, 'body-invalid'],
    ['a name of another type', { fileName: 'a.pdf' }, 422, 'type-differs'],
    ['more than policy takes', { size: 100_000_001 }, 422, 'file-too-large'],
    ['a field of no use', { key: 'evidence/x/y' }, 400, 'body-invalid'],
  ])('is not granted as %s, and that is no use of the link', async (_what, change, status, code) => {
    const refused = await visitor.json(filesPath(), { ...declared(declare('a\n')), ...change });
    expect(problemIn(refused)).toEqual({ status, code });
    expect(await usesOf()).toEqual([0, 'open']);
    expect(await records()).toEqual([]);
  });

  it('that never arrived is granted again, and that is no other use', async () => {
    const file = declare('again\n');
    const [first, second] = [await request(file), await request(file)];
    expect(second.id).toBe(first.id);
    expect(await usesOf()).toEqual([1, 'open']);
    expect(await send(second, file)).toBe(204);
    expect((await request(file)).id).not.toBe(first.id);
    expect(await usesOf()).toEqual([2, 'open']);
  });

  it('of another link, or of somebody else, is not seen', async () => {
    const file = declare('mine\n');
    const { id } = await request(file);
    const other = await uploadLink(house, audit, finding, { email: 'olaf@supplier.example' });
    const neighbour = await visitOpened(house, other);
    expect((await neighbour.get(`${other.path}/files/${id}`)).status).toBe(404);
    expect(textOf(await neighbour.get(other.path))).not.toContain('restore-log.txt');
    expect((await neighbour.json(`${other.path}/files/${id}/complete`, {})).status).toBe(404);
  });
});

describe('uses', () => {
  it('that are used up leave the session that used them its files, and nobody else anything', async () => {
    const files = ['1\n', '2\n', '3\n'].map((content) => declare(content));
    const granted = [];
    for (const file of files) granted.push({ file, grant: await request(file) });
    expect(await usesOf()).toEqual([3, 'used-up']);
    expect(problemIn(await visitor.json(filesPath(), declared(declare('4\n'))))).toEqual({
      status: 422,
      code: 'link-used-up',
    });
    // What was granted and has not arrived may still be sent, also after the page was loaded again.
    expect((await visitor.get(link.path)).text).toContain('id="upload"');
    for (const { file, grant } of granted) expect(await send(grant, file)).toBe(204);
    const page = await visitor.get(link.path);
    expect([page.status, textOf(page)]).toEqual([200, expect.stringContaining('takes no more files')]);
    expect(page.text).not.toContain('id="upload"');
    expect((await visit(house).get(link.path)).status).toBe(404);
    await house.system.advance?.('PT30M');
    expect((await visitor.get(link.path)).status).toBe(404);
  });

  it('are not used twice by two windows at once', async () => {
    const once = await uploadLink(house, audit, finding, { uses: 1, email: 'oskar@supplier.example' });
    const window = await visitOpened(house, once);
    const asked = await Promise.all(
      ['a\n', 'b\n', 'c\n', 'd\n'].map((content) => window.json(`${once.path}/files`, declared(declare(content)))),
    );
    expect(asked.map(({ status }) => status).toSorted()).toEqual([201, 422, 422, 422]);
    expect(await usesOf(once)).toEqual([1, 'used-up']);
    expect(await records()).toHaveLength(1);
  });
});

it('takes no more for a finding that is over', async () => {
  const minor = await issue(house, audit, `OFI-${count}`, { grade: 'ofi' });
  const made = await uploadLink(house, audit, minor, { email: 'orla@supplier.example' });
  const late = await visitOpened(house, made);
  await give(house, house.people.owner, minor, 'respond', { accepted: false, comment: 'No.' });
  await give(house, house.people.ismsManager, minor, 'close', {});
  expect(textOf(await late.get(made.path))).toContain('takes no more evidence');
  expect(problemIn(await late.json(`${made.path}/files`, declared(declare('a\n'))))).toEqual({
    status: 409,
    code: 'wrong-state',
  });
  expect(await usesOf(made)).toEqual([0, 'open']);
});

it('a report comes by a link too, and the ISMS manager imports it', async () => {
  const made = await makeLink(house, audit, { purpose: 'upload-report', email: 'rita@cb.example', uses: 1 });
  const author = await visitOpened(house, made);
  const file = declare(
    'Finding no.,Grade,Requirement,Statement,Owner\n"NC-90","Minor","A.8.13","Not tried.","omar.haddad@example.org"\n',
    'report.csv',
  );
  const page = await author.json(`${made.path}/files`, { ...declared(file), type: 'text/csv' });
  expect(page.status).toBe(201);
  const granted = JSON.parse(page.text) as UploadGranted;
  expect(await send(granted, file)).toBe(204);
  expect(JSON.parse((await author.get(`${made.path}/files/${granted.id}`)).text)).toMatchObject({
    status: 'registered',
  });
  const record = await house.system.store.evidence.get({ kind: 'audit', aggregate: audit }, granted.id);
  expect(record).toMatchObject({ by: 'rita@cb.example', link: made.link.id });
  const pdf = await author.json(`${made.path}/files`, { ...declared(declare('a', 'a.pdf')), type: 'application/pdf' });
  expect(pdf.status).toBe(422);
  const imported = await house.people.ismsManager.call('POST', `/audits/${audit}/imports`, {
    body: { upload: granted.id },
  });
  expect(imported).toMatchObject({ fileName: 'report.csv' });
});

describe('a file of more than 100 MB', () => {
  let large: House;
  beforeAll(async () => {
    const settings = OrganizationSettings.parse({
      organization: { name: 'Example Ltd', timeZone: 'Europe/Zurich' },
      policy: { name: 'large files', evidence: { largestBytes: 1_000_000_000 } },
    });
    large = await openHouse({ settings });
    await openAudit(large.people.ismsManager, audit);
  }, 60_000);
  afterAll(() => large.close());

  it('goes up in parts, by the link that it was granted to, where the policy takes it', async () => {
    const on = await issue(large, audit, 'NC-1');
    const made = await uploadLink(large, audit, on, { uses: 1 });
    const sender = await visitOpened(large, made);
    const file = { ...declared(declare('', 'backup.zip')), type: 'application/zip', size: 120_000_000 };
    const granted = JSON.parse((await sender.json(`${made.path}/files`, file)).text) as UploadGranted;
    expect(granted).toEqual({ id: expect.any(String), parts: { count: 8, size: 16 * 1024 * 1024 } });
    const parts = `${made.path}/files/${granted.id}/parts`;
    const first = { number: 1, size: 16 * 1024 * 1024, sha256: 'a'.repeat(64) };
    const addresses = await sender.json(parts, { parts: [first] });
    expect([addresses.status, JSON.parse(addresses.text)]).toEqual([
      201,
      { parts: [expect.objectContaining({ number: 1, url: expect.stringContaining('http') })] },
    ]);
    expect(problemIn(await sender.json(parts, { parts: [{ ...first, size: 5 }] })).code).toBe('part-size-differs');
    expect(problemIn(await sender.json(parts, { parts: [] })).status).toBe(400);
    expect(JSON.parse((await sender.get(parts)).text)).toEqual({ parts: [] });
    const early = await sender.json(`${made.path}/files/${granted.id}/complete`, {});
    expect(problemIn(early)).toEqual({ status: 422, code: 'parts-missing' });
    const again = JSON.parse((await sender.json(`${made.path}/files`, file)).text) as UploadGranted;
    expect(again).toEqual(granted);
    const form = await sender.post(`${made.path}/files`, { ...file, size: '120000000' });
    expect(textOf(form)).toContain('needs a browser that runs scripts');
    expect((await visit(large).json(parts, { parts: [first] })).status).toBe(404);
  });

  it('keeps the session open while parts are asked for, and no longer', async () => {
    const on = await issue(large, audit, 'NC-2');
    const made = await uploadLink(large, audit, on);
    const sender = await visitOpened(large, made);
    const file = { ...declared(declare('', 'backup.zip')), type: 'application/zip', size: 120_000_000 };
    const { id } = JSON.parse((await sender.json(`${made.path}/files`, file)).text) as UploadGranted;
    const first = { number: 1, size: 16 * 1024 * 1024, sha256: 'a'.repeat(64) };
    const asked = async () => (await sender.json(`${made.path}/files/${id}/parts`, { parts: [first] })).status;
    for (const _time of [1, 2, 3]) {
      await large.system.advance?.('PT20M');
      expect(await asked()).toBe(201);
    }
    await large.system.advance?.('PT30M');
    expect(await asked()).toBe(401);
  });
});
