import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAudit } from '../../integration/findings.ts';
import { type House, openHouse } from '../../integration/house.ts';
import { lead } from '../links.ts';
import { visitors } from '../visitors.ts';
import { signIn } from './person.ts';

const visit = visitors();
const audit = '2026-surveillance';
let house: House;

beforeAll(async () => {
  house = await openHouse();
  await openAudit(house.people.ismsManager, audit);
});
afterAll(() => house.close());

test('somebody is listed, after a slip in the address, and gets another role', async () => {
  const adam = await signIn(visit, house, 'Adam Brandt');
  adam.expectsInConsole(/400/);
  const { page } = adam;
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await adam.press('Add a person');
  await adam.fill('E-mail address', 'vera.blum');
  await adam.fill('Name', 'Vera Blum');
  await adam.press('Save');
  await page.getByText('The address in the path is no e-mail address.').first().waitFor();
  await adam.fill('E-mail address', 'vera.blum@example.org');
  await adam.press('Save');
  await page.getByText('Vera Blum is saved.').first().waitFor();
  await page
    .getByRole('row', { name: /Vera Blum/ })
    .getByRole('button')
    .click();
  await page.getByRole('dialog').getByRole('checkbox', { name: 'Internal auditor' }).check();
  await adam.press('Save');
  await page.getByRole('row', { name: /Vera Blum.*Internal auditor/ }).waitFor();
  expect(await house.system.store.people.get('vera.blum@example.org')).toMatchObject({ roles: ['internal-auditor'] });
});

test('a webhook is made, whose secret is shown once, and gets another one', async () => {
  const adam = await signIn(visit, house, 'Adam Brandt');
  const { page } = adam;
  const shown = page.locator('code.address');
  await page.goto(`${house.url}/webhooks`);
  await adam.press('Make a webhook');
  await adam.fill('Name', 'Tickets');
  await adam.fill('Address', 'https://tickets.example.org/redress');
  await page.getByRole('dialog').getByRole('button', { name: 'Make a webhook', exact: true }).click();
  const first = await shown.textContent();
  await adam.press('Actions for Tickets');
  await page.getByRole('menuitem', { name: 'Renew the secret' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Renew the secret', exact: true }).click();
  await expect.poll(() => shown.textContent()).not.toBe(first);
  await page.reload();
  await page.getByText('Tickets').first().waitFor();
  expect(await shown.count()).toBe(0);
});

test('a link is revoked once that was asked again', async () => {
  const ines = await signIn(visit, house, 'Ines Moreau');
  const { ismsManager } = house.people;
  const body = { purpose: 'calendar', email: lead, days: 7 };
  const { url } = await ismsManager.call<{ url: string }>('POST', `/audits/${audit}/links`, { body });
  await ines.page.goto(`${house.url}/audits/${audit}/links`);
  await ines.press(`Revoke the link for ${lead}`);
  await ines.press('Cancel');
  expect((await ines.page.request.get(url)).status()).toBe(200);
  await ines.press(`Revoke the link for ${lead}`);
  await ines.page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
  await ines.page.getByText('Revoked', { exact: true }).waitFor();
  expect((await ines.page.request.get(url)).status()).toBe(404);
});
