import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as z from 'zod';
import type { AccessList } from '#contracts/http.ts';
import { ids } from '#functions/link-pages/script/contract.ts';
import { atStage, eventsOf, handIn, issue, log, openAudit, pass, view } from '../integration/findings.ts';
import { type House, openHouse } from '../integration/house.ts';
import { lead, makeLink, openByMail } from './links.ts';
import { visitors } from './visitors.ts';

const visit = visitors();
const audit = '2026-surveillance';
let house: House;

beforeAll(async () => {
  house = await openHouse();
  await openAudit(house.people.ismsManager, audit);
});
afterAll(() => house.close());

/** A finding whose evidence of correction waits for the lead auditor, with a link for the review. */
const inReview = async (number: string): Promise<{ finding: string; link: string }> => {
  const finding = await issue(house, audit, number);
  await pass(house, finding);
  await handIn(house, finding);
  const { link } = await makeLink(house, audit, { purpose: 'review', finding, email: lead });
  return { finding, link: link.id };
};

const returnIt = async (page: Page, reasons: readonly string[], comment: string): Promise<void> => {
  const form = page.locator(`#${ids.return}`);
  for (const reason of reasons) await form.getByLabel(reason).check();
  await form.getByLabel('What is missing').fill(comment);
  await form.getByRole('button').click();
};

test('the lead auditor reads by a link, downloads, returns with reasons, and accepts the next round', async () => {
  const { finding, link } = await inReview('NC-01');
  const { page } = await visit(house);
  await openByMail(house, page, lead);
  await page.getByText('Backups are written every night and were never restored').waitFor();

  const arriving = page.waitForEvent('download');
  await page.getByRole('button', { name: `Download ${log.fileName}` }).click();
  const download = await arriving;
  expect(download.suggestedFilename()).toBe(log.fileName);
  expect(new Uint8Array(await readFile(await download.path()))).toEqual(log.bytes);

  await returnIt(page, ['The evidence is not sufficient', 'The scope is incomplete'], 'Show the other systems too.');
  await page.getByText('nothing for you to decide now').waitFor();
  const returned = atStage(await view(house.people.ismsManager, finding));
  expect(returned).toMatchObject({ status: 'awaiting', stage: 'correction', round: 2 });

  await house.system.settled();
  await handIn(house, finding);
  await page.reload();
  await page.getByText('Show the other systems too.').waitFor({ state: 'attached' });
  const accept = page.locator(`#${ids.accept}`);
  await accept.getByLabel('Decided').selectOption({ label: 'By a limited visit' });
  await accept.getByRole('button').click();
  await page.getByText('nothing for you to decide now').waitFor();
  expect(atStage(await view(house.people.ismsManager, finding)).stage).toBe('remediation');

  const decided = (await eventsOf(house.people.ismsManager, finding)).filter(({ actor }) => actor.link === link);
  expect(decided.map(({ type, actor }) => [type, actor.person])).toEqual([
    ['returned', lead],
    ['accepted', lead],
  ]);
  const { accesses } = await house.people.ismsManager.call<z.infer<typeof AccessList>>(
    'GET',
    `/findings/${finding}/accesses`,
  );
  const byLink = accesses.filter((access) => access.link === link).map(({ kind }) => kind);
  expect(byLink.toSorted()).toEqual(
    ['code-sent', 'decision-given', 'decision-given', 'evidence-downloaded', 'link-made', 'link-opened'].toSorted(),
  );
});

test('a return without a reason is shown again as it was typed, with what is missing', async () => {
  const { finding } = await inReview('NC-02');
  const visitor = await visit(house);
  const { page } = visitor;
  visitor.expectsInConsole(/status of 4\d\d/);
  await openByMail(house, page, lead);
  await returnIt(page, [], 'Something is missing.');
  await page.getByRole('alert').waitFor();
  expect(await page.locator(`#${ids.return}`).getByLabel('What is missing').inputValue()).toBe('Something is missing.');
  expect(atStage(await view(house.people.ismsManager, finding)).status).toBe('in-review');
  await returnIt(page, ['Another reason'], 'Something is missing.');
  await page.getByText('nothing for you to decide now').waitFor();
});

test('of two windows, the one whose page is older than the finding is told so', async () => {
  const { finding } = await inReview('NC-03');
  const visitor = await visit(house);
  visitor.expectsInConsole(/status of 4\d\d/);
  const { page, context } = visitor;
  await openByMail(house, page, lead);
  const older = await context.newPage();
  await older.goto(page.url());
  await page.locator(`#${ids.accept}`).getByRole('button').click();
  await page.getByText('nothing for you to decide now').waitFor();
  await returnIt(older, ['Another reason'], 'Too late.');
  await older.getByRole('alert').waitFor();
  expect(atStage(await view(house.people.ismsManager, finding)).stage).toBe('remediation');
});
