import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { File } from '#local/client.ts';
import { confirmReport } from '#local/import-report.ts';
import { sample } from '#local/sample/people.ts';
import { importIdOf } from '#use-cases/evidence/import-report.ts';
import { requestReportUpload } from '#use-cases/evidence/request-upload.ts';
import { openAudit } from './findings.ts';
import { type House, openHouse } from './house.ts';
import { countWrites } from './port-calls.ts';
import { csv, letter, row } from './reports.ts';
import { declared, eicar, post, refusalOf } from './uploads.ts';

const audit = '2026-surveillance';
/** Has no account: the link was the whole of it. */
const holder = { person: 'lars.berg@cb.example', roles: [], link: 'link-1' };
const { around, writes } = countWrites();

let house: House;
beforeAll(async () => {
  house = await openHouse({ around });
  await openAudit(house.people.ismsManager, audit);
}, 60_000);
afterAll(() => house.close());

/** As the page of a link does it, which has seen that the link is for this audit. */
const uploadByLink = async (file: File): Promise<string> => {
  const granted = await requestReportUpload(house.system.store, audit, declared(file), holder);
  if (!granted.ok || !granted.value.upload) throw new Error('no upload was granted');
  await post({ upload: { ...granted.value.upload, fields: { ...granted.value.upload.fields } } }, {}, file.bytes);
  await house.system.settled();
  return granted.value.record.id;
};

const recordOf = (id: string) => house.system.store.evidence.get({ kind: 'audit', aggregate: audit }, id);
const mailTo = (email: string) =>
  house.system.mailbox
    .list()
    .filter(({ to }) => to === email)
    .map(({ id }) => house.system.mailbox.get(id));

const created = (id: string) => {
  const detail = { object: { key: `reports/${audit}/${id}` } };
  const record = {
    messageId: '1',
    eventSource: 'aws:sqs',
    body: JSON.stringify({ 'detail-type': 'Object Created', detail }),
  };
  return house.system.invoke('check-evidence', { Records: [record] });
};

describe('a report that came by a link', () => {
  it('is read by itself; the ISMS manager is told, and has but to confirm the rows', async () => {
    const report = csv([row('NC-01'), row('NC-02')]);
    writes();
    const id = await uploadByLink(report);
    expect(writes()).toMatchObject({ 'audits.append': 2, 'notices.claim': 1, 'mail.send': 1 });
    expect(await recordOf(id)).toMatchObject({ status: 'registered', by: holder.person, link: 'link-1' });
    const importId = importIdOf(declared(report).sha256);
    const path = `/audits/${audit}/imports/${importId}`;
    const { ismsManager } = house.people;
    expect(await ismsManager.call('GET', path)).toMatchObject({
      status: 'to-confirm',
      fileName: report.fileName,
      by: 'system',
      role: 'system',
      rowList: [{ number: 'NC-01' }, { number: 'NC-02' }],
    });
    const mail = mailTo(sample.ismsManager.email);
    expect(mail).toMatchObject([{ subject: expect.stringMatching(/^Report received: report\.csv/) }]);
    expect(mail[0]?.text).toContain(holder.person);
    expect(mail[0]?.text).toContain(`/audits/${audit}/imports/${importId}`);

    for (let times = 0; times < 3; times += 1) await created(id);
    await house.system.settled();
    expect(writes()).toEqual({});
    expect(await confirmReport(ismsManager, audit, importId, {})).toMatchObject({ status: 'issued' });
  });

  it('and is none is put on the audit as unreadable, and may be handed in again by who plans it', async () => {
    const upload = await uploadByLink(letter);
    const importId = importIdOf(declared(letter).sha256);
    const read = () => house.people.ismsManager.call('GET', `/audits/${audit}/imports/${importId}`);
    expect(await read()).toMatchObject({ status: 'refused', by: 'system' });
    await house.people.ismsManager.call('POST', `/audits/${audit}/imports`, { body: { upload } });
    await house.system.settled();
    expect(await read()).toMatchObject({ status: 'refused', by: sample.ismsManager.email });
  });

  it('and was refused: who sent it is told why, once, and is sent to no page inside', async () => {
    const id = await uploadByLink(eicar);
    const record = await recordOf(id);
    expect(record).toMatchObject({ status: 'quarantined' });
    await created(id);
    const [mail, ...more] = mailTo(holder.person);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('eicar.txt was refused (audit Surveillance audit)');
    expect(mail?.text).toContain(record?.reason);
    expect(mail?.text).toContain('Use the link that you were sent.');
    expect(mail?.text).not.toContain('http');
    expect(
      (await house.system.store.audits.latest(audit))?.state.imports.map(({ fileName }) => fileName),
    ).not.toContain('eicar.txt');
    expect(await house.system.store.notices.of({ kind: 'audit', aggregate: audit })).toHaveLength(3);
  });
});

describe('a report that a planner uploaded', () => {
  it('is handed in by that person alone, once it is registered', async () => {
    const { ismsManager, leadAuditor } = house.people;
    const report = csv([row('NC-11')], 'own.csv');
    const id = await ismsManager.upload(`/audits/${audit}/uploads`, report);
    expect(await ismsManager.registered(`/audits/${audit}/uploads/${id}`)).toMatchObject({ status: 'registered' });
    await house.system.settled();
    const { imports } = (await house.system.store.audits.latest(audit))?.state ?? { imports: [] };
    expect(imports.some(({ fileName }) => fileName === 'own.csv')).toBe(false);
    const handIn = (who = ismsManager) => who.call('POST', `/audits/${audit}/imports`, { body: { upload: id } });
    expect(await refusalOf(handIn(leadAuditor))).toMatchObject({ status: 404, code: 'not-found' });
    expect(await handIn()).toMatchObject({ status: 'reading' });
  });

  it('is not handed in before it arrived', async () => {
    const { ismsManager } = house.people;
    const body = declared(csv([row('NC-12')], 'never.csv'));
    const { id: upload } = await ismsManager.call<{ id: string }>('POST', `/audits/${audit}/uploads`, { body });
    const refusal = await refusalOf(ismsManager.call('POST', `/audits/${audit}/imports`, { body: { upload } }));
    expect(refusal).toMatchObject({ status: 422, code: 'evidence-missing', problem: { field: 'upload' } });
  });

  it('is seen by those who plan the audit', async () => {
    const { ismsManager, owner, leadAuditor } = house.people;
    const id = await ismsManager.upload(`/audits/${audit}/uploads`, csv([row('NC-13')], 'seen.csv'));
    const path = `/audits/${audit}/uploads/${id}`;
    expect(await leadAuditor.call('GET', path)).toMatchObject({ id, kind: 'audit' });
    expect(await refusalOf(owner.call('GET', path))).toMatchObject({ status: 403 });
    expect(await refusalOf(leadAuditor.call('GET', `/audits/${audit}/uploads/none`))).toMatchObject({ status: 404 });
  });
});
