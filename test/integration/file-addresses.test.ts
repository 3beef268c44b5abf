import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 60_000);
afterAll(() => house.close());

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
/** More than any other request may be. */
const bytes = Buffer.alloc(3_000_000, 'restored\n');
const key = (name: string) => `evidence/file-addresses/${name}`;

const partOf = async (name: string) => {
  const { intake } = house.system;
  const parts = await intake.beginParts({ key: key(name), type: 'text/plain' });
  const terms = {
    key: key(name),
    parts,
    number: 1,
    size: bytes.length,
    sha256: sha256Of(bytes),
    expiresInSeconds: 300,
  };
  return { parts, grant: await intake.grantPart(terms) };
};
const answerOf = async (response: Response) => {
  const answer = await response.text();
  return { status: response.status, code: answer === '' ? undefined : (JSON.parse(answer) as { code: string }).code };
};
const put = async (url: string, init: RequestInit) => answerOf(await fetch(url, { method: 'PUT', ...init }));

/** Sends the beginning of a body as a browser does that is closed meanwhile. */
const breakOff = async (method: string, url: string, headers: Readonly<Record<string, string>>, beginning: Buffer) => {
  const { hostname, port, pathname, search } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  const lines = Object.entries({ host: 'x', ...headers, 'content-length': String(bytes.length) });
  socket.write(`${method} ${pathname}${search} HTTP/1.1\r\n${lines.map(([n, v]) => `${n}: ${v}\r\n`).join('')}\r\n`);
  socket.write(beginning);
  const arriving = join(house.data, 'intake', 'arriving');
  await expect.poll(() => readdirSync(arriving)).toHaveLength(1);
  socket.resetAndDestroy();
  await expect.poll(() => readdirSync(arriving)).toHaveLength(0);
  expect(house.faults).toEqual([]);
};

describe('the address of a part', () => {
  it('takes a body of any type, larger than other requests may be', async () => {
    for (const type of [undefined, 'application/octet-stream', 'application/json', 'multipart/form-data; boundary=x']) {
      const { parts, grant } = await partOf(`type ${type}`);
      const headers = { ...grant.headers, ...(type !== undefined && { 'content-type': type }) };
      expect(await put(grant.url, { headers, body: bytes })).toEqual({ status: 204, code: undefined });
      expect(await house.system.intake.partsOf(key(`type ${type}`), parts)).toHaveLength(1);
    }
  });

  it('answers a refusal with a problem, and the connection goes on', async () => {
    const { grant } = await partOf('refused');
    const { headers } = grant;
    expect(await put(grant.url, { headers, body: bytes.subarray(1) })).toEqual({
      status: 422,
      code: 'entity-too-small',
    });
    expect(await put(grant.url, { headers, body: Buffer.concat([bytes, bytes]) })).toMatchObject({
      code: 'entity-too-large',
    });
    expect(await put(grant.url, { headers, body: Buffer.from(bytes).fill('x') })).toMatchObject({ code: 'bad-digest' });
    expect(await put(grant.url, { body: bytes })).toEqual({ status: 403, code: 'access-denied' });
    expect(await put(new URL('/local/upload/parts', grant.url).href, { headers, body: bytes })).toMatchObject({
      status: 403,
    });
    expect(await put(grant.url, { headers, body: bytes })).toMatchObject({ status: 204 });
    expect(await put(grant.url, { headers, body: bytes })).toMatchObject({ code: 'precondition-failed' });
  });

  it('keeps nothing of an upload that broke off, and takes it when it comes again', async () => {
    const { parts, grant } = await partOf('broken');
    await breakOff('PUT', grant.url, grant.headers, bytes.subarray(0, 100_000));
    expect(await house.system.intake.partsOf(key('broken'), parts)).toEqual([]);
    expect(await put(grant.url, { headers: grant.headers, body: bytes })).toMatchObject({ status: 204 });
  });
});

describe('the address of a form', () => {
  it('keeps nothing of an upload that broke off, and takes it when it comes again', async () => {
    const terms = { key: key('form'), type: 'text/plain', size: bytes.length, sha256: sha256Of(bytes) };
    const { url, fields } = await house.system.intake.grantUpload({ ...terms, expiresInSeconds: 300 });
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([bytes]), 'a.txt');
    const whole = new Response(form);
    const type = { 'content-type': whole.headers.get('content-type') ?? '' };
    await breakOff('POST', url, type, Buffer.from(await whole.arrayBuffer()).subarray(0, 100_000));
    expect(await house.system.intake.look(terms.key)).toBeUndefined();
    expect(await answerOf(await fetch(url, { method: 'POST', body: form }))).toEqual({ status: 204, code: undefined });
  });
});

describe('the address of a download', () => {
  const kept = async () => {
    const { intake, vault } = house.system;
    const terms = { key: key('kept'), type: 'text/html', size: bytes.length, sha256: sha256Of(bytes) };
    const { fields } = await intake.grantUpload({ ...terms, expiresInSeconds: 300 });
    const stored = await intake.accept({ fields, file: bytes });
    if (!stored.ok) throw new Error('refused');
    const from = { key: terms.key, version: stored.value.version };
    const retainUntil = '2031-03-09T22:59:59.999Z';
    const { versionId } = await vault.keep({ ...terms, from, to: terms.key, retainUntil, hold: false });
    const fileName = 'Prüfung "1".html';
    return vault.grantDownload({ key: terms.key, versionId, fileName, type: terms.type, expiresInSeconds: 60 });
  };

  it('serves the file to be saved, and never shown', async () => {
    const response = await fetch((await kept()).url);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-disposition': "attachment; filename*=UTF-8''Pr%C3%BCfung%20%221%22.html",
      'content-type': 'text/html',
      'content-length': String(bytes.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': "sandbox; default-src 'none'",
    });
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('serves nothing that was not signed, or not for that store', async () => {
    const { url } = await kept();
    const other = new URL(url);
    other.searchParams.set('from', 'packs');
    expect(await answerOf(await fetch(other))).toEqual({ status: 403, code: 'access-denied' });
    other.searchParams.set('from', 'intake');
    expect(await answerOf(await fetch(other))).toEqual({ status: 404, code: 'not-found' });
    const unsigned = new URL(url);
    unsigned.searchParams.delete('signature');
    expect(await answerOf(await fetch(unsigned))).toEqual({ status: 403, code: 'access-denied' });
  });

  it('serves a pack', async () => {
    const { packFiles } = house.system;
    const content = async function* () {
      yield Buffer.from('pack');
    };
    await packFiles.write('packs/1.zip', content());
    const grant = { key: 'packs/1.zip', fileName: 'NC-1.zip', type: 'application/zip', expiresInSeconds: 60 };
    const response = await fetch((await packFiles.grantDownload(grant)).url);
    expect(response.headers.get('content-disposition')).toContain('NC-1.zip');
    expect(await response.text()).toBe('pack');
  });
});
