import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '#local/client.ts';
import { sample } from '#local/sample/people.ts';
import { findingIdOf } from '#use-cases/commands/issue-finding.ts';
import { give, issue, log, openAudit } from './findings.ts';
import { type House, openHouse } from './house.ts';
import { declared, type Granted, grantFor, post, recordOf, refusalOf, text, uploaded } from './uploads.ts';

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

const grant = (): Promise<Granted> => grantFor(owner, finding);

describe('the form that takes uploads', () => {
  it('takes exactly what was granted, and it is kept as evidence', async () => {
    const record = await uploaded(house, owner, finding);
    expect(record).toEqual({
      ...declared(log),
      id: record.id,
      kind: 'finding',
      aggregate: finding,
      status: 'registered',
      by: sample.owner.email,
      at: house.system.clock.now(),
      scan: {
        by: 'built-in check',
        verdict: 'not-scanned',
        detail: 'not scanned: no scanner installed',
        at: house.system.clock.now(),
      },
      kept: {
        key: `evidence/${finding}/${record.id}`,
        versionId: expect.any(String),
        // Six years from 9 March 2026, to the end of that day in Zurich.
        retainUntil: '2032-03-09T23:00:00.000Z',
      },
    });
    const { evidence } = await owner.call<{ evidence: unknown[] }>('GET', `/findings/${finding}/evidence`);
    expect(evidence).toEqual([record]);
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
    ['no file', async ({ upload }) => post({ upload }, {}, new Uint8Array(0)), 422, 'entity-too-small'],
  ])('refuses %s, and takes the right file after that', async (_what, send, status, code) => {
    const granted = await grant();
    expect(await send(granted)).toEqual({ status, code });
    await house.system.settled();
    expect(await recordOf(owner, finding, granted.id)).toMatchObject({ status: 'uploading' });
    expect(await post(granted)).toMatchObject({ status: 204 });
    await house.system.settled();
    expect(await recordOf(owner, finding, granted.id)).toMatchObject({ status: 'registered' });
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
    expect(await recordOf(owner, finding, late.id)).toMatchObject({ status: 'uploading' });
    expect(await recordOf(owner, finding, used.id)).toMatchObject({ status: 'registered' });
  });
});

describe('an upload is granted', () => {
  it('for what is open', async () => {
    const ofi = await issue(house, audit, `OFI-${count}`, { grade: 'ofi' });
    expect((await uploaded(house, owner, ofi)).status).toBe('registered');
    await give(house, owner, ofi, 'respond', { accepted: false, comment: 'Not worth it.' });
    await give(house, house.people.ismsManager, ofi, 'close', {});
    expect(await refusalOf(grantFor(owner, ofi))).toMatchObject({ status: 409, code: 'wrong-state' });
  });

  it('as large as the policy allows, and says how large that is', async () => {
    const ask = (change: object) =>
      refusalOf(owner.call('POST', `/findings/${finding}/uploads`, { body: { ...declared(log), ...change } }));
    const tooLarge = await ask({ size: 120_000_001 });
    expect(tooLarge).toMatchObject({ status: 422, code: 'file-too-large', problem: { field: 'size' } });
    expect(tooLarge.problem.detail).toBe('A file has at most 100 MB here; this one has 120.1 MB. Split it.');
    const both = await ask({ size: 120_000_001, fileName: 'log.exe' });
    expect(both.problem.errors).toMatchObject([{ code: 'type-differs' }, { code: 'file-too-large' }]);
  });

  it('in one piece is sent in none', async () => {
    const { id } = await grant();
    const path = `/findings/${finding}/evidence/${id}`;
    expect(await refusalOf(owner.call('GET', `${path}/parts`))).toMatchObject({ status: 409, code: 'wrong-state' });
    expect(await refusalOf(owner.call('POST', `${path}/complete`))).toMatchObject({ code: 'wrong-state' });
  });
});

describe('a file record', () => {
  it('is for those who see the finding', async () => {
    const { id } = await uploaded(house, owner, finding);
    expect(await recordOf(house.people.ismsManager, finding, id)).toMatchObject({ id });
    expect(await refusalOf(recordOf(house.people.secondOwner, finding, id))).toMatchObject({ status: 404 });
    const other = await issue(house, audit, `OTHER-${count}`);
    expect(await refusalOf(recordOf(owner, other, id))).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('says nothing of where the file lies in the intake', async () => {
    const { id } = await grant();
    expect(Object.keys(await recordOf(owner, finding, id))).not.toContain('key');
  });
});
