import { afterAll, beforeAll, expect, test } from 'vitest';
import { give, handIn, issue, openAudit } from '../../integration/findings.ts';
import { type House, openHouse } from '../../integration/house.ts';
import { visitors } from '../visitors.ts';
import { signIn } from './person.ts';

const visit = visitors();
let house: House;
let finding: string;

beforeAll(async () => {
  house = await openHouse();
  await openAudit(house.people.ismsManager, '2026-surveillance');
  finding = await issue(house, '2026-surveillance', 'NC-01');
  await handIn(house, finding);
  const codes = ['scope-incomplete'];
  await give(house, house.people.leadAuditor, finding, 'return', {
    codes,
    comment: 'And the mail archive?',
    means: 'documents',
  });
  await handIn(house, finding);
});
afterAll(() => house.close());

test('what one person comments the other reads within seconds, and a draft outlives a reload', async () => {
  const owner = await signIn(visit, house, 'Omar Haddad');
  const lead = await signIn(visit, house, 'Lena Fischer');
  for (const { page } of [owner, lead]) await page.goto(`${house.url}/findings/${finding}`);
  const text = 'Who has the logs?\n\nI found those of 2024 alone.';
  await owner.fill('Your comment', text);
  await owner.page.reload();
  await owner.field('Your comment').waitFor();
  expect(await owner.field('Your comment').inputValue()).toBe(text);
  await owner.press('Add the comment');
  await lead.page.getByText('I found those of 2024 alone.').first().waitFor({ timeout: 5000 });
  expect(await owner.field('Your comment').inputValue()).toBe('');
  expect(await owner.page.title()).toBe('NC-01 · Redress');
});

test('the timeline tells in words what happened, and shows one kind of it', async () => {
  const { page } = await signIn(visit, house, 'Lena Fischer');
  await page.goto(`${house.url}/findings/${finding}`);
  const entries = page.locator('ol.entries').last().getByRole('listitem');
  await entries.filter({ hasText: 'Returned' }).first().waitFor();
  await page.getByRole('button', { name: 'Decisions', exact: true }).click();
  await expect.poll(() => entries.count()).toBe(1);
  const said = await entries.first().innerText();
  for (const part of ['Corrective action plan, round 1', 'The scope is incomplete', 'And the mail archive?'])
    expect(said).toContain(part);
  await page.getByRole('button', { name: 'Comments', exact: true }).click();
  await page.getByText('Who has the logs?').last().waitFor();
});

test('the paper holds all of it, in light, and nothing to press', async () => {
  const { page } = await signIn(visit, house, 'Lena Fischer');
  await page.getByRole('button', { name: 'Dark', exact: true }).click();
  await page.goto(`${house.url}/findings/${finding}`);
  await page.getByRole('link', { name: 'Print', exact: true }).click();
  const paper = page.locator('.paper');
  await paper.getByText('And the mail archive?').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  const said = await paper.innerText();
  const { submission } = (
    await house.people.ismsManager.call<{ finding: { submission: { hash: string } } }>('GET', `/findings/${finding}`)
  ).finding;
  for (const part of ['NC-01', 'Backups are written every night', submission.hash, 'Returned', 'Waits for its outcome'])
    expect(said).toContain(part);
  expect(said).not.toContain('Who has the logs?');
  expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
  expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0);
  const color = await page.evaluate<string>('getComputedStyle(document.querySelector(".paper h1")).color');
  for (const part of color.match(/\d+/g) ?? ['255']) expect(Number(part)).toBeLessThan(80);
});
