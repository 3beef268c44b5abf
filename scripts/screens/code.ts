import type { Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import { ids } from '#functions/link-pages/script/contract.ts';

/** The newest one-time code that was mailed to somebody. @throws where none was */
const codeFor = async (url: string, email: string): Promise<string> => {
  const { mail } = (await (await fetch(`${url}/local/mail`)).json()) as { mail: { id: string; to: string }[] };
  for (const { id } of mail.filter(({ to }) => to === email)) {
    const { text } = await PostalMime.parse(await (await fetch(`${url}/local/mail/${id}`)).arrayBuffer());
    const code = /\b(\d{6})\b/.exec(text ?? '')?.[1];
    if (code !== undefined) return code;
  }
  throw new Error(`no code was mailed to ${email}`);
};

/** Opens what a link is for, as the person whom it was sent to. */
export const giveCode = async (page: Page, url: string, email: string): Promise<void> => {
  await page.locator(`#${ids.sendCode} button`).click();
  const field = page.locator(`#${ids.giveCode} input[name="code"]`);
  await field.waitFor();
  await field.fill(await codeFor(url, email));
  await field.press('Enter');
  await field.waitFor({ state: 'detached' });
};
