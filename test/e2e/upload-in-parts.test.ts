import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EvidenceView } from '#contracts/http.ts';
import { OrganizationSettings } from '#contracts/organization.ts';
import { issue, openAudit } from '../integration/findings.ts';
import { type House, openHouse } from '../integration/house.ts';
import { makeLink, openByMail } from './links.ts';
import { uploadPageOf } from './upload-page.ts';
import { visitors } from './visitors.ts';

const visit = visitors();
const audit = '2026-surveillance';
const settings = OrganizationSettings.parse({
  organization: { name: 'Example Ltd', timeZone: 'Europe/Zurich' },
  policy: { name: 'large files', evidence: { largestBytes: 5_000_000_000 } },
});
let house: House;
let folder: string;
let path: string;

/** 120 MB of log, no two lines alike. */
const writeLog = async (to: string): Promise<void> => {
  const file = await open(to, 'w');
  try {
    for (let block = 0; block < 120; block += 1) {
      const lines = Array.from({ length: 10_000 }, (_each, i) => `${block}.${i} restored`.padEnd(99).concat('\n'));
      await file.write(lines.join(''));
    }
  } finally {
    await file.close();
  }
};

const sha256Of = async (of: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(of), hash);
  return hash.digest('hex');
};

beforeAll(async () => {
  house = await openHouse({ settings });
  await openAudit(house.people.ismsManager, audit);
  folder = await mkdtemp(join(tmpdir(), 'redress-e2e-'));
  path = join(folder, 'restores.log');
  await writeLog(path);
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

const partAddress = /\/local\/upload\/parts/;
/** 120,000,000 bytes in parts of 16 MiB. */
const allParts = 8;
const firstParts = 4;
const lostParts = 2;

test('a 120 MB file goes up in parts; after a reload only the missing ones are sent, and one that is lost again', async () => {
  const finding = await issue(house, audit, 'NC-01');
  await makeLink(house, audit, { purpose: 'upload-evidence', finding });
  const visitor = await visit(house);
  const { page } = visitor;
  visitor.expectsInConsole(/ERR_CONNECTION_RESET/);
  page.on('dialog', (dialog) => dialog.accept());
  await openByMail(house, page);
  const upload = uploadPageOf(page);

  let sent = 0;
  await page.route(partAddress, async (route) => {
    sent += 1;
    // The others are on their way for ever.
    if (sent <= firstParts) await route.continue();
  });
  let arrived = 0;
  page.on('response', (response) => {
    if (partAddress.test(response.url()) && response.ok()) arrived += 1;
  });
  await upload.choose(path);
  await upload.stands('restores.log', 'sending', 120_000);
  await expect.poll(() => arrived, { timeout: 60_000 }).toBe(firstParts);
  // With the page the parts that are on their way end; to let go of them first would send them.
  await page.reload();
  await page.unrouteAll({ behavior: 'ignoreErrors' });

  let lost = 0;
  await page.route(partAddress, async (route) => {
    lost += 1;
    if (lost <= lostParts) await route.abort('connectionreset');
    else await route.continue();
  });
  await upload.choose(path);
  await upload.stands('restores.log', 'registered', 120_000);
  await expect.poll(() => arrived).toBe(allParts);
  expect(lost).toBe(allParts - firstParts + lostParts);

  const { evidence } = await house.people.ismsManager.call<{ evidence: EvidenceView[] }>(
    'GET',
    `/findings/${finding}/evidence`,
  );
  expect(evidence).toHaveLength(1);
  expect(evidence[0]).toMatchObject({ status: 'registered', size: 120_000_000, sha256: await sha256Of(path) });
}, 300_000);
