import type { Browser, BrowserContext, Page } from 'playwright-core';
import { sample } from '#local/sample/people.ts';
import { devices, type Look } from './looks.ts';

export type Viewer = keyof typeof sample | 'nobody';

/** Looks at pages as people do, each in a browser of their own. */
export interface Camera {
  /** A tab of somebody, at no page yet. */
  tab(viewer: Viewer, look: Look): Promise<Page>;
  /** What went wrong in the browsers: errors in the console, requests to other hosts. */
  troubles(): readonly string[];
}

interface Place {
  readonly browser: Browser;
  readonly url: string;
  /** Instant of the system's clock: the browsers have it too. */
  readonly now: string;
  /** Language and habits of the browsers, such as `de-DE`. */
  readonly locale: string;
}

const browserOf = async ({ browser, now, locale }: Place, look: Look): Promise<BrowserContext> => {
  const { width, height } = devices[look.device];
  const context = await browser.newContext({
    viewport: { width, height },
    hasTouch: look.device === 'phone',
    colorScheme: look.theme,
    reducedMotion: 'reduce',
    locale,
    timezoneId: 'Europe/Zurich',
  });
  await context.clock.setFixedTime(now);
  return context;
};

export const createCamera = (place: Place): Camera => {
  const { url } = place;
  const contexts = new Map<string, Promise<BrowserContext>>();
  const signedIn = new Map<Viewer, Promise<string>>();
  const said: string[] = [];

  /** Signs somebody in by the local identity provider; the answer is what the tab remembers of it. */
  const signIn = async (viewer: Exclude<Viewer, 'nobody'>): Promise<string> => {
    const context = await browserOf(place, { theme: 'light', device: 'desktop' });
    const page = await context.newPage();
    await page.goto(url);
    await page.getByRole('button', { name: sample[viewer].email }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    const remembered = await page.evaluate<string>('JSON.stringify(sessionStorage)');
    await context.close();
    return remembered;
  };

  const open = async (viewer: Viewer, look: Look): Promise<BrowserContext> => {
    const context = await browserOf(place, look);
    context.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        said.push(`${viewer}: ${message.text()} (${message.location().url})`);
    });
    context.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol.startsWith('http') && host !== new URL(url).host) said.push(`${viewer}: asked ${request.url()}`);
    });
    context.on('weberror', (error) => said.push(`${viewer}: ${error.error().message}`));
    if (viewer === 'nobody') return context;
    const known = signedIn.get(viewer) ?? signIn(viewer);
    signedIn.set(viewer, known);
    // An empty tab may remember nothing, and no more may a frame that holds a file.
    await context.addInitScript(
      `if (self === top && location.origin !== 'null') Object.assign(sessionStorage, ${await known})`,
    );
    return context;
  };

  return {
    tab: async (viewer, look) => {
      const key = `${viewer} ${look.theme} ${look.device}`;
      const context = contexts.get(key) ?? open(viewer, look);
      contexts.set(key, context);
      return (await context).newPage();
    },
    troubles: () => said,
  };
};
