import type { Page } from 'playwright-core';

/** Shows the page in the other theme, as the button for it does; also where a dialog lies over that button. */
export const turnTheme = async (page: Page, theme: 'light' | 'dark'): Promise<void> => {
  await page.emulateMedia({ colorScheme: theme });
  await page.evaluate(`document.body.classList.toggle('awsui-dark-mode', ${theme === 'dark'})`);
};
