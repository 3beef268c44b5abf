import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAudit } from '../../integration/findings.ts';
import { type House, openHouse } from '../../integration/house.ts';
import { textFile } from '../files.ts';
import { lead as leadAddress, openByMail } from '../links.ts';
import { visitors } from '../visitors.ts';
import { expectAccessibleInBothThemes } from './axe.ts';
import { type AtWork, signIn } from './person.ts';
import { writeCorrection, writePlan, writeRemediation } from './stage-forms.ts';

const visit = visitors();
const audit = '2026-stage-2';
let house: House;

const report = textFile(
  'report.csv',
  [
    'Finding no.,Grade,Requirement,Statement of nonconformity,Owner',
    'NC-01,Major,A.8.13,Backups are written every night and were never restored.,omar.haddad@example.org',
    'NC-02,Minor,A.5.18,Access of two leavers was not removed.,',
  ].join('\n'),
);

beforeAll(async () => {
  house = await openHouse();
  await openAudit(house.people.ismsManager, audit);
});
afterAll(() => house.close());

/** Uploads the report, mends the row that lacks an owner, and has the findings issued. */
const importReport = async (manager: AtWork): Promise<void> => {
  const { page } = manager;
  await page.getByRole('link', { name: 'Audits', exact: true }).click();
  await page.locator('table').getByRole('link').first().click();
  await page
    .getByRole('button', { name: 'Import a report' })
    .or(page.getByRole('link', { name: 'Import a report' }))
    .first()
    .click();
  await page.locator('input[type="file"]').setInputFiles([report]);
  await page.getByText('NC-02').first().waitFor();
  await manager.fill('Owner of NC-02', 'petra.lind@example.org');
  await page.keyboard.press('Escape');
  await manager.press('Next');
  await page.getByText('2 findings will be issued').waitFor();
  await manager.press('Issue the findings');
  await page.getByText('The findings are issued').waitFor();
};

/** Makes a link by which the lead auditor reviews a finding without signing in. */
const sendReviewLink = async (manager: AtWork): Promise<void> => {
  const { page } = manager;
  await page.goto(`${house.url}/audits/${audit}/links`);
  await manager.press('Make a link');
  await manager.choose('Purpose', 'Review a finding');
  await manager.fill('For', leadAddress);
  await page.keyboard.press('Escape');
  await manager.choose('Finding', 'NC-01');
  await manager.press('Make a link');
  await page.getByText('The link was made and sent').waitFor();
};

const accept = async (lead: AtWork): Promise<void> => {
  await lead.press('Accept');
  await lead.field('Documents').check();
  await lead.press('Accept');
};

test('a major goes from the report to Closed by clicks, with four people in four browsers and an auditor by link', async () => {
  const manager = await signIn(visit, house, 'Ines Moreau');
  await importReport(manager);
  const owner = await signIn(visit, house, 'Omar Haddad');
  const lead = await signIn(visit, house, 'Lena Fischer');
  const auditor = await signIn(visit, house, 'Iris Vogt');

  await owner.open('NC-01');
  expect(await owner.offered()).toEqual(['Ask for an extension', 'Appeal']);
  await expectAccessibleInBothThemes(owner.page);
  await writePlan(owner);

  // What is typed outlives a reload, and what is missing is named at its field.
  await owner.page.reload();
  await owner.field('Cause C1').waitFor();
  expect(await owner.field('Cause C1').inputValue()).toMatch(/^Nobody was named/);
  await owner.press('Hand in');
  await owner.page.getByText('Add who approved the plan.').first().waitFor();
  await owner.fill('Who approved the plan', 'ines.moreau@example.org');
  await owner.press('Hand in');
  await owner.stands('With the certification body');

  await lead.open('NC-01');
  expect(await lead.offered()).toEqual(['Accept', 'Return', 'Regrade', 'Propose to withdraw']);
  await lead.press('Return');
  await lead.field('The scope is incomplete').check();
  await lead.fill('Comment', 'And the mail archive?');
  await lead.field('Documents').check();
  await lead.press('Return');

  // The owner sees it come back without doing anything, with the form as it was handed in.
  await owner.stands('Awaited');
  await owner.page.getByText('And the mail archive?').first().waitFor();
  expect(await owner.field('Where did you look?').inputValue()).toBe('All other backup jobs.');
  await owner.fill('Where did you look?', 'All other backup jobs, and the mail archive.');
  await owner.press('Hand in');
  await lead.stands('With the certification body');
  await accept(lead);

  await owner.stands('Evidence of correction: Awaited');
  await writeCorrection(owner);
  await owner.press('Hand in');
  await lead.stands('Evidence of correction: With the certification body');

  // This time without an account: by a link that the ISMS manager makes.
  await sendReviewLink(manager);
  const byLink = await visit({ url: house.url });
  await openByMail(house, byLink.page, leadAddress);
  await byLink.page.getByText('The log shows that each system was restored whole.').waitFor();
  await byLink.page.locator('#accept').getByRole('button').click();

  await owner.stands('Evidence of remediation: Awaited');
  await writeRemediation(owner);
  await owner.press('Hand in');
  await auditor.open('NC-01');
  await auditor.stands('With the internal auditor');
  expect(await auditor.offered()).toEqual(['Verify']);
  await auditor.press('Verify');
  await auditor.field('Confirm').check();
  await auditor.fill('Statement', 'I saw the logs and asked two administrators.');
  await auditor.press('Verify');
  await lead.stands('Evidence of remediation: With the certification body');
  await accept(lead);
  await owner.stands('Closed');

  await owner.page.getByRole('link', { name: 'Trail' }).click();
  await owner.page.getByText('The chain is whole').waitFor();
  await expectAccessibleInBothThemes(owner.page);
});
