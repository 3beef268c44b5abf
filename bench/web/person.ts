import type { Browser, CDPSession, Page } from 'playwright-core';

/** How much slower the processor is made: about a phone of the middle price. */
export const slowDown = 4;

/** Somebody at a browser of their own. */
export interface Person {
  readonly page: Page;
  readonly devtools: CDPSession;
  slow(factor: number): Promise<void>;
}

/** What keeps the main thread busy for longer than 50 ms, from the first line of each document on. */
const watchLongTasks = `
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.longTasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
`;

export const signIn = async (browser: Browser, url: string, email: string): Promise<Person> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  await context.addInitScript(watchLongTasks);
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('button', { name: email }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  const devtools = await context.newCDPSession(page);
  return {
    page,
    devtools,
    slow: async (rate) => {
      await devtools.send('Emulation.setCPUThrottlingRate', { rate });
    },
  };
};
