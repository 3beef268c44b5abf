import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from '../../scripts/browser.ts';

/** Somebody with a browser of their own: no cookie and no memory is shared with another one. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the console may say in this test, such as that an answer was 404; anything else fails the test. */
  expectsInConsole(...patterns: readonly RegExp[]): void;
}

export interface VisitorOptions extends BrowserContextOptions {
  /** Hosts of the pages: a request to any other fails the test. */
  readonly url: string;
}

interface Watched extends Visitor {
  readonly troubles: () => readonly string[];
}

const isOwn = (address: string, url: string): boolean =>
  address.startsWith('data:') || address.startsWith('blob:') || new URL(address).host === new URL(url).host;

const watch = async (browser: Browser, { url, ...options }: VisitorOptions): Promise<Watched> => {
  const context = await browser.newContext({ acceptDownloads: true, reducedMotion: 'reduce', ...options });
  const said: string[] = [];
  const others: string[] = [];
  const expected: RegExp[] = [];
  context.on('console', (message) => {
    // What breaks the Content-Security-Policy is said here as an error.
    if (message.type() === 'error' || message.type() === 'warning')
      said.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => said.push(`page error: ${error.error().message}`));
  context.on('request', (request) => {
    if (!isOwn(request.url(), url)) others.push(`request to another host: ${request.url()}`);
  });
  return {
    context,
    page: await context.newPage(),
    expectsInConsole: (...patterns) => void expected.push(...patterns),
    troubles: () => [...others, ...said.filter((line) => !expected.some((pattern) => pattern.test(line)))],
  };
};

/** What each of them saw when a test failed, as pictures in a folder of their own. */
const picture = async (left: readonly Watched[]): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'redress-e2e-'));
  for (const [place, { page }] of left.entries())
    await page.screenshot({ path: join(folder, `${place}.png`), fullPage: true });
  process.stderr.write(`What the browsers showed: ${folder}\n`);
};

/**
 * One browser for the tests of a file. After each test every visitor leaves, and what went wrong in their browsers (errors
 * in the console, what the Content-Security-Policy stopped, requests to other hosts) fails that test.
 */
export const visitors = (): ((options: VisitorOptions) => Promise<Visitor>) => {
  let browser: Browser | undefined;
  const here: Watched[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async ({ task }) => {
    const left = here.splice(0);
    if (task.result?.state === 'fail') await picture(left);
    const troubles = left.flatMap((visitor) => visitor.troubles());
    for (const { context } of left) await context.close();
    expect(troubles).toEqual([]);
  });
  afterAll(() => browser?.close());
  return async (options) => {
    if (!browser) throw new Error('the browser is opened before the first test');
    const visitor = await watch(browser, options);
    here.push(visitor);
    return visitor;
  };
};
