import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

it('the sample report that people may download is the one that the tests import', async () => {
  const offered = await readFile('web/public/sample-report.csv');
  expect(offered.equals(await readFile('test/fixtures/reports/stage-2-report.csv'))).toBe(true);
});
