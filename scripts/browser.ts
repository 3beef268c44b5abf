import { accessSync, constants } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const usual = [
  // The same browser without windows: it takes a quarter less time.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

const isThere = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * Where the browser is: `CHROMIUM` in the environment, or the usual place.
 * @throws with how to get one: without a browser these tests fail, they are not left out
 */
const browserPath = (): string => {
  const named = process.env.CHROMIUM;
  const path = named === undefined || named === '' ? usual.find(isThere) : named;
  if (path !== undefined && isThere(path)) return path;
  throw new Error(
    [
      path === undefined ? 'There is no Chromium on this machine.' : `CHROMIUM names ${path}, which cannot be run.`,
      'Install one (Debian, Ubuntu: apt-get install chromium), or name one: CHROMIUM=/path/to/chrome npm run test:e2e',
    ].join(' '),
  );
};

/** It asks no host but those of the pages: nothing is updated, synchronized or reported. */
const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserPath(), headless: true, args: switches });
