import type { Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import type * as z from 'zod';
import type { LinkMade, MakeLink } from '#contracts/http.ts';
import { ids } from '#functions/link-pages/script/contract.ts';
import { sample } from '#local/sample/people.ts';
import type { House } from '../integration/house.ts';

export type Made = z.infer<typeof LinkMade>;

/** Somebody at the certification body who is in no directory. */
export const stranger = 'sam.auditor@cb.example';

/** Makes a link as the ISMS manager does. */
export const makeLink = (
  { people }: Pick<House, 'people'>,
  audit: string,
  wish: Omit<z.input<typeof MakeLink>, 'email'> & { readonly email?: string },
): Promise<Made> => people.ismsManager.call('POST', `/audits/${audit}/links`, { body: { email: stranger, ...wish } });

/** The texts of the mail that somebody got, newest first: from the mailbox, as it travelled. */
const mailFor = async ({ url }: Pick<House, 'url'>, email: string): Promise<string[]> => {
  const { mail } = (await (await fetch(`${url}/local/mail`)).json()) as { mail: { id: string; to: string }[] };
  const own = mail.filter(({ to }) => to === email);
  return Promise.all(
    own.map(async ({ id }) => {
      const mime = await (await fetch(`${url}/local/mail/${id}`)).arrayBuffer();
      return (await PostalMime.parse(mime)).text ?? '';
    }),
  );
};

const firstIn = (texts: readonly string[], pattern: RegExp, what: string): string => {
  for (const text of texts) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error(`no mail holds ${what}`);
};

/** The address in the newest mail that brought somebody a link. */
export const linkIn = async (house: Pick<House, 'url'>, email: string): Promise<string> =>
  firstIn(await mailFor(house, email), /(https?:\/\/\S+\/links\/\S+)/, 'a link');

/** The newest one-time code that was mailed to somebody. */
export const codeIn = async (house: Pick<House, 'url'>, email: string): Promise<string> =>
  firstIn(await mailFor(house, email), /code is (\d{6})\b/, 'a code');

/** A code of six digits that is not this one. */
export const anotherThan = (code: string): string => (code === '000000' ? '111111' : '000000');

export const sendCode = (page: Page): Promise<void> => page.locator(`#${ids.sendCode} button`).click();

export const giveCode = async (page: Page, code: string): Promise<void> => {
  await page.getByLabel('One-time code').fill(code);
  await page.locator(`#${ids.giveCode} button`).click();
};

/** Goes to a link from the mail, has a code sent, and gives it. */
export const openByMail = async (house: Pick<House, 'url'>, page: Page, email: string = stranger): Promise<void> => {
  await page.goto(await linkIn(house, email));
  await sendCode(page);
  await giveCode(page, await codeIn(house, email));
  await page.locator(`#${ids.giveCode}`).waitFor({ state: 'detached' });
};

export const lead = sample.leadAuditor.email;
