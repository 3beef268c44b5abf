import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiProblem, type Client, type File, sha256Of } from '#local/client.ts';
import { sample } from '#local/sample/people.ts';
import { findingIdOf } from '#use-cases/commands/issue-finding.ts';
import { completeSubmission } from '../builders/submissions.ts';
import { atStage, eventsOf, give, issue, log, openAudit, pass, view } from './findings.ts';
import { type House, openHouse } from './house.ts';

const audit = '2026-surveillance';

let house: House;
let owner: Client;
let finding: string;
let count = 0;

beforeAll(async () => {
  house = await openHouse();
  owner = house.people.owner;
  await openAudit(house.people.ismsManager, audit);
}, 60_000);
beforeEach(async () => {
  count += 1;
  finding = await issue(house, audit, `NC-${count}`);
});
afterAll(() => house.close());

interface Granted {
  readonly id: string;
  readonly upload: { readonly url: string; readonly fields: Readonly<Record<string, string>> };
}

const declared = ({ fileName, type, bytes }: File) => ({ fileName, type, size: bytes.length, sha256: sha256Of(bytes) });

const grant = (file: File = log, who = owner, on = finding): Promise<Granted> =>
  who.call('POST', `/findings/${on}/uploads`, { body: declared(file) });

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

/** Posts the form; a field that is `undefined` is left out. */
const post = async (
  { upload }: Granted,
  change: Readonly<Record<string, string | undefined>> = {},
  bytes: Uint8Array | undefined = log.bytes,
) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...upload.fields, ...change }))
    if (value !== undefined) form.append(name, value);
  if (bytes) form.append('file', new Blob([new Uint8Array(bytes)]), log.fileName);
  const response = await fetch(upload.url, { method: 'POST', body: form });
  const answer = await response.text();
  return { status: response.status, code: answer === '' ? undefined : (JSON.parse(answer) as { code: string }).code };
};

const register = (id: string, who = owner, on = finding): Promise<{ status: string }> =>
  who.call('POST', `/findings/${on}/evidence/${id}/register`);

const refusalOf = async (call: Promise<unknown>): Promise<{ status: number; code: string; detail: string }> => {
  const thrown = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof ApiProblem)) throw new Error(`no problem was answered but ${String(thrown)}`);
  return { status: thrown.status, code: thrown.code, detail: String(thrown.problem.detail) };
};

const recordsOf = async (on = finding) =>
  (await owner.call<{ evidence: Record<string, unknown>[] }>('GET', `/findings/${on}/evidence`)).evidence;

describe('the form that takes uploads', () => {
  it('takes exactly what was granted', async () => {
    const granted = await grant();
    expect(await post(granted)).toEqual({ status: 204, code: undefined });
    expect(await register(granted.id)).toMatchObject({ status: 'registered', size: log.bytes.length });
    expect(await recordsOf()).toEqual([
      expect.objectContaining({ id: granted.id, status: 'registered', by: sample.owner.email, ...declared(log) }),
    ]);
    expect(await recordsOf()).toEqual([expect.not.objectContaining({ key: expect.anything() })]);
  });

  const otherKey = { key: `evidence/${findingIdOf(audit, 'NC-99')}/0000` };
  const longer = text('2026-03-09 restore of the ledger: complete\nand more\n');
  const sameLength = text('2026-03-09 restore of the ledger: COMPLETE\n');
  const widened = (granted: Granted) => {
    const terms = JSON.parse(Buffer.from(granted.upload.fields.Policy ?? '', 'base64').toString('utf8'));
    return { Policy: Buffer.from(JSON.stringify({ ...terms, size: longer.length })).toString('base64') };
  };

  it.each<[string, (granted: Granted) => Promise<{ status: number; code: string | undefined }>, number, string]>([
    ['fewer bytes', (granted) => post(granted, {}, text('2026')), 422, 'entity-too-small'],
    ['more bytes', (granted) => post(granted, {}, longer), 422, 'entity-too-large'],
    ['other bytes', (granted) => post(granted, {}, sameLength), 422, 'bad-digest'],
    ['another type', (granted) => post(granted, { 'Content-Type': 'text/html' }), 403, 'access-denied'],
    ['another key', (granted) => post(granted, otherKey), 403, 'access-denied'],
    ['another hash', (granted) => post(granted, { 'x-amz-checksum-sha256': 'AAAA' }), 403, 'access-denied'],
    ['terms that were widened', (granted) => post(granted, widened(granted), longer), 403, 'access-denied'],
    ['no signature', (granted) => post(granted, { 'X-Amz-Signature': undefined }), 403, 'access-denied'],
    ['a foreign signature', (granted) => post(granted, { 'X-Amz-Signature': 'ab'.repeat(32) }), 403, 'access-denied'],
    ['a field nobody granted', (granted) => post(granted, { acl: 'public-read' }), 403, 'access-denied'],
    ['no file', async ({ upload }) => post({ id: '', upload }, {}, new Uint8Array(0)), 422, 'entity-too-small'],
  ])('refuses %s', async (_what, send, status, code) => {
    const granted = await grant();
    expect(await send(granted)).toEqual({ status, code });
    expect(await refusalOf(register(granted.id))).toMatchObject({ status: 422, code: 'not-uploaded' });
    expect(await post(granted)).toMatchObject({ status: 204 });
  });

  it('refuses what is no such form', async () => {
    const { upload } = await grant();
    const form = new FormData();
    for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
    expect((await fetch(upload.url, { method: 'POST', body: form })).status).toBe(400);
    expect((await fetch(upload.url, { method: 'POST', body: 'file' })).status).toBe(415);
  });

  it('refuses a grant that has expired, and one that was used', async () => {
    const [used, late] = [await grant(), await grant()];
    expect(await post(used)).toMatchObject({ status: 204 });
    expect(await post(used)).toEqual({ status: 422, code: 'precondition-failed' });
    await house.system.advance?.('PT5M1S');
    expect(await post(late)).toEqual({ status: 403, code: 'access-denied' });
    expect(await refusalOf(register(late.id))).toMatchObject({ code: 'not-uploaded' });
    expect(await register(used.id)).toMatchObject({ status: 'registered' });
  });
});

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

describe('registration', () => {
  it.each<[string, File, string]>([
    ['a picture that says it is a PDF', { fileName: 'a.pdf', type: 'application/pdf', bytes: png }, 'holds image/png'],
    ['a picture that says it is text', { fileName: 'a.txt', type: 'text/plain', bytes: png }, 'holds image/png'],
    [
      'bytes that say they are a table',
      { fileName: 'a.csv', type: 'text/csv', bytes: text('a,b\n1,\0') },
      'binary data',
    ],
    [
      'text that says it is a PDF',
      { fileName: 'a.pdf', type: 'application/pdf', bytes: text('no PDF') },
      'something else',
    ],
  ])('refuses %s, and the record says why for good', async (_what, file, why) => {
    const granted = await grant(file);
    expect(await post(granted, {}, file.bytes)).toMatchObject({ status: 204 });
    const refusal = await refusalOf(register(granted.id));
    expect(refusal).toMatchObject({ status: 422, code: 'evidence-refused' });
    expect(refusal.detail).toContain(why);
    expect(await refusalOf(register(granted.id))).toEqual(refusal);
    expect(await recordsOf()).toMatchObject([{ status: 'refused', reason: expect.stringContaining(why) }]);
  });

  it('takes what is what it says', async () => {
    expect(await owner.addEvidence(finding, { fileName: 'a.png', type: 'image/png', bytes: png })).toBeDefined();
  });

  it('is for who uploaded, and nobody else', async () => {
    const granted = await grant();
    await post(granted);
    for (const [name, who] of Object.entries(house.people)) {
      if (name === 'owner') continue;
      expect(await refusalOf(register(granted.id, who)), name).toMatchObject({ status: 404, code: 'not-found' });
    }
    expect(await refusalOf(register(granted.id, owner, findingIdOf(audit, 'NC-1')))).toMatchObject({ status: 404 });
    expect(await recordsOf()).toMatchObject([{ status: 'uploading' }]);
  });

  it('is not for what is closed', async () => {
    const ofi = await issue(house, audit, `OFI-${count}`, { grade: 'ofi' });
    await give(house, owner, ofi, 'respond', { accepted: false, comment: 'Not worth it.' });
    await give(house, house.people.ismsManager, ofi, 'close', {});
    expect(await refusalOf(grant(log, owner, ofi))).toMatchObject({ status: 409, code: 'wrong-state' });
  });
});

describe('a submission', () => {
  const reasonsOf = async () => {
    const [last] = (await eventsOf(owner, finding)).slice(-1);
    if (last?.type !== 'found-incomplete') throw new Error(`the submission was ${last?.type}`);
    return last.data.reasons.map(({ code, field }) => [code, field]);
  };

  it('comes back with every file that is no registered evidence of its finding', async () => {
    await pass(house, finding);
    const other = await issue(house, audit, `OTHER-${count}`);
    const foreign = await owner.addEvidence(other, log);
    const { id: uploading } = await grant();
    const pdf: File = { fileName: 'a.pdf', type: 'application/pdf', bytes: png };
    const refused = await grant(pdf);
    await post(refused, {}, pdf.bytes);
    await refusalOf(register(refused.id));
    const good = await owner.addEvidence(finding, log);

    const { sha256 } = declared(log);
    const evidence = [
      { id: uploading, sha256 },
      foreign,
      { id: refused.id, sha256: sha256Of(pdf.bytes) },
      { id: good.id, sha256: 'b'.repeat(64) },
      { id: 'never-heard-of', sha256 },
      good,
    ];
    const correctedOn = '2026-03-09';
    const handIn = (change: object) =>
      give(house, owner, finding, 'submit', completeSubmission('correction', { correctedOn, ...change }));

    expect(atStage(await handIn({ evidence }))).toMatchObject({ stage: 'correction', status: 'awaiting', round: 2 });
    expect(await reasonsOf()).toEqual([
      ['evidence-missing', 'evidence[0]'],
      ['evidence-missing', 'evidence[1]'],
      ['evidence-refused', 'evidence[2]'],
      ['evidence-hash-differs', 'evidence[3]'],
      ['evidence-missing', 'evidence[4]'],
    ]);

    await handIn({ evidence: [] });
    expect(await reasonsOf()).toEqual([['missing-part', 'evidence']]);

    expect((await handIn({ evidence: [good] })).finding.status).toBe('in-review');
    expect((await view(owner, finding)).finding.seq).toBe(10);
  });
});
