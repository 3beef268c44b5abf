import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { typeByEnding } from '#domain/evidence/types.ts';
import { uploadReport } from '#local/import-report.ts';
import { openAudit } from './findings.ts';
import { type House, openHouse } from './house.ts';

const folder = join(import.meta.dirname, '../fixtures/reports');
/** A package without a list of its parts' types: the reader would take it, but no program writes one. */
const noPackage = 'other-software.xlsx';
const reports = readdirSync(folder).filter((name) => name !== 'make.ts' && name !== noPackage);

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

// Whatever the reader takes comes in by the door too: encodings, and workbooks of other programs.
test.each(reports)('%s passes the checks of its file, and is read', async (fileName) => {
  const type = typeByEnding(fileName);
  if (!type) throw new Error(`${fileName} is of no type that may be uploaded`);
  const audit = await openAudit(house.people.ismsManager, `2026-report-${reports.indexOf(fileName)}`);
  const bytes = readFileSync(join(folder, fileName));
  const { status, rowList } = await uploadReport(house.people.ismsManager, audit, { fileName, type, bytes });
  expect(status).toBe('to-confirm');
  expect(rowList.length).toBeGreaterThan(0);
});
