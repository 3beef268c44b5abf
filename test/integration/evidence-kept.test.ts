import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '#local/client.ts';
import { give, issue, log, openAudit } from './findings.ts';
import { type House, openHouse } from './house.ts';
import { declared, eicar, png, recordOf, uploaded } from './uploads.ts';

let house: House;
let owner: Client;
let finding: string;

beforeAll(async () => {
  house = await openHouse();
  owner = house.people.owner;
  await openAudit(house.people.ismsManager, '2026-surveillance');
  finding = await issue(house, '2026-surveillance', 'NC-1');
}, 60_000);
afterAll(() => house.close());

describe('what is registered', () => {
  const lockOf = async (id: string) => {
    const { kept } = await recordOf(owner, finding, id);
    if (!kept) throw new Error(`${id} is not in the vault`);
    return { kept, lock: await house.system.vault.lockOf(kept.key, kept.versionId) };
  };

  it('can be neither altered nor deleted, whatever is kept under its key later', async () => {
    const { id } = await owner.addEvidence(finding, log);
    const { kept } = await lockOf(id);
    const { vault, intake } = house.system;
    await expect(vault.remove(kept.key, kept.versionId)).rejects.toThrow();
    const { type, size, sha256 } = declared(png);
    const key = `evidence/${finding}/other`;
    const { fields } = await intake.grantUpload({ key, type, size, sha256, expiresInSeconds: 60 });
    const other = await intake.accept({ fields, file: png.bytes });
    if (!other.ok) throw new Error('the other file was not taken');
    const from = { key, version: other.value.version };
    const { retainUntil } = kept;
    const later = await vault.keep({ from, to: kept.key, type, size, sha256, retainUntil, hold: false });
    expect(later.versionId).not.toBe(kept.versionId);
    expect(Buffer.from(await vault.read(kept.key, kept.versionId))).toEqual(Buffer.from(log.bytes));
  });

  it('is on hold while the finding is appealed, and no longer: also what comes in the meantime', async () => {
    const before = await owner.addEvidence(finding, log);
    expect(await lockOf(before.id)).toMatchObject({ lock: { hold: false } });
    await give(house, owner, finding, 'appeal', { grounds: 'The restore of 2025 was shown.' });
    expect(await lockOf(before.id)).toMatchObject({ lock: { hold: true } });
    const meanwhile = await owner.addEvidence(finding, png);
    expect(await lockOf(meanwhile.id)).toMatchObject({ lock: { hold: true } });
    await give(house, house.people.decisionMaker, finding, 'decide-appeal', {
      outcome: 'upheld',
      reason: 'One system only.',
    });
    await house.system.settled();
    for (const { id } of [before, meanwhile]) expect(await lockOf(id)).toMatchObject({ lock: { hold: false } });
  });

  it('is gone from the intake after 30 days, and stays in the vault; so does the word of what was refused', async () => {
    const good = await owner.addEvidence(finding, log);
    const bad = await uploaded(house, owner, finding, eicar);
    const look = (id: string) => house.system.intake.look(`evidence/${finding}/${id}`);
    house = await house.reopen('2026-04-07T12:00:00.000Z');
    owner = house.people.owner;
    expect(await look(bad.id)).toBeDefined();
    house = await house.reopen('2026-04-08T12:00:00.000Z');
    owner = house.people.owner;
    expect([await look(good.id), await look(bad.id)]).toEqual([undefined, undefined]);
    const { kept } = await lockOf(good.id);
    expect(Buffer.from(await house.system.vault.read(kept.key, kept.versionId))).toEqual(Buffer.from(log.bytes));
    expect(await recordOf(owner, finding, bad.id)).toEqual(bad);
  }, 60_000);
});
