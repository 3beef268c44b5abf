import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ids } from '#functions/link-pages/script/contract.ts';
import { atStage, handIn, issue, log as logOfCorrection, openAudit, pass, view } from '../integration/findings.ts';
import { type House, openHouse } from '../integration/house.ts';
import { type Chosen, sha256Of, textFile } from './files.ts';
import { lead, makeLink, openByMail, stranger } from './links.ts';
import { type Visitor, visitors } from './visitors.ts';

const visit = visitors();
const audit = '2026-surveillance';
let house: House;

beforeAll(async () => {
  house = await openHouse();
  await openAudit(house.people.ismsManager, audit);
});
afterAll(() => house.close());

const withoutScripts = (): Promise<Visitor> => visit({ url: house.url, javaScriptEnabled: false });

const log = textFile('restore-log.txt', '2026-03-09 restore of the ledger: complete\n');

const declare = async (page: Page, { name, buffer }: Chosen, sha256: string): Promise<void> => {
  const form = page.locator(`#${ids.declare}`);
  await form.getByLabel('Name of the file').fill(name);
  await form.getByLabel('Kind').selectOption('text/plain');
  await form.getByLabel('Size in bytes').fill(String(buffer.length));
  await form.getByLabel('SHA-256').fill(sha256);
  await form.getByRole('button').click();
};

const send = async (page: Page, file: Chosen): Promise<void> => {
  const form = page.locator(`#${ids.send}`);
  await form.getByLabel('File').setInputFiles(file);
  await Promise.all([
    page.waitForResponse(/\/local\/upload$/),
    form.getByRole('button', { name: 'Send', exact: true }).click(),
  ]);
};

/** What the page says of a file, once it says that. */
const stands = async (page: Page, name: string, status: string): Promise<void> => {
  await expect
    .poll(
      async () => {
        await page.reload();
        return page.getByRole('row').filter({ hasText: name }).innerText();
      },
      { timeout: 20_000 },
    )
    .toContain(status);
};

test('a file is uploaded with a SHA-256 that was typed', async () => {
  const { page } = await withoutScripts();
  const finding = await issue(house, audit, 'NC-01');
  await makeLink(house, audit, { purpose: 'upload-evidence', finding });
  await openByMail(house, page);
  await declare(page, log, sha256Of(log.buffer));
  await send(page, log);
  // The store sends the browser back to the page of the link.
  await page.waitForURL(/\/links\//);
  await page.getByRole('heading', { name: 'Uploaded by this link' }).waitFor();
  await stands(page, log.name, 'received, checked and kept');
});

test('a SHA-256 that is none is shown again as it was typed; one of another file lets nothing in', async () => {
  const visitor = await withoutScripts();
  const { page } = visitor;
  visitor.expectsInConsole(/status of 4\d\d/);
  const finding = await issue(house, audit, 'NC-02');
  const { url } = await makeLink(house, audit, { purpose: 'upload-evidence', finding });
  await openByMail(house, page);
  await declare(page, log, 'd41d8cd98f00b204e9800998ecf8427e');
  await page.getByRole('alert').waitFor();
  const form = page.locator(`#${ids.declare}`);
  expect(await form.getByLabel('Name of the file').inputValue()).toBe(log.name);
  expect(await form.getByLabel('SHA-256').getAttribute('aria-invalid')).toBe('true');

  await declare(page, log, sha256Of(Buffer.from('another file')));
  await send(page, log);
  await page.goto(url);
  await stands(page, log.name, 'not arrived yet');
});

test('a finding is reviewed: file downloaded, submission accepted', async () => {
  const { page } = await withoutScripts();
  const finding = await issue(house, audit, 'NC-03');
  await pass(house, finding);
  await handIn(house, finding);
  await makeLink(house, audit, { purpose: 'review', finding, email: lead });
  await openByMail(house, page, lead);
  const arriving = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Download/ }).click();
  expect(new Uint8Array(await readFile(await (await arriving).path()))).toEqual(logOfCorrection.bytes);
  await page.locator(`#${ids.accept}`).getByRole('button').click();
  await page.getByText('nothing for you to decide now').waitFor();
  expect(atStage(await view(house.people.ismsManager, finding)).stage).toBe('remediation');
});

test('a calendar link leads to the calendar, and asks for no code', async () => {
  const { page, context } = await withoutScripts();
  const { url } = await makeLink(house, audit, { purpose: 'calendar', email: stranger });
  await page.goto(url);
  const address = await page.getByRole('link', { name: 'The calendar' }).getAttribute('href');
  const calendar = await context.request.get(new URL(address ?? '', url).href);
  expect(calendar.headers()['content-type']).toContain('text/calendar');
  expect(await calendar.text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
});
