import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EvidenceView } from '#contracts/http.ts';
import { issue, openAudit } from '../integration/findings.ts';
import { type House, openHouse } from '../integration/house.ts';
import { png, sha256Of, textFile } from './files.ts';
import { type Made, makeLink, openByMail } from './links.ts';
import { uploadPageOf } from './upload-page.ts';
import { type Visitor, visitors } from './visitors.ts';

const visit = visitors();
const audit = '2026-surveillance';
let house: House;
let finding: string;
let visitor: Visitor;
let made: Made;
let count = 0;

beforeAll(async () => {
  house = await openHouse();
  await openAudit(house.people.ismsManager, audit);
});
beforeEach(async () => {
  count += 1;
  finding = await issue(house, audit, `NC-${count}`);
  made = await makeLink(house, audit, { purpose: 'upload-evidence', finding });
  visitor = await visit(house);
  await openByMail(house, visitor.page);
});
afterAll(() => house.close());

const recorded = async (): Promise<readonly EvidenceView[]> =>
  (await house.people.ismsManager.call<{ evidence: EvidenceView[] }>('GET', `/findings/${finding}/evidence`)).evidence;

const log = textFile('restore-log.txt', '2026-03-09 restore of the ledger: complete\n');
const table = textFile('restores.csv', 'system,restored\nledger,yes\n');

test('of several files at once one is refused, and another is chosen in its place, without disturbing the others', async () => {
  const { page } = visitor;
  const upload = uploadPageOf(page);
  await upload.choose([log, textFile('screen.png', 'no picture at all'), table]);
  const refused = await upload.stands('screen.png', 'refused');
  await upload.stands('restore-log.txt', 'registered');
  await upload.stands('restores.csv', 'registered');
  expect(await refused.textContent()).toContain('screen.png is declared as image/png but holds something else.');

  const chooser = page.waitForEvent('filechooser');
  await refused.getByRole('button', { name: 'Choose another file' }).click();
  await (await chooser).setFiles(png('picture.png'));
  await upload.stands('picture.png', 'registered');
  expect(await upload.row('screen.png').count()).toBe(0);
  const said = await upload.readOut();
  expect(said).toContain('restores.csv: Sent. It is being checked; this page may be closed.');
  expect(said).toContain('picture.png: Received, checked and kept.');
  for (const name of ['restore-log.txt', 'screen.png', 'restores.csv', 'picture.png'])
    await upload.uploaded.getByRole('row').filter({ hasText: name }).waitFor();

  const records = await recorded();
  const standing = Object.fromEntries(records.map(({ fileName, status }) => [fileName, status]));
  expect(standing).toEqual({
    'restore-log.txt': 'registered',
    'screen.png': 'quarantined',
    'restores.csv': 'registered',
    'picture.png': 'registered',
  });
  expect(records.find(({ fileName }) => fileName === log.name)).toMatchObject({
    sha256: sha256Of(log.buffer),
    link: made.link.id,
  });
});

test('an upload that the connection broke off is tried again under the same grant', async () => {
  const { page } = visitor;
  visitor.expectsInConsole(/ERR_FAILED|ERR_INTERNET_DISCONNECTED/);
  const upload = uploadPageOf(page);
  await page.route('**/local/upload', (route) => route.abort());
  await upload.choose(log);
  const broken = await upload.stands('restore-log.txt', 'broken');
  expect(await broken.textContent()).toContain('The connection was lost.');
  await page.unroute('**/local/upload');
  await broken.getByRole('button', { name: 'Try again' }).click();
  await upload.stands('restore-log.txt', 'registered');
  expect(await recorded()).toHaveLength(1);
});

test('files are dropped on the page, and one that is dropped twice is sent once', async () => {
  const { page } = visitor;
  const upload = uploadPageOf(page);
  // Made in the page, which no script of this test may reach otherwise.
  const dataTransfer = await page.evaluateHandle(`(() => {
    const dropped = new DataTransfer();
    const at = { lastModified: 1773043200000 };
    dropped.items.add(new File(['first'], 'first.txt', at));
    dropped.items.add(new File(['second'], 'second.txt', at));
    return dropped;
  })()`);
  await upload.place.dispatchEvent('drop', { dataTransfer });
  await upload.stands('first.txt', 'registered');
  await upload.stands('second.txt', 'registered');
  await upload.place.dispatchEvent('drop', { dataTransfer });
  expect(await upload.section.getByRole('listitem').count()).toBe(2);
  expect(await recorded()).toHaveLength(2);
});

test('leaving while a file is on its way asks first, and no more once it has arrived', async () => {
  const { page } = visitor;
  const upload = uploadPageOf(page);
  // The browser asks only where somebody has done something on the page.
  await page.locator('h1').click();
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/local/upload', async (route) => {
    await held;
    await route.continue();
  });
  await upload.choose(log);
  await upload.stands('restore-log.txt', 'sending');
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  release();
  await upload.stands('restore-log.txt', 'registered');
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
});

test('the keyboard alone does it, and the focus stays with the file', async () => {
  const { page } = visitor;
  visitor.expectsInConsole(/ERR_FAILED/);
  const upload = uploadPageOf(page);
  // Asked for first: the browser needs a moment until it hands its file chooser over.
  const chooser = page.waitForEvent('filechooser');
  await upload.field.focus();
  await page.keyboard.press('Space');
  await page.route('**/local/upload', (route) => route.abort());
  await (await chooser).setFiles(log);
  const broken = await upload.stands('restore-log.txt', 'broken');
  await page.unroute('**/local/upload');
  await broken.getByRole('button', { name: 'Try again' }).focus();
  await page.keyboard.press('Enter');
  const done = await upload.stands('restore-log.txt', 'registered');
  expect(await done.and(page.locator(':focus')).count()).toBe(1);
});

test('a link that is revoked while its page is open takes nothing more', async () => {
  const { page } = visitor;
  visitor.expectsInConsole(/status of 404/);
  await house.people.ismsManager.call('POST', `/audits/${audit}/links/${made.link.id}/revoke`);
  const upload = uploadPageOf(page);
  await upload.choose(log);
  await upload.stands('restore-log.txt', 'dead');
  await page.getByRole('alert').getByText('This link does not open anything').waitFor();
  expect(await upload.field.isDisabled()).toBe(true);
  expect(await recorded()).toEqual([]);

  const revoked = await page.reload();
  const dead = await page.content();
  const unknown = await page.goto(`${house.url}/links/${'A'.repeat(43)}`);
  expect([revoked?.status(), unknown?.status()]).toEqual([404, 404]);
  expect(await page.content()).toBe(dead);
});

test('a link with two uses takes two files, and says so of the third', async () => {
  const two = await makeLink(house, audit, { purpose: 'upload-evidence', finding, uses: 2 });
  const holder = await visit(house);
  holder.expectsInConsole(/status of 422/);
  const { page } = holder;
  await openByMail(house, page);
  expect(page.url()).toBe(two.url);
  const upload = uploadPageOf(page);
  await upload.choose([log, table]);
  await upload.stands('restore-log.txt', 'registered');
  await upload.stands('restores.csv', 'registered');
  await upload.choose(textFile('third.txt', 'one too many'));
  expect(await (await upload.stands('third.txt', 'refused')).textContent()).toContain('as often as it may be');
});

test('the last use is not lost with the connection: after a reload the file is taken again', async () => {
  await makeLink(house, audit, { purpose: 'upload-evidence', finding, uses: 1 });
  const once = await visit(house);
  once.expectsInConsole(/ERR_FAILED/);
  const { page } = once;
  await openByMail(house, page);
  page.on('dialog', (dialog) => dialog.accept());
  await page.route('**/local/upload', (route) => route.abort());
  await uploadPageOf(page).choose(log);
  await uploadPageOf(page).stands('restore-log.txt', 'broken');
  await page.unroute('**/local/upload');
  await page.reload();
  await uploadPageOf(page).choose(log);
  await uploadPageOf(page).stands('restore-log.txt', 'registered');
  expect(await recorded()).toHaveLength(1);
});
