import type { Page } from 'playwright-core';
import { de } from '#web/words/de.ts';
import { en } from '#web/words/en.ts';
import type { Played } from './play.ts';
import type { Stage } from './scene.ts';
import type { Screen } from './screens.ts';

const onItsWay = new RegExp([en, de].map(({ application }) => application.loading).join('|'));

/** The network may be idle while the browser still draws, or before a page has asked: nothing may say that it loads. */
const settle = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle');
  await page.getByText(onItsWay).filter({ visible: true }).first().waitFor({ state: 'hidden' });
};

/** Brings a tab to a screen, until everything has come that the page asked for. */
export const show = async (page: Page, screen: Screen, stage: Stage, played: Played): Promise<void> => {
  await page.goto(new URL(screen.path(stage, played), stage.url).href);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await settle(page);
  if (screen.printed) await page.emulateMedia({ media: 'print' });
  if (!screen.prepare) return;
  await screen.prepare(page, stage);
  await settle(page);
};
