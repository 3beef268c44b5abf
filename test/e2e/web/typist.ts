import type { FileChooser, Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Visitor, VisitorOptions } from '../visitors.ts';

/** Somebody who has a keyboard and nothing else: every place is reached by Tab. */
export interface Typist extends Visitor {
  /** Goes on by Tab until the focus is there, and seen to be there. */
  to(target: Locator): Promise<void>;
  /** Goes to a button or a link and presses it. */
  press(name: string): Promise<void>;
  type(label: string, text: string): Promise<void>;
  /** Goes to the first of some choices, and on by the arrows to one of them. */
  choose(label: string, stepsDown?: number): Promise<void>;
  /** Takes the first of a list that opens. */
  pick(label: string): Promise<void>;
  /** Goes to the next place for files, has the dialog of the device opened, and chooses a file there. */
  upload(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void>;
}

/** More places than any page has: who comes round to the beginning twice will not find it. */
const mostStops = 260;

const typistAt = (visitor: Visitor): Typist => {
  const { page } = visitor;
  // From the beginning: the first key on a place for files would open the dialog of this very machine else.
  const dialogs: FileChooser[] = [];
  page.on('filechooser', (dialog) => dialogs.push(dialog));
  const focused = page.locator(':focus-visible');
  const to = async (target: Locator): Promise<void> => {
    await target.first().waitFor();
    const there = target.and(focused);
    for (let stops = 0; stops < mostStops; stops += 1) {
      if ((await there.count()) > 0) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not get to ${target}`);
  };
  const named = (name: string): Locator =>
    page.getByRole('button', { name, exact: true }).or(page.getByRole('link', { name, exact: true }));
  const labelled = (label: string): Locator => page.getByLabel(label, { exact: true });
  return {
    ...visitor,
    to,
    press: async (name) => {
      await to(named(name));
      await page.keyboard.press('Enter');
    },
    type: async (label, text) => {
      await to(labelled(label));
      await page.keyboard.type(text);
    },
    choose: async (label, stepsDown = 0) => {
      await to(labelled(label));
      await page.keyboard.press('Space');
      for (let step = 0; step < stepsDown; step += 1) await page.keyboard.press('ArrowDown');
    },
    pick: async (label) => {
      await to(labelled(label));
      await page.keyboard.press('Enter');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
    },
    upload: async (file) => {
      await to(page.locator('input[type="file"]'));
      await page.keyboard.press('Enter');
      await expect.poll(() => dialogs.length).toBe(1);
      await dialogs.pop()?.setFiles([file]);
      await page.getByText(`${file.name} is evidence now`).last().waitFor();
    },
  };
};

/** Signs somebody in by keys. */
export const signInByKeys = async (
  visit: (options: VisitorOptions) => Promise<Visitor>,
  { url }: { readonly url: string },
  email: string,
): Promise<Typist> => {
  const visitor = await visit({ url, locale: 'en-GB' });
  const typist = typistAt(visitor);
  await visitor.page.goto(url);
  await typist.to(visitor.page.getByRole('button', { name: email }));
  await visitor.page.keyboard.press('Enter');
  await visitor.page.getByRole('heading', { level: 1, name: 'My work' }).waitFor();
  return typist;
};
