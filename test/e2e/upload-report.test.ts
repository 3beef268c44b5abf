import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as z from 'zod';
import type { AccessList, ImportView } from '#contracts/http.ts';
import { openAudit } from '../integration/findings.ts';
import { type House, openHouse } from '../integration/house.ts';
import { csv, row } from '../integration/reports.ts';
import { textFile } from './files.ts';
import { makeLink, openByMail, stranger } from './links.ts';
import { uploadPageOf } from './upload-page.ts';
import { visitors } from './visitors.ts';

const visit = visitors();
let house: House;
const audit = '2026-surveillance';

beforeAll(async () => {
  house = await openHouse();
  await openAudit(house.people.ismsManager, audit);
});
afterAll(() => house.close());

const { bytes } = csv([row('NC-01', { grade: 'Major' }), row('NC-02')]);
const report = { name: 'report.csv', mimeType: '', buffer: Buffer.from(bytes) };

test('an auditor uploads the report by a link, and the ISMS manager sees its rows', async () => {
  const { page } = await visit(house);
  await makeLink(house, audit, { purpose: 'upload-report' });
  await openByMail(house, page);
  const upload = uploadPageOf(page);
  await upload.choose(report);
  await upload.stands('report.csv', 'registered');
  expect(await upload.readOut()).toContain('report.csv: Received, checked and kept.');

  const { ismsManager } = house.people;
  const { accesses } = await ismsManager.call<z.infer<typeof AccessList>>('GET', `/audits/${audit}/accesses`);
  const granted = accesses.find(({ kind }) => kind === 'upload-granted');
  expect(granted).toMatchObject({ person: stranger });
  const path = `/audits/${audit}/imports`;
  const started = await ismsManager.call<{ id: string }>('POST', path, { body: { upload: granted?.subject } });
  await house.system.settled();
  const read = await ismsManager.call<z.infer<typeof ImportView>>('GET', `${path}/${started.id}`);
  expect(read.status).toBe('to-confirm');
  expect(read.rowList).toHaveLength(2);
});

test('what no report is read from is refused before anything is sent', async () => {
  const { page } = await visit(house);
  await makeLink(house, audit, { purpose: 'upload-report' });
  await openByMail(house, page);
  const upload = uploadPageOf(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
  await upload.choose([textFile('minutes.pdf', '%PDF-1.7'), textFile('empty.csv', '')]);
  await expect(upload.stands('minutes.pdf', 'refused').then((each) => each.textContent())).resolves.toMatch(/\.csv/);
  await expect(upload.stands('empty.csv', 'refused').then((each) => each.textContent())).resolves.toMatch(/empty/);
  expect(asked).toEqual([]);
  await upload.row('minutes.pdf').getByRole('button', { name: 'Take off the list' }).click();
  expect(await upload.row('minutes.pdf').count()).toBe(0);
});
