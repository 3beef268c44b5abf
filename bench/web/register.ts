import type { Page } from 'playwright-core';
import type { Figure } from '../figure.ts';
import { medians } from '../statistics.ts';
import { type Person, slowDown } from './person.ts';

/** Milliseconds from what somebody does until the page shows what came of it. */
const timed = async (act: () => Promise<unknown>, shown: () => Promise<unknown>): Promise<number> => {
  const before = performance.now();
  await act();
  await shown();
  return performance.now() - before;
};

/** The address of the finding in the first row. */
const firstFinding = async (page: Page): Promise<string> =>
  (await page.locator('tbody tr a').first().getAttribute('href')) ?? '';

const change = async (page: Page, act: () => Promise<unknown>): Promise<number> => {
  const before = await firstFinding(page);
  const another = page.locator(`tbody tr:first-child a:not([href="${before}"])`).first();
  return timed(act, () => another.waitFor());
};

/** Begins anew with the whole register. */
const open = async (page: Page, url: string): Promise<void> => {
  await page.goto(`${url}/findings`);
  await page.locator('tbody tr a').first().waitFor();
};

const filterField = (page: Page) => page.getByRole('searchbox').or(page.getByRole('textbox')).first();

interface Scroll {
  readonly frames: number;
  /** Milliseconds. */
  readonly longest: number;
  /** Frames that came later than one of 50 a second would. */
  readonly late: number;
}

/** Scrolls down and up by the wheel while every frame is noted. */
const scroll = async (page: Page): Promise<Scroll> => {
  await page.mouse.move(640, 500);
  await page.evaluate(`(() => {
    window.frames_ = [];
    let last = performance.now();
    const note = (now) => {
      window.frames_.push(now - last);
      last = now;
      window.noting = requestAnimationFrame(note);
    };
    window.noting = requestAnimationFrame(note);
  })()`);
  for (const step of [1, -1, 1, -1])
    for (let turn = 0; turn < 15; turn += 1) {
      await page.mouse.wheel(0, step * 120);
      await page.waitForTimeout(16);
    }
  const frames = await page.evaluate<number[]>('cancelAnimationFrame(window.noting), window.frames_');
  return { frames: frames.length, longest: Math.max(...frames), late: frames.filter((each) => each > 40).length };
};

interface Timed {
  readonly open: number;
  readonly filter: number;
  readonly sort: number;
  readonly turn: number;
  readonly longestFrame: number;
  readonly lateFrames: number;
}

const measure = async (person: Person, url: string, words: string): Promise<Timed> => {
  const { page } = person;
  const opened = await timed(
    () => page.goto(`${url}/findings`),
    () => page.locator('tbody tr a').first().waitFor(),
  );
  const filter = await change(page, () => filterField(page).pressSequentially(words));
  await open(page, url);
  // By a key: the header that stays in sight lies over the table's own.
  const sort = await change(page, () =>
    page.getByRole('columnheader', { name: /^Due/ }).getByRole('button').first().press('Enter'),
  );
  await open(page, url);
  const turn = await change(page, () =>
    page
      .getByRole('button', { name: /next page/i })
      .first()
      .press('Enter'),
  );
  await open(page, url);
  const { longest, late } = await scroll(page);
  return { open: opened, filter, sort, turn, longestFrame: longest, lateFrames: late };
};

const measureRuns = async (
  person: Person,
  url: string,
  runs: number,
  findings: number,
  factor: number,
): Promise<Timed> => {
  await person.slow(factor);
  const all: Timed[] = [];
  // Other words each time: no answer is known from before.
  for (let run = 0; run < runs; run += 1)
    all.push(await measure(person, url, `sample ${Math.floor(findings / 2) + run}`));
  await person.slow(1);
  return medians(all);
};

/** How the register answers with so many findings in it. */
export const register = async (person: Person, url: string, runs: number, findings: number): Promise<Figure> => {
  const fast = await measureRuns(person, url, runs, findings, 1);
  const slow = await measureRuns(person, url, runs, findings, slowDown);
  const row = (what: string, timed: Timed) => [what, ...Object.values(timed)] as const;
  return {
    name: 'webRegister',
    title: `Register of ${findings} findings`,
    explanation: [
      `From the last key or the click until the rows are there; median of ${runs}, in ms. The pause after typing counts.`,
      'Scrolling by the wheel, down and up: the longest frame in ms, and how many took more than 40 ms.',
    ],
    columns: ['processor', 'open', 'filter', 'sort', 'next page', 'longest frame', 'late frames'],
    rows: [row('as it is', fast), row(`${slowDown} times slower`, slow)],
    data: { findings, fast, slow },
    breaches: [],
  };
};
