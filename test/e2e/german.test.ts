import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkPageWordsOf } from '#domain/words/link-pages/index.ts';
import { ids } from '#functions/link-pages/script/contract.ts';
import { give, handIn, issue, openAudit, pass } from '../integration/findings.ts';
import { type House, openHouse } from '../integration/house.ts';
import { png, textFile } from './files.ts';
import { anotherThan, codeIn, lead, linkIn, makeLink, sendCode, stranger } from './links.ts';
import { uploadPageOf } from './upload-page.ts';
import { type Visitor, visitors } from './visitors.ts';

const visit = visitors();
const audit = '2026-surveillance';
let house: House;

beforeAll(async () => {
  house = await openHouse();
  await openAudit(house.people.ismsManager, audit);
});
afterAll(() => house.close());

const german = (): Promise<Visitor> => visit({ url: house.url, locale: 'de-CH' });

const give6 = async (page: Page, code: string): Promise<void> => {
  await page.getByLabel('Einmalcode').fill(code);
  await page.getByRole('button', { name: 'Öffnen', exact: true }).click();
};

const open = async (page: Page, email: string): Promise<void> => {
  await page.goto(await linkIn(house, email));
  await sendCode(page);
  await give6(page, await codeIn(house, email));
  await page.locator(`#${ids.giveCode}`).waitFor({ state: 'detached' });
};

/** Every text of a catalogue that takes no value. */
const plain = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(plain) : [];
};
const own = new Set(plain(linkPageWordsOf('de')));
const english = plain(linkPageWordsOf('en')).filter((text) => / /.test(text) && !own.has(text));

const saysNothingInEnglish = async (page: Page): Promise<void> => {
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  const said = await page.locator('body').innerText();
  expect(english.filter((text) => said.includes(text))).toEqual([]);
};

test('a review is read and decided in German', async () => {
  const finding = await issue(house, audit, 'NC-01');
  await pass(house, finding);
  await handIn(house, finding);
  await give(house, house.people.leadAuditor, finding, 'return', {
    means: 'documents',
    codes: ['scope-incomplete'],
    comment: 'And the others?',
  });
  await house.system.settled();
  await handIn(house, finding);
  await makeLink(house, audit, { purpose: 'review', finding, email: lead });
  const { page } = await german();
  await page.goto(await linkIn(house, lead));
  await page.getByText('Gültig bis').waitFor();
  await saysNothingInEnglish(page);
  await open(page, lead);
  await page.getByRole('heading', { level: 1, name: 'Feststellung prüfen' }).waitFor();
  await page.getByRole('button', { name: 'Vorschau restore-log.txt' }).first().waitFor();
  await page.getByText('Frühere Runden').waitFor();
  await page.locator('summary').first().click();
  await page.getByText('Der Umfang ist nicht vollständig').first().waitFor();
  expect(await page.getByText(/\d\. März 2026/).count()).toBeGreaterThan(2);
  await saysNothingInEnglish(page);

  await page.getByRole('button', { name: 'Vorschau restore-log.txt' }).first().click();
  await page.getByText('Als Download verzeichnet.').waitFor();
  await page.locator(`#${ids.accept}`).getByLabel('Entschieden').selectOption('Durch einen begrenzten Besuch');
  await page.locator(`#${ids.accept}`).getByRole('button').click();
  await page.getByText('Im Moment gibt es für Sie nichts zu entscheiden').waitFor();
  await saysNothingInEnglish(page);
});

test('evidence is uploaded in German, and what is wrong is said in German', async () => {
  const finding = await issue(house, audit, 'NC-02');
  const { url } = await makeLink(house, audit, { purpose: 'upload-evidence', finding, uses: 3 });
  const visitor = await german();
  visitor.expectsInConsole(/status of 422/);
  const { page } = visitor;
  await page.goto(url);
  await sendCode(page);
  await give6(page, anotherThan(await codeIn(house, stranger)));
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').innerText()).not.toMatch(/\b(not the code|tries)\b/);
  await give6(page, await codeIn(house, stranger));

  const field = page.locator(`#${ids.upload}`).getByLabel('Dateien auswählen');
  const upload = uploadPageOf(page);
  await field.setInputFiles([textFile('protokoll.txt', 'fertig'), textFile('leer.txt', ''), png('kein-text.exe')]);
  await upload.stands('protokoll.txt', 'registered');
  expect(await upload.row('protokoll.txt').innerText()).toContain('Eingegangen, geprüft und verwahrt.');
  expect(await upload.row('leer.txt').innerText()).toContain('Die Datei ist leer.');
  expect(await upload.row('kein-text.exe').innerText()).toContain('Dateien dieser Art werden hier nicht angenommen');
  await field.setInputFiles(textFile('bild.png', 'kein Bild'));
  await upload.stands('bild.png', 'refused');
  expect(await upload.row('bild.png').innerText()).not.toContain('is declared as');
  await saysNothingInEnglish(page);
});

test('an address that opens nothing says so in German; who accepts neither language reads the organization’s', async () => {
  const visitor = await german();
  visitor.expectsInConsole(/status of 404/);
  await visitor.page.goto(`${house.url}/links/${'A'.repeat(43)}`);
  await visitor.page.getByRole('heading', { level: 1, name: 'Hier ist nichts' }).waitFor();
  const french = await visit({ url: house.url, locale: 'fr-FR' });
  french.expectsInConsole(/status of 404/);
  await french.page.goto(`${house.url}/links/${'A'.repeat(43)}`);
  await french.page.getByRole('heading', { level: 1, name: 'Nothing here' }).waitFor();
});
