import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WebSettings } from '#contracts/web-settings.ts';
import { type House, openHouse } from '../../integration/house.ts';
import { visitors } from '../visitors.ts';
import { type AtWork, signIn } from './person.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const visit = visitors();

const signOut = async ({ page, press }: AtWork): Promise<void> => {
  await press('Ines Moreau');
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
};
const tokensIn = ({ page }: AtWork): Promise<string> =>
  page.evaluate("Object.keys(sessionStorage).filter((key) => key.startsWith('oidc.user')).join()");

test('who signs out is asked again who they are, and the token stands in no address', async () => {
  const ines = await signIn(visit, house, 'Ines Moreau');
  const addresses: string[] = [];
  ines.page.on('request', (request) => addresses.push(request.url()));
  expect(await tokensIn(ines)).not.toBe('');
  await signOut(ines);
  await ines.page.getByRole('button', { name: /^Omar Haddad/ }).waitFor();
  expect(addresses.join()).toMatch(/sign-out/);
  expect(addresses.join()).not.toMatch(/eyJ/);
});

test('signing out ends where the settings say, as with Cognito, whose description of itself does not', async () => {
  const ines = await signIn(visit, house, 'Ines Moreau');
  await ines.page.route('**/settings.json', async (route) => {
    const response = await route.fetch();
    const settings = (await response.json()) as WebSettings;
    const leads: WebSettings = { ...settings, signOut: `${house.url}/local/mailbox?signed=out` };
    await route.fulfill({ response, json: leads });
  });
  await ines.page.reload();
  await ines.page.getByRole('heading', { level: 1, name: 'My work' }).waitFor();
  await signOut(ines);
  await ines.page.waitForURL(/\?signed=out$/);
  expect(await tokensIn(ines)).toBe('');
});
