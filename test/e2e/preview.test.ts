import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type * as z from 'zod';
import type { AccessList } from '#contracts/http.ts';
import type { EvidenceType } from '#domain/evidence/types.ts';
import { ids } from '#functions/link-pages/script/contract.ts';
import { issue, openAudit } from '../integration/findings.ts';
import { type House, openHouse } from '../integration/house.ts';
import { docx, uploaded } from '../integration/uploads.ts';
import { lead, makeLink, openByMail } from './links.ts';
import { hostilePdf, pdfOf, scannedPdf } from './pdfs.ts';
import { type Visitor, visitors } from './visitors.ts';
import { expectAccessible } from './web/axe.ts';
import { signIn } from './web/person.ts';

const visit = visitors();
const audit = '2026-surveillance';
let house: House;
let finding: string;
let link: string;
let visitor: Visitor;
let count = 0;

beforeAll(async () => {
  house = await openHouse();
  await openAudit(house.people.ismsManager, audit);
});
beforeEach(async () => {
  count += 1;
  finding = await issue(house, audit, `NC-${count}`);
});
afterAll(() => house.close());

/** Uploads files as the owner does, and opens a link for the review of their finding. */
const review = async (...files: readonly (readonly [string, EvidenceType, Uint8Array])[]): Promise<Page> => {
  for (const [fileName, type, bytes] of files) {
    const { status, reason } = await uploaded(house, house.people.owner, finding, { fileName, type, bytes });
    expect([status, reason]).toEqual(['registered', undefined]);
  }
  ({
    link: { id: link },
  } = await makeLink(house, audit, { purpose: 'review', finding, email: lead }));
  visitor = await visit({ url: house.url });
  await openByMail(house, visitor.page, lead);
  return visitor.page;
};

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Presses the button beside a file. */
const look = (page: Page, name: string): Promise<void> =>
  page
    .locator(`#${ids.evidence}`)
    .getByRole('button', { name: `Preview ${name}` })
    .click();
const status = (page: Page): Locator => page.locator(`#${ids.evidence}`).getByRole('status');
const shown = (page: Page): Promise<void> => status(page).getByText('On the record as a download.').waitFor();
const inFrame = (page: Page) => page.frameLocator('iframe.preview-frame');

const downloads = async (): Promise<number> => {
  const { accesses } = await house.people.ismsManager.call<z.infer<typeof AccessList>>(
    'GET',
    `/findings/${finding}/accesses`,
  );
  return accesses.filter((access) => access.kind === 'evidence-downloaded' && access.link === link).length;
};

/** A picture with a red left and a blue right half, and a PDF of two pages with a font of its own, as a browser prints it. */
const made = async (): Promise<{ readonly png: Uint8Array; readonly pdf: Uint8Array }> => {
  const { page } = await visit({ url: house.url });
  await page.setContent(
    '<body style="margin:0"><div style="display:flex;width:200px;height:100px"><i style="flex:1;background:red"></i><i style="flex:1;background:blue"></i></div></body>',
  );
  const png = await page.screenshot({ clip: { x: 0, y: 0, width: 200, height: 100 } });
  await page.setContent(
    '<h1>Restore plan</h1><p>Ledger, each quarter: äöü €</p><h2 style="break-before:page">Second page</h2>',
  );
  return { png, pdf: await page.pdf({ format: 'A4' }) };
};

/** How many pixels of a canvas are dark: some, where something is written on a white page. */
const inkOn = (canvas: Locator): Promise<number> =>
  canvas.evaluate((element) => {
    const drawn = element as unknown as {
      readonly width: number;
      readonly height: number;
      getContext(kind: '2d'): { getImageData(...at: number[]): { data: Uint8ClampedArray } };
    };
    const { data } = drawn.getContext('2d').getImageData(0, 0, drawn.width, drawn.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 100) dark += 1;
    return dark;
  });

/** Neither nothing nor all of it. */
const isWritten = (dark: number): boolean => dark > 200 && dark < 50_000;

test('a PDF, a picture and a text are looked at in the page, and each look is on the record', async () => {
  const { png, pdf } = await made();
  const page = await review(
    ['plan.pdf', 'application/pdf', pdf],
    ['screen.png', 'image/png', png],
    ['restores.csv', 'text/csv', utf8('System;Wiederhergestellt\nLedger;ja, vollständig\n')],
  );
  expect(await downloads()).toBe(0);

  await look(page, 'plan.pdf');
  await shown(page);
  const pages = inFrame(page).locator('canvas');
  expect(await inFrame(page).locator('figcaption').allTextContents()).toEqual(['Page 1 of 2', 'Page 2 of 2']);
  expect(await inkOn(pages.first())).toSatisfy(isWritten);
  expect(await pages.first().textContent()).toContain('Ledger, each quarter: äöü €');
  await inFrame(page).getByText('Page 2 of 2').scrollIntoViewIfNeeded();
  await pages.getByText('Second page').waitFor({ state: 'attached' });

  await look(page, 'screen.png');
  await shown(page);
  const picture = inFrame(page).getByRole('img', { name: 'screen.png' });
  expect(await picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)).toBe(200);

  await look(page, 'restores.csv');
  await shown(page);
  expect(await inFrame(page).locator('pre').textContent()).toBe('System;Wiederhergestellt\nLedger;ja, vollständig\n');
  expect(await downloads()).toBe(3);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Close the preview' }).click();
  expect(await page.locator('iframe').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Preview restores.csv' }).and(page.locator(':focus')).count()).toBe(1);
});

test('whatever a file would like to run or to ask for: nothing runs, and nobody is asked', async () => {
  const html =
    '<!doctype html><script>parent.document.title = "run"; alert(1)</script><img src="https://elsewhere.example/x.png" onerror="alert(2)">';
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(3)</script><image href="https://elsewhere.example/y.png"/></svg>';
  const page = await review(
    ['page.txt', 'text/plain', utf8(html)],
    ['drawing.txt', 'text/plain', utf8(svg)],
    ['hostile.pdf', 'application/pdf', hostilePdf()],
  );
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const title = await page.title();
  const address = page.url();
  for (const [name, text] of [
    ['page.txt', html],
    ['drawing.txt', svg],
  ] as const) {
    await look(page, name);
    await shown(page);
    expect(await inFrame(page).locator('pre').innerText()).toBe(text);
    expect(await inFrame(page).locator('img, svg').count()).toBe(0);
  }
  await look(page, 'hostile.pdf');
  await shown(page);
  expect(await inFrame(page).locator('canvas').textContent()).toContain('Nothing runs here');
  expect(await inkOn(inFrame(page).locator('canvas'))).toSatisfy(isWritten);
  await inFrame(page).locator('canvas').click();
  expect(await inFrame(page).locator('a').count()).toBe(0);
  expect(dialogs).toEqual([]);
  expect([await page.title(), page.url()]).toEqual([title, address]);
});

test('a scan is seen: its decoder came along', async () => {
  const page = await review(['scan.pdf', 'application/pdf', scannedPdf()]);
  await look(page, 'scan.pdf');
  await shown(page);
  expect(await inkOn(inFrame(page).locator('canvas'))).toBeGreaterThan(80_000);
});

test('the frame has no origin: it reaches neither the page, nor its cookies, nor any address', async () => {
  const page = await review(['note.txt', 'text/plain', utf8('note')]);
  visitor.expectsInConsole(/Content Security Policy|content-security-policy/i);
  await look(page, 'note.txt');
  await shown(page);
  const reached = await inFrame(page)
    .locator('pre')
    .evaluate(async () => {
      const tried = async (what: () => unknown): Promise<string> => {
        try {
          return `did: ${String(await what())}`;
        } catch {
          return 'no';
        }
      };
      const here = globalThis as unknown as {
        readonly parent: { readonly document: { readonly title: string } };
        readonly document: { cookie: string };
        readonly localStorage: unknown;
        readonly origin: string;
      };
      return {
        origin: here.origin,
        page: await tried(() => here.parent.document.title),
        cookie: await tried(() => here.document.cookie),
        storage: await tried(() => here.localStorage),
        network: await tried(() => fetch('/settings.json')),
      };
    });
  expect(reached).toEqual({ origin: 'null', page: 'no', cookie: 'no', storage: 'no', network: 'no' });
});

test('what is not what it should be is not shown, and the download stays', async () => {
  const page = await review(
    ['secret.pdf', 'application/pdf', pdfOf({ text: 'As handed in' })],
    ['minutes.docx', (await docx()).type as EvidenceType, (await docx()).bytes],
  );
  await page.getByText('No preview of this kind of file: download it.').waitFor();
  expect(await page.getByRole('button', { name: 'Preview minutes.docx' }).count()).toBe(0);
  await page.route('**/local/download**', (route) => route.fulfill({ body: pdfOf({ text: 'As handed on' }) }));
  await look(page, 'secret.pdf');
  await status(page).getByText('its SHA-256 differs').waitFor();
  expect(await page.locator('iframe').count()).toBe(0);
  await page.unroute('**/local/download**');
  visitor.expectsInConsole(/ERR_FAILED/);
  await page.route('**/local/download**', (route) => route.abort());
  await look(page, 'secret.pdf');
  await status(page).getByText('could not be fetched').waitFor();
  await page.getByRole('button', { name: 'Download secret.pdf' }).waitFor();
});

test('a long text is shown as far as it goes', async () => {
  const page = await review(['long.log', 'text/plain', utf8('line of the log\n'.repeat(20_000))]);
  await look(page, 'long.log');
  await status(page).getByText('Only the beginning is shown.').waitFor();
  expect((await inFrame(page).locator('pre').textContent())?.length).toBe(200_000);
});

test('where the script of the previews is not served, files are downloaded as before', async () => {
  for (const [fileName, type, bytes] of [['note.txt', 'text/plain', utf8('note')]] as const)
    await uploaded(house, house.people.owner, finding, { fileName, type, bytes });
  await makeLink(house, audit, { purpose: 'review', finding, email: lead });
  visitor = await visit({ url: house.url });
  visitor.expectsInConsole(/status of 404/);
  const { page } = visitor;
  await page.route('**/preview/**', (route) => route.fulfill({ status: 404 }));
  await openByMail(house, page, lead);
  const arriving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download note.txt' }).click();
  expect((await arriving).suggestedFilename()).toBe('note.txt');
  expect(await page.getByRole('button', { name: /^Preview/ }).count()).toBe(0);
});

test('in the application too: whoever may download a file may look at it there', async () => {
  const { pdf } = await made();
  const files = [
    ['plan.pdf', 'application/pdf', pdf],
    ['minutes.docx', (await docx()).type as EvidenceType, (await docx()).bytes],
  ] as const;
  for (const [fileName, type, bytes] of files)
    await uploaded(house, house.people.owner, finding, { fileName, type, bytes });
  const manager = await signIn(visit, house, 'Ines Moreau');
  const { page } = manager;
  await page.goto(`${house.url}/findings/${finding}`);
  await page.getByRole('button', { name: 'Preview of plan.pdf' }).first().click();
  await page.getByText('On the record as a download.').waitFor();
  expect(await inkOn(inFrame(page).locator('canvas').first())).toSatisfy(isWritten);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Close the preview' }).click();
  await page.locator('iframe').waitFor({ state: 'detached' });
  expect(await page.getByRole('button', { name: 'Preview of minutes.docx' }).count()).toBe(0);
  const { accesses } = await house.people.ismsManager.call<z.infer<typeof AccessList>>(
    'GET',
    `/findings/${finding}/accesses`,
  );
  expect(accesses.filter(({ kind }) => kind === 'evidence-downloaded')).toHaveLength(1);
});
