import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FindingView } from '#contracts/http.ts';
import { sample } from '#local/sample/people.ts';
import { give, handIn, issue, openAudit, view } from '../../integration/findings.ts';
import { type House, openHouse } from '../../integration/house.ts';
import { textFile } from '../files.ts';
import { visitors } from '../visitors.ts';
import { type AtWork, signIn, upload } from './person.ts';

/* What is decided beside the plain way of a finding: the API brings it there, people click from there on. */

const visit = visitors();
const audit = '2026-surveillance';
let house: House;

beforeAll(async () => {
  house = await openHouse();
  await openAudit(house.people.ismsManager, audit);
});
afterAll(() => house.close());

const inReview = async (number: string): Promise<string> => {
  const finding = await issue(house, audit, number);
  await handIn(house, finding);
  return finding;
};
const asItStands = async (finding: string): Promise<FindingView['finding']> =>
  (await view(house.people.ismsManager, finding)).finding;

const dialogOf = ({ page }: AtWork) => page.getByRole('dialog');
const reads = (person: AtWork, text: string | RegExp): Promise<void> =>
  person.page.getByText(text).filter({ visible: true }).first().waitFor();
const offers = (person: AtWork, command: string): Promise<void> =>
  expect.poll(() => person.offered()).toContain(command);
/** Sends the form that is open; it closes once it is taken. */
const send = async (person: AtWork, command: string): Promise<void> => {
  await person.press(command);
  await dialogOf(person).waitFor({ state: 'detached' });
};

test('the ISMS manager copies an acceptance from the certification body’s letter, which becomes evidence', async () => {
  const finding = await inReview('NC-01');
  const manager = await signIn(visit, house, sample.ismsManager.name);
  await manager.open('NC-01');
  expect(await manager.offered()).toContain('Record an acceptance');
  await manager.press('Record an acceptance');
  await manager.field('Documents').waitFor();
  await manager.press('Record an acceptance');
  await dialogOf(manager).getByText('4 things are missing').first().waitFor();
  await manager.fill('Who decided for the certification body', sample.leadAuditor.name);
  await manager.fill('Decided on', '2026-03-09');
  await upload(manager.page, textFile('decision.txt', 'We accept the plan.'));
  await dialogOf(manager).getByRole('button', { name: 'decision.txt' }).waitFor();
  await manager.field('Documents').check();
  expect(await dialogOf(manager).getByText('Fill this in.').count()).toBe(0);
  await send(manager, 'Record an acceptance');
  await manager.stands('Evidence of correction: Awaited');
  await reads(manager, /^Decided by Lena Fischer on .*9.*2026, document decision\.txt/);
  expect(await asItStands(finding)).toMatchObject({
    rounds: [{ outcome: 'accepted', via: 'transcription', transcription: { fileName: 'decision.txt' } }],
  });
});

test('who typed a decision while somebody else was at work reads both, and sends it all the same', async () => {
  const finding = await inReview('NC-02');
  const lead = await signIn(visit, house, sample.leadAuditor.name);
  lead.expectsInConsole(/409|412/);
  await lead.open('NC-02');
  await lead.press('Return');
  await lead.field('The scope is incomplete').check();
  await lead.fill('Comment', 'And the mail archive?');
  await lead.field('Documents').check();
  await give(house, house.people.ismsManager, finding, 'assign', { owner: sample.secondOwner.email });
  await lead.press('Return');
  const dialog = dialogOf(lead);
  await dialog.getByText('Somebody was faster').first().waitFor();
  await dialog.locator('[data-side="since"]').getByText(sample.secondOwner.email).first().waitFor();
  await dialog.locator('[data-side="yours"]').getByText('And the mail archive?').waitFor();
  await send(lead, 'Send it all the same');
  await lead.stands('Awaited');
  await reads(lead, 'And the mail archive?');
  await reads(lead, /The scope is incomplete/);
  expect(await asItStands(finding)).toMatchObject({
    owner: sample.secondOwner.email,
    rounds: [{ outcome: 'returned' }],
  });
});

test('who wrote a plan while the finding was regraded reads both, and hands it in all the same', async () => {
  const finding = await inReview('NC-03');
  await give(house, house.people.leadAuditor, finding, 'return', {
    codes: ['scope-incomplete'],
    comment: 'And the mail archive?',
    means: 'documents',
  });
  const owner = await signIn(visit, house, sample.owner.name);
  owner.expectsInConsole(/409|412/);
  await owner.open('NC-03');
  const typed = 'All other backup jobs, and the mail archive.';
  await owner.fill('Where did you look?', typed);
  await give(house, house.people.leadAuditor, finding, 'regrade', { grade: 'minor', reason: 'One system only.' });
  await owner.press('Hand in');
  const stage = owner.page.locator('#stage');
  await stage.getByText('Somebody was faster').first().waitFor();
  await stage.locator('[data-side="since"]').getByText('One system only.').waitFor();
  await stage
    .locator('[data-side="yours"]')
    .getByRole('button', { name: /^Show it/ })
    .click();
  await stage.locator('[data-side="yours"]').getByText(typed).waitFor();
  await owner.press('Send it all the same');
  await owner.stands('With the certification body');
  await reads(owner, typed);
  expect(await owner.page.getByText(/draft/i).filter({ visible: true }).count()).toBe(0);
});

test('an extension is asked for by the owner and granted by the lead auditor, and the steps show the new date', async () => {
  const finding = await issue(house, audit, 'NC-04');
  const owner = await signIn(visit, house, sample.owner.name);
  const lead = await signIn(visit, house, sample.leadAuditor.name);
  await lead.open('NC-04');
  expect(await lead.offered()).not.toContain('Decide on the extension');
  await owner.open('NC-04');
  await owner.press('Ask for an extension');
  await owner.fill('New due date', '2026-04-03');
  await owner.fill('Reason', 'The supplier delivers a week later.');
  await send(owner, 'Ask for an extension');
  await reads(owner, 'An extension was asked for');
  await offers(lead, 'Decide on the extension');
  await lead.press('Decide on the extension');
  await dialogOf(lead).getByText('The supplier delivers a week later.').waitFor();
  await dialogOf(lead)
    .getByText(/3 Apr.* 2026 \(11 days later\)/)
    .waitFor();
  await lead.field('Grant it').check();
  await lead.fill('Reason', 'It is the supplier’s doing.');
  await send(lead, 'Decide on the extension');
  const steps = owner.page.getByLabel('Stages', { exact: true });
  await steps.getByText(/due on 3 Apr.* 2026/i).waitFor();
  await owner.page.getByRole('button', { name: 'Due dates that were changed (1)' }).click();
  await reads(owner, /^23 Mar.* 2026 → 3 Apr.* 2026$/);
  expect(await owner.page.getByText('An extension was asked for').filter({ visible: true }).count()).toBe(0);
  expect(await asItStands(finding)).toMatchObject({ due: { plan: '2026-04-03' }, extensionsGranted: 1 });
});

test('the lead auditor follows one proposal and leaves another a minor, from the page of the audit', async () => {
  const minors = ['NC-11', 'NC-12', 'NC-13', 'NC-14'];
  const requirements = [{ framework: 'ISO/IEC 27001:2022', id: 'A.5.18' }];
  const findings: string[] = [];
  for (const number of minors) findings.push(await issue(house, audit, number, { grade: 'minor', requirements }));
  const [first = '', second = ''] = findings;
  const lead = await signIn(visit, house, sample.leadAuditor.name);
  const seeProposals = async (count: number): Promise<void> => {
    await lead.page.getByRole('link', { name: 'Audits', exact: true }).click();
    await lead.page.locator('table').getByRole('link').first().click();
    await reads(lead, `${count} minors may be majors`);
  };
  await seeProposals(4);
  await lead.press('Regrade NC-11 to major');
  await dialogOf(lead).getByText('4 minors on A.5.18 in this audit (NC-11, NC-12, NC-13, NC-14)').first().waitFor();
  await lead.fill('Reason', 'Four of one kind: it is the process.');
  await send(lead, 'Regrade');
  await reads(lead, 'Major');
  expect(await asItStands(first)).toMatchObject({ grade: 'major' });

  await seeProposals(3);
  expect(await lead.page.getByRole('button', { name: 'Regrade NC-11 to major' }).count()).toBe(0);
  await lead.press('Leave NC-12 a minor');
  await dialogOf(lead).getByText('3 minors on A.5.18 in this audit (NC-12, NC-13, NC-14)').first().waitFor();
  await lead.fill('Reason', 'Another system, and another cause.');
  await send(lead, 'Refuse the proposed regrade');
  await expect.poll(() => lead.offered()).not.toContain('Refuse the proposed regrade');
  expect(await asItStands(second)).toMatchObject({
    grade: 'minor',
    refusedRegrades: [{ because: 'minors-on-one-requirement', requirement: 'A.5.18' }],
  });
  await seeProposals(2);
});

test('a withdrawal is proposed by the lead auditor and confirmed by somebody else of the certification body', async () => {
  const finding = await issue(house, audit, 'NC-05');
  const lead = await signIn(visit, house, sample.leadAuditor.name);
  const decider = await signIn(visit, house, sample.decisionMaker.name);
  await lead.open('NC-05');
  await lead.press('Propose to withdraw');
  await lead.fill('Reason', 'The system is outside of the scope.');
  await send(lead, 'Propose to withdraw');
  await reads(lead, 'It is proposed to withdraw this finding');
  expect(await lead.offered()).not.toContain('Decide on the withdrawal');
  await decider.open('NC-05');
  expect(await decider.offered()).toEqual(['Decide on the withdrawal']);
  await decider.press('Decide on the withdrawal');
  await dialogOf(decider).getByText('The system is outside of the scope.').waitFor();
  await decider.field('Confirm').check();
  await decider.fill('Reason', 'The scope statement excludes it.');
  await send(decider, 'Decide on the withdrawal');
  await decider.stands('Withdrawn');
  await lead.stands('Withdrawn');
  await reads(lead, /^Withdrawn on .*9.*2026, by decision of /);
  expect(await lead.offered()).toEqual([]);
  expect(await asItStands(finding)).toMatchObject({ status: 'withdrawn' });
});

test('an appeal of the owner holds all else until somebody who took no part decides it', async () => {
  const finding = await issue(house, audit, 'NC-06');
  const owner = await signIn(visit, house, sample.owner.name);
  const decider = await signIn(visit, house, sample.secondDecisionMaker.name);
  await owner.open('NC-06');
  await owner.press('Appeal');
  await owner.fill('Grounds', 'It was one system, for one night.');
  await send(owner, 'Appeal');
  await reads(owner, 'An appeal is under way');
  expect(await owner.offered()).toEqual([]);
  await decider.open('NC-06');
  expect(await decider.offered()).toEqual(['Decide the appeal']);
  await decider.press('Decide the appeal');
  await dialogOf(decider).getByText('It was one system, for one night.').waitFor();
  await decider.field('Regraded to minor').check();
  await decider.fill('Reason', 'A lapse, and no failing of the system.');
  await send(decider, 'Decide the appeal');
  await owner.page.getByText('An appeal is under way').waitFor({ state: 'detached' });
  await reads(owner, /^Minor/);
  await reads(owner, 'A lapse, and no failing of the system.');
  await offers(owner, 'Ask for an extension');
  const decided = await asItStands(finding);
  expect(decided).toMatchObject({ grade: 'minor', status: 'awaiting' });
  expect(decided).not.toHaveProperty('appeal');
});
