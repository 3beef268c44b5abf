import { gzipSync } from 'node:zlib';
import type { Page, Request } from 'playwright-core';
import { mostScriptBytes } from '../../scripts/first-page.ts';
import type { Figure } from '../figure.ts';
import { medians } from '../statistics.ts';
import { type Person, slowDown } from './person.ts';

interface Load {
  /** Milliseconds. */
  readonly paint: number;
  readonly blocking: number;
  readonly whole: number;
  readonly scripts: number;
  /** Gzipped, as CloudFront sends them. */
  readonly scriptBytes: number;
}

const blockingTime = (page: Page): Promise<number> =>
  page.evaluate<number>('window.longTasks.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0)');

/** Loads the first page as somebody who was never there, until it shows what there is to do and stands still. */
const load = async ({ page, devtools }: Person): Promise<Load> => {
  await devtools.send('Network.clearBrowserCache');
  const scripts = new Set<string>();
  const onRequest = (request: Request): void => {
    if (new URL(request.url()).pathname.endsWith('.js')) scripts.add(request.url());
  };
  const bytesOf = async (script: string): Promise<number> =>
    gzipSync(await (await page.request.get(script)).body(), { level: 9 }).length;
  page.on('request', onRequest);
  await page.reload();
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  const whole = await page.evaluate<number>('performance.now()');
  // What comes from now on is for pages that may be opened next.
  page.off('request', onRequest);
  await page.waitForTimeout(1500);
  const bytes = await Promise.all([...scripts].map(bytesOf));
  return {
    paint: await page.evaluate<number>("performance.getEntriesByName('first-contentful-paint')[0].startTime"),
    blocking: await blockingTime(page),
    whole,
    scripts: scripts.size,
    scriptBytes: bytes.reduce((sum, each) => sum + each, 0),
  };
};

const loads = async (person: Person, runs: number, factor: number): Promise<Load> => {
  await person.slow(factor);
  const all: Load[] = [];
  for (let run = 0; run < runs; run += 1) all.push(await load(person));
  await person.slow(1);
  return medians(all);
};

/** How the first page comes, to somebody who is signed in and has none of it yet. */
export const firstPage = async (person: Person, runs: number): Promise<Figure> => {
  const fast = await loads(person, runs, 1);
  const slow = await loads(person, runs, slowDown);
  const row = (what: string, { paint, blocking, whole }: Load) => [what, paint, blocking, whole] as const;
  return {
    name: 'webFirstPage',
    title: 'First page of the web application',
    explanation: [
      `My work, without a cache; median of ${runs}. Blocking: what long tasks took beyond 50 ms each.`,
      `${fast.scripts} scripts of ${fast.scriptBytes} bytes gzipped; at most ${mostScriptBytes}.`,
    ],
    columns: ['processor', 'first contentful paint, ms', 'total blocking, ms', 'shows the work, ms'],
    rows: [row('as it is', fast), row(`${slowDown} times slower`, slow)],
    data: { fast, slow },
    breaches:
      fast.scriptBytes > mostScriptBytes
        ? [`the scripts of the first page have ${fast.scriptBytes} bytes gzipped, more than ${mostScriptBytes}`]
        : [],
  };
};
