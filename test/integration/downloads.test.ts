import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import type { AccessList } from '#contracts/http.ts';
import { type Client, sha256Of } from '#local/client.ts';
import { uploadReport } from '#local/import-report.ts';
import { sample } from '#local/sample/people.ts';
import { issue, openAudit } from './findings.ts';
import { type House, openHouse } from './house.ts';
import { fetchedFrom, type Granted } from './pack-requests.ts';
import { csv, row } from './reports.ts';
import { eicar, png, refusalOf, uploaded } from './uploads.ts';

type Accesses = z.infer<typeof AccessList>;

const audit = '2026-surveillance';

let house: House;
let finding: string;
let other: string;
let file: string;
let quarantined: string;

beforeAll(async () => {
  house = await openHouse();
  const { ismsManager, owner } = house.people;
  await openAudit(ismsManager, audit);
  await uploadReport(ismsManager, audit, csv([row('NC-9')]));
  finding = await issue(house, audit, 'NC-1');
  other = await issue(house, audit, 'NC-2');
  ({ id: file } = await owner.addEvidence(finding, png));
  ({ id: quarantined } = await uploaded(house, owner, finding, eicar));
}, 60_000);
afterAll(() => house.close());

describe('a download of evidence', () => {
  const download = (who: Client, id: string): Promise<Granted> =>
    who.call('POST', `/findings/${finding}/evidence/${id}/download`);

  it('serves the file as an attachment for 60 seconds, and is on the record with time and address', async () => {
    const { owner, leadAuditor, ismsManager } = house.people;
    const granted = await download(leadAuditor, file);
    expect(Date.parse(granted.expiresAt) - Date.parse(house.system.clock.now())).toBe(60_000);
    const { response, bytes } = await fetchedFrom(granted);
    expect(bytes).toEqual(Buffer.from(png.bytes));
    expect(response.headers.get('content-disposition')).toMatch(/^attachment.*rate\.png/);
    const first = house.system.clock.now();
    await house.system.advance?.('PT1S');
    await download(owner, file);
    const { accesses } = await ismsManager.call<Accesses>('GET', `/findings/${finding}/accesses`);
    const access = { kind: 'evidence-downloaded', address: '127.0.0.1', subject: file };
    expect(accesses.filter(({ kind }) => kind === 'evidence-downloaded')).toEqual([
      { ...access, at: first, person: sample.leadAuditor.email },
      { ...access, at: house.system.clock.now(), person: sample.owner.email },
    ]);
    expect((await refusalOf(owner.call('GET', `/findings/${finding}/accesses`))).status).toBe(403);
    await house.system.advance?.('PT61S');
    expect((await fetchedFrom(granted)).response.status).toBe(403);
  });

  it('is refused of what is no evidence, and to who has no business with it', async () => {
    const { ismsManager, administrator, secondOwner } = house.people;
    const refusal = await refusalOf(download(ismsManager, quarantined));
    expect([refusal.status, String(refusal.problem.detail)]).toEqual([409, expect.stringContaining('quarantined')]);
    expect((await refusalOf(download(ismsManager, 'nothing-here'))).status).toBe(404);
    expect((await refusalOf(download(administrator, file))).status).toBe(403);
    expect((await refusalOf(ismsManager.call('POST', `/findings/${other}/evidence/${file}/download`))).status).toBe(
      404,
    );
    const { accesses } = await ismsManager.call<Accesses>('GET', `/findings/${finding}/accesses`);
    expect(accesses.some(({ subject }) => subject === quarantined)).toBe(false);
    const elsewhere = `/findings/${other}/evidence/${file}/download`;
    expect((await refusalOf(secondOwner.call('POST', elsewhere))).status).toBe(404);
  });

  it('of an audit report is for who handles reports, and on the record of the audit', async () => {
    const { ismsManager, internalAuditor } = house.people;
    const [record] = await house.system.store.evidence.of({ kind: 'audit', aggregate: audit });
    const path = `/audits/${audit}/uploads/${record?.id}/download`;
    const { bytes } = await fetchedFrom(await ismsManager.call('POST', path));
    expect(sha256Of(bytes)).toBe(record?.sha256);
    expect((await refusalOf(internalAuditor.call('POST', path))).status).toBe(403);
    const { accesses } = await internalAuditor.call<Accesses>('GET', `/audits/${audit}/accesses`);
    expect(accesses).toContainEqual(
      expect.objectContaining({ kind: 'evidence-downloaded', person: sample.ismsManager.email, subject: record?.id }),
    );
  });
});
