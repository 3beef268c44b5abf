import { rm } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Booted, boot } from '#local/boot.ts';
import { launchBrowser } from '../../../scripts/browser.ts';
import { type Camera, createCamera } from '../../../scripts/screens/camera.ts';
import type { Look } from '../../../scripts/screens/looks.ts';
import { type Played, play } from '../../../scripts/screens/play.ts';
import { openStage, type Stage } from '../../../scripts/screens/scene.ts';
import { screens } from '../../../scripts/screens/screens.ts';
import { show } from '../../../scripts/screens/show.ts';
import { newFolder, start } from '../../integration/house.ts';
import { colourFaultsIn, faultsIn } from './axe.ts';
import { turnTheme } from './theme.ts';
import { untranslatedOn } from './untranslated.ts';

let data: string;
let booted: Booted;
let browser: Browser;
let stage: Stage;
let played: Played;

beforeAll(async () => {
  data = await newFolder();
  const faults: string[] = [];
  booted = await boot({ port: 0, data, clock: start, empty: true, onFault: (what) => faults.push(what) });
  stage = await openStage(booted);
  played = await play(stage);
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await booted.close();
  await rm(data, { recursive: true, force: true });
});

const passes = [
  { language: 'en', locale: 'en-GB', look: { theme: 'light', device: 'desktop' } },
  { language: 'de', locale: 'de-DE', look: { theme: 'dark', device: 'phone' } },
] as const satisfies readonly { language: string; locale: string; look: Look }[];

describe.each(passes)('in $language, $look.theme, on a $look.device', ({ language, locale, look }) => {
  let camera: Camera;
  beforeAll(async () => {
    for (const person of Object.values(stage.people))
      await person.call('PUT', '/me/preferences', { body: { language } });
    camera = createCamera({ browser, url: booted.url, now: booted.system.clock.now(), locale });
  });
  afterAll(() => expect(camera.troubles()).toEqual([]));

  test.concurrent.each(screens.filter(({ local, part }) => !local && !part))(
    '$name is for everybody, and says nothing untranslated',
    async (screen) => {
      const page = await camera.tab(screen.by, look);
      await show(page, screen, stage, played);
      const faults = [...(await faultsIn(page))];
      if (look.theme === 'light') {
        await turnTheme(page, 'dark');
        faults.push(...(await colourFaultsIn(page)));
      }
      const untranslated = await untranslatedOn(page, language);
      const wider = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
      await page.close();
      expect({ faults, untranslated, wider: Math.max(0, wider) }).toEqual({ faults: [], untranslated: [], wider: 0 });
    },
  );
});
