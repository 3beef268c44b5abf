import type { APIResponse } from 'playwright-core';
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

/** What the tab holds of its session, as the OpenID Connect client keeps it. */
const kept = ({ page }: AtWork): Promise<{ key: string; user: { refresh_token: string; expires_at: number } }> =>
  page.evaluate(`(() => {
    const [key, user] = Object.entries(sessionStorage).find(([name]) => name.startsWith('oidc.user'));
    return { key, user: JSON.parse(user) };
  })()`);

const renewal = ({ page }: AtWork, token: string): Promise<APIResponse> =>
  page.request.post(`${house.url}/local/oidc/token`, {
    form: { grant_type: 'refresh_token', client_id: 'redress', refresh_token: token },
  });

test('a session whose token has ended is renewed, and nobody is asked', async () => {
  const ines = await signIn(visit, house, 'Ines Moreau');
  const { key, user } = await kept(ines);
  const ended = JSON.stringify({ ...user, expires_at: 1 });
  await ines.page.evaluate(`sessionStorage.setItem(${JSON.stringify(key)}, ${JSON.stringify(ended)})`);
  await ines.page.reload();
  await ines.page.getByRole('heading', { level: 1, name: 'My work' }).waitFor();
  expect((await kept(ines)).user.expires_at).toBeGreaterThan(1);
});

test('who signs out ends the session everywhere: what would renew it is good no more', async () => {
  const ines = await signIn(visit, house, 'Ines Moreau');
  const { user } = await kept(ines);
  expect((await renewal(ines, user.refresh_token)).status()).toBe(200);
  await signOut(ines);
  await ines.page.getByRole('button', { name: /^Omar Haddad/ }).waitFor();
  expect(await (await renewal(ines, user.refresh_token)).json()).toMatchObject({ error: 'invalid_grant' });
});

test('while somebody leaves, nothing is asked without them, and nobody is signed in again', async () => {
  const ines = await signIn(visit, house, 'Ines Moreau');
  const asked: string[] = [];
  // The pages ask every two seconds: longer than that takes the way out here.
  await ines.page.route('**/revoke', async (route) => {
    await new Promise((resume) => setTimeout(resume, 3000));
    ines.page.on('request', (request) => asked.push(request.url()));
    await route.continue();
  });
  await ines.page.route('**/sign-out?*', async (route) => {
    await new Promise((resume) => setTimeout(resume, 3000));
    await route.continue();
  });
  await signOut(ines);
  await ines.page.getByRole('button', { name: /^Omar Haddad/ }).waitFor();
  expect(asked.filter((address) => address.includes('/api/'))).toEqual([]);
});

test('whose session cannot be ended there leaves all the same', async () => {
  const ines = await signIn(visit, house, 'Ines Moreau');
  ines.expectsInConsole(/ERR_FAILED/);
  await ines.page.route('**/revoke', (route) => route.abort());
  await signOut(ines);
  await ines.page.getByRole('button', { name: /^Omar Haddad/ }).waitFor();
  expect(await tokensIn(ines)).toBe('');
});

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
