import { afterAll, beforeAll, test } from 'vitest';
import { issue, openAudit } from '../../integration/findings.ts';
import { type House, openHouse } from '../../integration/house.ts';
import { textFile } from '../files.ts';
import { visitors } from '../visitors.ts';
import { signInByKeys, type Typist } from './typist.ts';

const visit = visitors();
let house: House;

beforeAll(async () => {
  house = await openHouse();
  const audit = await openAudit(house.people.ismsManager, '2026-surveillance');
  await issue(house, audit, 'NC-01', { grade: 'minor' });
});
afterAll(() => house.close());

const stands = ({ page }: Typist, text: string): Promise<void> =>
  page.locator('[data-panel="standing"]').getByText(text).waitFor();

const writePlan = async (owner: Typist): Promise<void> => {
  await owner.type('What', 'Restore one backup.');
  await owner.type('Who', 'petra.lind@example.org');
  await owner.type('By when', '2026-03-31');
  await owner.type('Consequences', 'None.');
  await owner.type('Why 1', 'Nobody was named to do it.');
  await owner.press('Add a cause');
  await owner.type('Cause C1', 'The task was left behind when the team was split.');
  await owner.choose('Yes', 1);
  await owner.type('Where did you look?', 'All other backup jobs.');
  await owner.press('Add an action');
  // The second field of this name: the first one is that of the correction, which has its text.
  await owner.to(owner.page.getByLabel('What', { exact: true }).last());
  await owner.page.keyboard.type('Name an owner of restores.');
  await owner.type('Responsible', 'petra.lind@example.org');
  await owner.type('Due', '2026-04-20');
  await owner.pick('Removes the causes');
  await owner.type('How success will be seen', 'Two tests in a row are done on time.');
  await owner.type('Risk and impact of the change', 'An hour at night.');
  await owner.type('Changes to the ISMS, or that there are none', 'None.');
  await owner.type('Who approved the plan', 'ines.moreau@example.org');
  await owner.press('Hand in');
};

const writeCorrection = async (owner: Typist): Promise<void> => {
  await owner.type('The requirement affected', 'A.8.13');
  await owner.type('The proof that it is corrected', 'The log of the restore.');
  await owner.type('The statement', 'The system was restored whole.');
  await owner.type('Corrected on', '2026-03-09');
  await owner.choose('All instances');
  await owner.upload(textFile('restore.txt', 'restored'));
  await owner.press('Hand in');
};

const writeRemediation = async (owner: Typist): Promise<void> => {
  await owner.type('Done on', '2026-03-09');
  await owner.type('Done by', 'petra.lind@example.org');
  await owner.upload(textFile('calendar.txt', 'each quarter'));
  await owner.type('How it is known to be gone', 'An owner is named.');
  await owner.type('Criterion', 'Every system restored.');
  await owner.type('Method', 'Sampling.');
  await owner.type('Sample, or period observed', 'Five systems.');
  await owner.type('Result', 'All restored.');
  await owner.type('By whom', 'ines.moreau@example.org');
  await owner.type('Changes made to the ISMS, or that there are none', 'None.');
  await owner.press('Hand in');
};

const accept = async (lead: Typist): Promise<void> => {
  await lead.press('Accept');
  await lead.choose('Documents');
  await lead.to(lead.page.getByRole('dialog').getByRole('button', { name: 'Accept', exact: true }));
  await lead.page.keyboard.press('Enter');
  await lead.page.getByRole('dialog').waitFor({ state: 'detached' });
};

test('a finding goes from its plan to Closed by keys alone, with three people', async () => {
  const owner = await signInByKeys(visit, house, 'omar.haddad@example.org');
  const lead = await signInByKeys(visit, house, 'lena.fischer@cb.example');
  const auditor = await signInByKeys(visit, house, 'iris.vogt@example.org');

  await owner.press('NC-01');
  await writePlan(owner);
  await stands(owner, 'With the certification body');
  await lead.press('NC-01');
  await accept(lead);

  await stands(owner, 'Evidence of correction: Awaited');
  await writeCorrection(owner);
  await stands(lead, 'Evidence of correction: With the certification body');
  await accept(lead);

  await stands(owner, 'Evidence of remediation: Awaited');
  await writeRemediation(owner);
  await auditor.press('NC-01');
  await stands(auditor, 'With the internal auditor');
  await auditor.press('Verify');
  await auditor.choose('Confirm');
  await auditor.type('Statement', 'I saw the logs.');
  await auditor.to(auditor.page.getByRole('dialog').getByRole('button', { name: 'Verify', exact: true }));
  await auditor.page.keyboard.press('Enter');
  await stands(lead, 'Evidence of remediation: With the certification body');
  await accept(lead);
  await stands(owner, 'Closed');
});
