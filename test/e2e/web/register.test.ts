import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRegister } from '#adapters/aws/dynamodb/register.ts';
import { type LocalTable, openTable } from '#local/table.ts';
import { fillRegister } from '../../../bench/web/fill-register.ts';
import { type House, newFolder, openHouse } from '../../integration/house.ts';
import { visitors } from '../visitors.ts';
import { expectAccessibleInBothThemes } from './axe.ts';
import { type AtWork, signIn } from './person.ts';

const visit = visitors();
const count = 120;
let table: LocalTable;
let house: House;

beforeAll(async () => {
  table = await openTable(join(await newFolder(), 'table'));
  await fillRegister(createRegister(table), count);
  house = await openHouse({ table });
});
afterAll(async () => {
  await house.close();
  await table.close();
});

/** A reader of the register. What fills it is heads alone: audits have no trail, as the first steps on My work find out. */
const signInReader = async (): Promise<AtWork> => {
  const reader = await signIn(visit, house, 'Theo Meier');
  reader.expectsInConsole(/404 .*\/api\/audits\//);
  return reader;
};

const numbers = (manager: AtWork): Promise<string[]> =>
  manager.page.locator('tbody').getByRole('link').allTextContents();
const grades = async (manager: AtWork): Promise<Set<string>> =>
  new Set(
    await manager.page
      .locator('tbody')
      .getByText(/^(Major|Minor|OFI)$/)
      .allTextContents(),
  );
const counter = (manager: AtWork, text: string): Promise<void> =>
  manager.page.getByRole('heading', { level: 1, name: `Register (${text})` }).waitFor();

test('the register is searched, filtered, paged and kept as a view that follows the person', async () => {
  const manager = await signInReader();
  const { page } = manager;
  await page.getByRole('link', { name: 'Register', exact: true }).click();
  await counter(manager, `${count}`);
  const first = await numbers(manager);
  expect(first).toHaveLength(50);
  await expectAccessibleInBothThemes(page);

  await page.getByRole('button', { name: 'Next page' }).click();
  await expect.poll(() => numbers(manager)).not.toEqual(first);
  const second = await numbers(manager);
  expect(new Set([...first, ...second]).size).toBe(100);
  await page.reload();
  await expect.poll(() => numbers(manager)).toEqual(second);

  // What is typed and chosen goes to the first page, and stands in the address.
  await manager.fill('Find by number, owner, requirement or words', 'backups');
  await page
    .getByText(/^\d+ matches$/)
    .first()
    .waitFor();
  await manager.choose('Grade', 'Major');
  await expect.poll(() => new URL(page.url()).search).toBe('?q=backups&grade=major');
  await expect.poll(() => grades(manager)).toEqual(new Set(['Major']));
  const majors = await numbers(manager);
  expect(majors.length).toBeGreaterThan(0);

  await manager.press('Views');
  await page.getByRole('menuitem', { name: 'Save as a view …' }).click();
  await manager.fill('Name', 'Majors on backups');
  await manager.press('Save');
  await page.getByRole('button', { name: 'Majors on backups' }).waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), manager.press('Export as CSV')]);
  const csv = await readFile(await file.path(), 'utf8');
  expect(csv.startsWith('\uFEFFnumber,')).toBe(true);
  expect(csv.trim().split('\n')).toHaveLength(majors.length + 1);

  // On another device the view is there too; there it gets another name, and is deleted.
  const again = await signInReader();
  await again.page.goto(`${house.url}/findings`);
  await again.press('Everything');
  await again.page.getByRole('menuitem', { name: 'Majors on backups' }).click();
  await expect.poll(() => numbers(again)).toEqual(majors);
  await again.press('Majors on backups');
  await again.page.getByRole('menuitem', { name: 'Rename' }).click();
  await again.fill('Name', 'Backups');
  await again.press('Save');
  await again.page.getByRole('button', { name: 'Backups', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Backups', exact: true }).waitFor();
  await again.press('Backups');
  await again.page.getByRole('menuitem', { name: 'Delete' }).click();
  await again.press('Delete');
  await again.page.getByRole('button', { name: 'Views', exact: true }).waitFor();

  await again.page.goto(`${house.url}/findings?q=nothing-like-it&page=3`);
  await again.page.getByText('Nothing matches.').waitFor();
  await again.page.getByRole('button', { name: 'Clear the filter' }).last().click();
  await counter(again, `${count}`);
});

test('on a phone each finding is a card, and can be sorted too', async () => {
  const reader = await signInReader();
  const { page } = reader;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${house.url}/findings?status=open`);
  await page.getByRole('button', { name: /^Sort by/ }).click();
  await page.getByRole('option', { name: 'Due, descending' }).click();
  await expect.poll(() => new URL(page.url()).search).toBe('?status=open&sort=due&order=desc');
  await page
    .getByRole('link', { name: /^(NC|OFI)-/ })
    .first()
    .waitFor();
  await expectAccessibleInBothThemes(page);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
});
