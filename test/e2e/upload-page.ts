import type { Locator, Page } from 'playwright-core';
import { ids } from '#functions/link-pages/script/contract.ts';
import type { Stand } from '../../shared/upload/stand.ts';
import type { Chosen } from './files.ts';

/** The upload page as its script makes it. */
export const uploadPageOf = (page: Page) => {
  const section = page.locator(`#${ids.upload}`);
  const field = section.getByLabel(/^Choose /);
  const row = (name: string): Locator => section.getByRole('listitem').filter({ hasText: name });
  return {
    section,
    /** The server's own list. */
    uploaded: page.locator(`#${ids.uploaded}`),
    place: section.locator('.drop'),
    field,
    row,
    choose: (files: Chosen | Chosen[] | string): Promise<void> => field.setInputFiles(files),
    /** Resolves when the file stands there. */
    stands: async (name: string, at: Stand['at'], timeout = 30_000): Promise<Locator> => {
      const found = section.locator(`[data-stand="${at}"]`).filter({ hasText: name });
      await found.waitFor({ timeout });
      return found;
    },
    /** What was read out to who cannot see the page. */
    readOut: (): Promise<string[]> => section.getByRole('status').locator('p').allTextContents(),
  };
};
