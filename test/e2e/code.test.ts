import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EvidenceView } from '#contracts/http.ts';
import { ids } from '#functions/link-pages/script/contract.ts';
import { issue, issueBody, openAudit } from '../integration/findings.ts';
import { type House, openHouse } from '../integration/house.ts';
import { sha256Of } from './files.ts';
import { anotherThan, codeIn, giveCode, makeLink, openByMail, sendCode, stranger } from './links.ts';
import { uploadPageOf } from './upload-page.ts';
import { visitors } from './visitors.ts';

const visit = visitors();
const audit = '2026-surveillance';
let house: House;
let finding: string;
let url: string;
let count = 0;

beforeAll(async () => {
  house = await openHouse();
  await openAudit(house.people.ismsManager, audit);
});
beforeEach(async () => {
  count += 1;
  finding = await issue(house, audit, `NC-${count}`);
  ({ url } = await makeLink(house, audit, { purpose: 'upload-evidence', finding }));
});
afterAll(() => house.close());

const mailCount = async (): Promise<number> =>
  ((await (await fetch(`${house.url}/local/mail`)).json()) as { mail: unknown[] }).mail.length;

test('opening the page changes nothing: no mail goes out, and no use is counted, however often', async () => {
  const { page } = await visit(house);
  const before = await mailCount();
  for (let times = 0; times < 3; times += 1) await page.goto(url);
  expect(await mailCount()).toBe(before);
  const { evidence } = await house.people.ismsManager.call<{ evidence: EvidenceView[] }>(
    'GET',
    `/findings/${finding}/evidence`,
  );
  expect(evidence).toEqual([]);
});

test('a link that was handed on is useless without the code, while it is open elsewhere', async () => {
  const holder = await visit(house);
  await openByMail(house, holder.page);
  await uploadPageOf(holder.page).field.waitFor({ state: 'attached' });

  const other = await visit(house);
  await other.page.goto(url);
  const shown = await other.page.locator('body').innerText();
  expect(shown).not.toContain(stranger);
  expect(shown).not.toContain(issueBody('NC').statement);
  expect(await other.page.locator(`#${ids.upload}`).count()).toBe(0);

  const bytes = new TextEncoder().encode('forged');
  const asked = await other.context.request.post(`${url}/files`, {
    data: { fileName: 'a.txt', type: 'text/plain', size: bytes.length, sha256: sha256Of(bytes) },
  });
  expect(asked.status()).toBe(401);
  // A code is sent to the holder, and to nobody else.
  await house.system.advance?.('PT2M');
  const before = await mailCount();
  await sendCode(other.page);
  await other.page.locator(`#${ids.giveCode}`).waitFor();
  const { mail } = (await (await fetch(`${house.url}/local/mail`)).json()) as { mail: { to: string }[] };
  expect(mail).toHaveLength(before + 1);
  expect(mail[0]?.to).toBe(stranger);
});

test('five wrong codes, then a pause in which not even the right one opens; then a new one does', async () => {
  const visitor = await visit(house);
  const { page } = visitor;
  visitor.expectsInConsole(/status of 4\d\d/);
  await page.goto(url);
  await sendCode(page);
  const right = await codeIn(house, stranger);
  for (const left of ['4 tries are left', '3 tries are left', '2 tries are left', 'One try is left']) {
    await giveCode(page, anotherThan(right));
    await page.getByRole('alert').getByText(left).waitFor();
  }
  await giveCode(page, anotherThan(right));
  await page.getByText('Too many wrong codes').first().waitFor();
  const forced = await visitor.context.request.post(`${url}/open`, { form: { code: right } });
  expect(await forced.text()).toContain('Too many wrong codes');
  await page.goto(url);
  expect(await page.locator(`#${ids.giveCode}, #${ids.sendCode}`).count()).toBe(0);

  await house.system.advance?.('PT16M');
  await page.goto(url);
  await sendCode(page);
  await giveCode(page, await codeIn(house, stranger));
  await uploadPageOf(page).field.waitFor({ state: 'attached' });
});

test('a code may be given as it is read out, in two halves', async () => {
  const { page } = await visit(house);
  await page.goto(url);
  await sendCode(page);
  const right = await codeIn(house, stranger);
  await giveCode(page, `${right.slice(0, 3)} ${right.slice(3)}`);
  await uploadPageOf(page).field.waitFor({ state: 'attached' });
});
