import { png, textFile } from '../files.ts';
import { type AtWork, upload } from './person.ts';

export const writePlan = async (owner: AtWork): Promise<void> => {
  await owner.field('What').waitFor();
  await owner.fill('What', 'Restore one backup of every system.');
  await owner.fill('Who', 'petra.lind@example.org');
  await owner.fill('By when', '2026-03-31');
  await owner.fill('Consequences', 'No data was lost in the meantime.');
  await owner.fill('Why 1', 'Nobody was named to do it.');
  await owner.press('Add a cause');
  await owner.fill('Cause C1', 'Nobody was named to plan restores when the platform team was split.');
  await owner.field('No').check();
  await owner.fill('Where did you look?', 'All other backup jobs.');
  await owner.press('Add an action');
  await owner.fill('What', 'Name an owner of restores and put a test in the calendar each quarter.');
  await owner.fill('Responsible', 'petra.lind@example.org');
  await owner.fill('Due', '2026-04-20');
  await owner.choose('Removes the causes', 'C1');
  await owner.fill('How success will be seen', 'Two tests in a row are done on time.');
  await owner.fill('Risk and impact of the change', 'An hour at night.');
  await owner.fill('Changes to the ISMS, or that there are none', 'POL-BKP gets a section on restores.');
};

export const writeCorrection = async (owner: AtWork): Promise<void> => {
  await owner.fill('The requirement affected', 'A.8.13 Information backup');
  await owner.fill('The proof that it is corrected', 'The log of the restore.');
  await owner.fill('The statement', 'The log shows that each system was restored whole.');
  await owner.fill('Corrected on', '2026-03-09');
  await owner.field('All instances').check();
  await upload(owner.page, textFile('restore.txt', 'restored: 11 of 11'), png('screen.png'));
};

export const writeRemediation = async (owner: AtWork): Promise<void> => {
  await owner.fill('Done on', '2026-03-09');
  await owner.fill('Done by', 'petra.lind@example.org');
  await owner.page
    .locator('input[type="file"]')
    .first()
    .setInputFiles([textFile('calendar.txt', 'each quarter')]);
  await owner.page.getByText('calendar.txt is evidence now').waitFor();
  await owner.fill('How it is known to be gone', 'An owner is named and did two tests.');
  await owner.fill('Criterion', 'Every system restored within a quarter.');
  await owner.fill('Method', 'Sampling of the restore logs.');
  await owner.fill('Sample, or period observed', 'Five of eleven systems.');
  await owner.fill('Result', 'All five restored.');
  await owner.fill('By whom', 'ines.moreau@example.org');
  await owner.fill('Changes made to the ISMS, or that there are none', 'POL-BKP v4, section 6.');
};
