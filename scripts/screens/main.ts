import './quiet.ts';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { boot } from '#local/boot.ts';
import type { Store } from '#local/functions.ts';
import { pagePaths } from '#web/page-paths.ts';
import { launchBrowser } from '../browser.ts';
import { createCamera } from './camera.ts';
import { evenRandom } from './even-random.ts';
import { gallery } from './gallery.ts';
import { devices, fileOf, type Look, looks } from './looks.ts';
import { play } from './play.ts';
import { openStage } from './scene.ts';
import { type Screen, screens } from './screens.ts';
import { show } from './show.ts';

const usage = `npm run screens -- [--out docs/screens] [--only finding-plan,register]

  --out   the folder that the pictures go to (docs/screens)
  --only  names of the screens to be made anew, with commas between
`;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'docs/screens' },
    only: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  say(usage);
  process.exit(0);
}

const missing = Object.keys(pagePaths).filter((page) => !screens.some((screen) => screen.page === page));
if (missing.length > 0) throw new Error(`no screen shows these pages: ${missing.join(', ')}`);

/** What reaches beyond the edge of the window. */
const tooWide: string[] = [];

const takePicture = async (page: Page, { name, cut }: Screen, look: Look): Promise<void> => {
  const file = join(values.out, fileOf(name, look));
  const { width, height, longest } = devices[look.device];
  const whole = await page.evaluate<number>('document.documentElement.scrollHeight');
  const across = await page.evaluate<number>('document.documentElement.scrollWidth');
  if (across > width) tooWide.push(`${file}: ${across} px wide, in a window of ${width}`);
  // The window is made as high as the picture: a picture beyond the window shows what stands at its edges in the wrong place.
  await page.setViewportSize({ width, height: cut ? height : Math.max(height, Math.min(whole, longest)) });
  // By DevTools, which know WebP: half as large as what the screenshots of a page can be.
  const devtools = await page.context().newCDPSession(page);
  const { data: picture } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 70 });
  await writeFile(file, Buffer.from(picture, 'base64'));
};

await mkdir(values.out, { recursive: true });
const data = await mkdtemp(join(tmpdir(), 'redress-screens-'));
const booted = await boot({
  port: 0,
  data,
  clock: '2026-03-09T08:00:00.000Z',
  empty: true,
  onFault: (what, fault) => process.stderr.write(`fault in ${what}: ${String(fault)}\n`),
  // What the store answers by itself, such as its own address, it goes on answering.
  around: (store): Store => Object.create(store, { random: { value: evenRandom() } }),
});
const browser = await launchBrowser();
try {
  const stage = await openStage(booted);
  const played = await play(stage);
  const camera = createCamera({ browser, url: booted.url, now: booted.system.clock.now(), locale: 'en-GB' });
  const only = values.only.split(',').filter((name) => name !== '');
  for (const screen of screens.filter(({ name }) => only.length === 0 || only.includes(name))) {
    for (const look of looks) {
      const page = await camera.tab(screen.by, look);
      await show(page, screen, stage, played);
      await takePicture(page, screen, look);
      await page.close();
    }
    say(`${screen.name}: ${screen.title}`);
  }
  await writeFile(join(values.out, 'README.md'), gallery(screens));
  const troubles = [...camera.troubles(), ...tooWide];
  for (const trouble of troubles) process.stderr.write(`${trouble}\n`);
  process.exitCode = troubles.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  await booted.close();
  await rm(data, { recursive: true, force: true });
}
