import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs } from '#local/client.ts';
import { sample } from '#local/sample/people.ts';
import { give, issue, openAudit, pass } from '../../integration/findings.ts';
import { type House, openHouse } from '../../integration/house.ts';
import { visitors } from '../visitors.ts';
import { type AtWork, signIn } from './person.ts';
import { writeCorrection } from './stage-forms.ts';

const visit = visitors();
const audit = '2026-surveillance';
const others = '2026-internal';
const otherLead = { email: 'lars.holm@cb.example', name: 'Lars Holm' };
let house: House;

beforeAll(async () => {
  house = await openHouse();
  const { administrator, ismsManager } = house.people;
  await administrator.call('PUT', `/people/${otherLead.email}`, {
    body: { name: otherLead.name, roles: ['lead-auditor'] },
  });
  await openAudit(ismsManager, audit);
  await openAudit(ismsManager, others, otherLead.email);
});
afterAll(() => house.close());

/** What the panel of a page says that is not for whoever opened it. */
const notForYou = /nothing at this address, or it is not for you/;

const typed = 'All eleven systems, and the mail archive.';
const typeInPlan = async (owner: AtWork): Promise<void> => {
  await owner.fill('Where did you look?', typed);
  await owner.page
    .getByText(/Draft kept/)
    .first()
    .waitFor();
};
const isStillTyped = async (owner: AtWork): Promise<void> => {
  await owner.field('Where did you look?').waitFor();
  expect(await owner.field('Where did you look?').inputValue()).toBe(typed);
};

test('what somebody else does shows within two seconds, without a reload', async () => {
  const finding = await issue(house, audit, 'NC-01');
  const owner = await signIn(visit, house, 'Omar Haddad');
  await owner.open('NC-01');
  const before = Date.now();
  await give(house, house.people.leadAuditor, finding, 'regrade', { grade: 'minor', reason: 'One system only.' });
  const given = Date.now();
  await owner.page.getByText('Regraded').filter({ visible: true }).first().waitFor();
  // Two seconds until it is asked for, and one for the answer.
  expect(Date.now() - given).toBeLessThan(3000 + (given - before));
});

const askForExtension = async (owner: AtWork): Promise<void> => {
  await owner.press('Ask for an extension');
  await owner.fill('New due date', '2026-04-03');
  await owner.fill('Reason', 'The supplier delivers a week later.');
};
const extensionIsAsked = (owner: AtWork): Promise<void> =>
  owner.page.getByText('Extension asked for').filter({ visible: true }).first().waitFor();

test('without a connection nothing is sent and nothing typed is lost; once it is back, it goes on', async () => {
  await issue(house, audit, 'NC-02');
  const owner = await signIn(visit, house, 'Omar Haddad');
  owner.expectsInConsole(/ERR_INTERNET_DISCONNECTED/);
  await owner.open('NC-02');
  await typeInPlan(owner);
  await askForExtension(owner);
  await owner.context.setOffline(true);
  await owner.press('Ask for an extension');
  const dialog = owner.page.getByRole('dialog');
  await dialog.getByText('The connection was lost').first().waitFor();
  expect(await owner.field('Reason').inputValue()).toBe('The supplier delivers a week later.');
  await owner.page.getByText('Redress cannot be reached.').first().waitFor({ state: 'attached' });
  await owner.context.setOffline(false);
  await owner.press('Ask for an extension');
  await dialog.waitFor({ state: 'detached' });
  await extensionIsAsked(owner);
  await isStillTyped(owner);
});

test('a session that ends leads to the sign-in and back to the same page, with all that was typed', async () => {
  const finding = await issue(house, audit, 'NC-03');
  const owner = await signIn(visit, house, 'Omar Haddad');
  owner.expectsInConsole(/401/);
  await owner.open('NC-03');
  await typeInPlan(owner);
  await owner.page.evaluate('sessionStorage.clear()');
  await owner.page.getByRole('button', { name: /^Omar Haddad/ }).click();
  await owner.page.getByRole('heading', { level: 1, name: 'NC-03' }).waitFor();
  expect(new URL(owner.page.url()).pathname).toBe(`/findings/${finding}`);
  await isStillTyped(owner);
});

test('who was slower sees what changed beside what they typed, and decides', async () => {
  const finding = await issue(house, audit, 'NC-04');
  const owner = await signIn(visit, house, 'Omar Haddad');
  owner.expectsInConsole(/409|412/);
  await owner.open('NC-04');
  await askForExtension(owner);
  await give(house, house.people.leadAuditor, finding, 'regrade', { grade: 'minor', reason: 'One system only.' });
  await owner.press('Ask for an extension');
  const dialog = owner.page.getByRole('dialog');
  await dialog.getByText('Somebody was faster').first().waitFor();
  await dialog.getByText('Regraded').first().waitFor();
  await dialog.getByText('The supplier delivers a week later.').first().waitFor();
  await owner.press('Send it all the same');
  await dialog.waitFor({ state: 'detached' });
  await extensionIsAsked(owner);
});

test('who hands in as soon as a file is evidence is not stopped by a list of files that comes late', async () => {
  const finding = await issue(house, audit, 'NC-09');
  await pass(house, finding);
  const owner = await signIn(visit, house, 'Omar Haddad');
  await owner.page.route(/\/evidence$/, async (route) => {
    if (route.request().method() === 'GET') await new Promise((resume) => setTimeout(resume, 1500));
    await route.continue();
  });
  await owner.open('NC-09');
  await writeCorrection(owner);
  await owner.press('Hand in');
  await owner.stands('Evidence of correction: With the certification body');
});

test('an address that is no page says so in the application, and one of the API says so to programs', async () => {
  const owner = await signIn(visit, house, 'Omar Haddad');
  await owner.page.goto(`${house.url}/findigns`);
  await owner.page.getByText(notForYou).first().waitFor();
  await owner.page.getByRole('link', { name: 'My work', exact: true }).click();
  await owner.page.getByRole('heading', { level: 1, name: 'My work' }).waitFor();
  for (const path of ['/api/nothing', '/assets/nothing.js', '/local/nothing']) {
    const answer = await owner.page.request.get(`${house.url}${path}`, { headers: { accept: 'text/html' } });
    expect({ path, status: answer.status() }).toEqual({ path, status: 404 });
  }
});

test('what is begun hides nothing of what else is missing', async () => {
  await issue(house, audit, 'NC-10');
  const owner = await signIn(visit, house, 'Omar Haddad');
  await owner.open('NC-10');
  await owner.fill('By when', '2026-03-31');
  await owner.press('Hand in');
  await owner.page.getByText('Add who approved the plan.').waitFor();
  await owner.page.getByText('Fill this in.').first().waitFor();
});

test('an owner finds nothing of another one’s finding, and no links', async () => {
  const finding = await issue(house, audit, 'NC-05', { owner: sample.secondOwner.email });
  await issue(house, audit, 'NC-06');
  const owner = await signIn(visit, house, 'Omar Haddad');
  owner.expectsInConsole(/40[34]/);
  await owner.page.getByRole('link', { name: 'Register', exact: true }).click();
  await owner.page.getByRole('link', { name: 'NC-06', exact: true }).waitFor();
  expect(await owner.page.getByRole('link', { name: 'NC-05', exact: true }).count()).toBe(0);
  for (const path of [`/findings/${finding}`, `/findings/${finding}/trail`]) {
    await owner.page.goto(`${house.url}${path}`);
    await owner.page.getByText(notForYou).first().waitFor();
  }
  await owner.page.goto(`${house.url}/audits/${audit}/links`);
  await owner.page.getByText('This page is for people with one of these roles').waitFor();
  expect(await owner.page.getByRole('button', { name: 'Make a link' }).count()).toBe(0);
});

test('a lead auditor sees the findings of the own audits alone', async () => {
  const finding = await issue(house, audit, 'NC-07');
  const other = await signInAs(house.url, otherLead.email);
  await issue({ ...house, people: { ...house.people, leadAuditor: other } }, others, 'IA-01');
  const lead = await signIn(visit, house, otherLead.name);
  lead.expectsInConsole(/40[34]/);
  await lead.page.getByRole('link', { name: 'Register', exact: true }).click();
  await lead.page.getByRole('link', { name: 'IA-01', exact: true }).waitFor();
  expect(await lead.page.getByRole('link', { name: /^NC-/ }).count()).toBe(0);
  await lead.page.goto(`${house.url}/findings/${finding}`);
  await lead.page.getByText(notForYou).first().waitFor();
});

test('a button that was forged gives no right: the API refuses what the page does not offer', async () => {
  const finding = await issue(house, audit, 'NC-08');
  const owner = await signIn(visit, house, 'Omar Haddad');
  owner.expectsInConsole(/403/);
  await owner.open('NC-08');
  expect(await owner.offered()).not.toContain('Propose to withdraw');
  const answer = await owner.page.evaluate<{ status: number; code: string }>(`(async () => {
    const kept = Object.entries(sessionStorage).find(([key]) => key.startsWith('oidc.user:'));
    const response = await fetch('/api/findings/${finding}/withdraw', {
      method: 'POST',
      headers: {
        authorization: 'Bearer ' + JSON.parse(kept[1]).id_token,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        'if-match': '"1"',
      },
      body: JSON.stringify({ reason: 'I would rather not have it.' }),
    });
    return { status: response.status, code: (await response.json()).code };
  })()`);
  expect(answer).toEqual({ status: 403, code: 'wrong-person' });
});
