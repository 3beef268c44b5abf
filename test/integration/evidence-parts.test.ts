import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import type { PartsGranted, UploadGranted } from '#contracts/http.ts';
import { partBytes } from '#domain/evidence/parts.ts';
import { type Client, type File, sha256Of } from '#local/client.ts';
import { exampleOrganization } from '#local/organization.ts';
import { issue, log, openAudit } from './findings.ts';
import { type House, openHouse } from './house.ts';
import { declared, grantFor, recordOf, refusalOf } from './uploads.ts';

const { policy } = exampleOrganization;
const settings = {
  ...exampleOrganization,
  policy: { ...policy, name: 'large files', evidence: { ...policy.evidence, largestBytes: 200_000_000 } },
};

let house: House;
let owner: Client;
let finding: string;
beforeAll(async () => {
  house = await openHouse({ settings });
  owner = house.people.owner;
  await openAudit(house.people.ismsManager, '2026-surveillance');
  finding = await issue(house, '2026-surveillance', 'NC-1');
}, 60_000);
afterAll(() => house.close());

/** Six parts: five whole ones and the rest. */
const large: File = { fileName: 'a.log', type: 'text/plain', bytes: Buffer.alloc(100_000_001, 'restored\n') };
const pieceOf = (number: number): Uint8Array => large.bytes.subarray((number - 1) * partBytes, number * partBytes);
const partOf = (number: number) => ({ number, size: pieceOf(number).length, sha256: sha256Of(pieceOf(number)) });

const beginUpload = async (file = declared(large)): Promise<string> => {
  const granted = await owner.call<UploadGranted>('POST', `/findings/${finding}/uploads`, { body: file });
  expect(granted).toEqual({ id: granted.id, parts: { count: 6, size: partBytes } });
  return granted.id;
};
const grant = (id: string, parts: readonly object[], who = owner) =>
  who.call<z.infer<typeof PartsGranted>>('POST', `/findings/${finding}/evidence/${id}/parts`, { body: { parts } });
const complete = (id: string, who = owner) => who.call('POST', `/findings/${finding}/evidence/${id}/complete`);
const send = async (id: string, number: number): Promise<number> => {
  const [granted] = (await grant(id, [partOf(number)])).parts;
  if (!granted) throw new Error('no part was granted');
  const body = new Uint8Array(pieceOf(number));
  return (await fetch(granted.url, { method: 'PUT', headers: granted.headers, body })).status;
};

describe('a file above 100 MB', () => {
  it('goes up in parts, is read whole, and is evidence', async () => {
    const { id, sha256 } = await owner.addEvidence(finding, large);
    expect(sha256).toBe(sha256Of(large.bytes));
    expect(await recordOf(owner, finding, id)).toMatchObject({ status: 'registered', size: large.bytes.length });
  }, 60_000);

  it('broken off, goes on with the parts that are missing, and becomes one file once', async () => {
    const id = await beginUpload({ ...declared(large), sha256: 'c'.repeat(64) });
    for (const number of [1, 2, 6]) expect(await send(id, number)).toBe(204);
    expect(await owner.call('GET', `/findings/${finding}/evidence/${id}/parts`)).toEqual({
      parts: [1, 2, 6].map(partOf),
    });
    const missing = await refusalOf(complete(id));
    expect(missing).toMatchObject({ status: 422, code: 'parts-missing' });
    expect(missing.problem.detail).toContain('3 of 6 parts have not arrived, the first is part 3.');
    for (const number of [3, 4, 5]) expect(await send(id, number)).toBe(204);
    expect(await complete(id)).toMatchObject({ id });
    expect(await complete(id)).toMatchObject({ id });
    await house.system.settled();
    // Each part was what it said; the whole is not.
    expect(await recordOf(owner, finding, id)).toMatchObject({
      status: 'quarantined',
      reason: 'The SHA-256 of the file is not the one declared.',
    });
    expect(await refusalOf(grant(id, [partOf(1)]))).toMatchObject({ status: 409, code: 'wrong-state' });
  }, 60_000);

  it('is for who asked for it, part by part as it was declared', async () => {
    const id = await beginUpload();
    const { ismsManager, secondOwner } = house.people;
    expect(await refusalOf(grant(id, [partOf(1)], ismsManager))).toMatchObject({ status: 404 });
    expect(await refusalOf(complete(id, ismsManager))).toMatchObject({ status: 404 });
    expect(await refusalOf(grant(id, [partOf(1)], secondOwner))).toMatchObject({ status: 404 });
    const wrong = await refusalOf(
      grant(id, [partOf(1), { ...partOf(2), size: 5 }, { ...partOf(1), number: 7 }, { ...partOf(6), size: partBytes }]),
    );
    expect(wrong.status).toBe(422);
    expect(wrong.problem.errors).toMatchObject([
      { code: 'part-size-differs', field: 'parts[1].size' },
      { code: 'unknown-part', field: 'parts[2].number' },
      { code: 'part-size-differs', field: 'parts[3].size' },
    ]);
  });

  it('is refused where the policy of the finding does not allow it, and a report always', async () => {
    const small = await owner.call<UploadGranted>('POST', `/findings/${finding}/uploads`, { body: declared(log) });
    expect(small.parts).toBeUndefined();
    const tooLarge = { ...declared(log), size: 200_000_001 };
    expect(await refusalOf(owner.call('POST', `/findings/${finding}/uploads`, { body: tooLarge }))).toMatchObject({
      code: 'file-too-large',
    });
    const report = { ...declared(log), size: 100_000_001 };
    expect(
      await refusalOf(house.people.ismsManager.call('POST', '/audits/2026-surveillance/uploads', { body: report })),
    ).toMatchObject({ code: 'file-too-large', problem: { field: 'size' } });
    expect(await refusalOf(grant((await grantFor(owner, finding)).id, [partOf(1)]))).toMatchObject({
      code: 'wrong-state',
    });
  });
});
