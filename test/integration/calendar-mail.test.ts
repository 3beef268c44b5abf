import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sample } from '#local/sample/people.ts';
import { readIcs } from '../ics.ts';
import { give, handIn, issue, openAudit } from './findings.ts';
import { type House, openHouse } from './house.ts';

const audit = '2026-surveillance';
const { owner, secondOwner, leadAuditor, internalAuditor } = sample;

let house: House;
let finding: string;
beforeAll(async () => {
  house = await openHouse();
  await openAudit(house.people.ismsManager, audit);
  finding = await issue(house, audit, 'NC-1');
});
afterAll(() => house.close());

/** What came into somebody's calendar since it was last asked: `REQUEST c1-plan-owner 2026-03-23 #1`. */
const seen = new Set<string>();
const news = async (to: string): Promise<string[]> => {
  const entries: string[] = [];
  for (const { id } of house.system.mailbox.list().toReversed()) {
    const message = house.system.mailbox.get(id);
    if (!message || message.to !== to || seen.has(id)) continue;
    seen.add(id);
    const { attachments } = await simpleParser(Buffer.from(message.mime));
    for (const { content } of attachments.filter(({ contentType }) => contentType === 'text/calendar')) {
      const { method, entries: found } = readIcs(content.toString('utf8'));
      for (const { uid, on, sequence, attendees } of found) {
        expect(attendees).toEqual([to]);
        entries.push(`${method} ${uid.replace(`${finding}-`, '').replace('@redress', '')} ${on} #${sequence}`);
      }
    }
  }
  return entries;
};

it('a deadline comes with the mail that tells of it', async () => {
  expect(await news(owner.email)).toEqual(['REQUEST c1-plan-owner 2026-03-23 #1']);
  expect(await news(leadAuditor.email)).toEqual([]);
});

it('moves under its id, with a higher number', async () => {
  const reason = 'Our platform team is on leave.';
  await give(house, house.people.owner, finding, 'request-extension', { newDueDate: '2026-03-30', reason });
  expect(await news(owner.email)).toEqual([]);
  await give(house, house.people.leadAuditor, finding, 'decide-extension', { granted: true, reason });
  expect(await news(owner.email)).toEqual(['REQUEST c1-plan-owner 2026-03-30 #3']);
});

it('goes to another owner, and leaves the first', async () => {
  await give(house, house.people.ismsManager, finding, 'assign', { owner: secondOwner.email });
  expect(await news(owner.email)).toEqual(['CANCEL c1-plan-owner 2026-03-30 #4']);
  expect(await news(secondOwner.email)).toEqual(['REQUEST c1-plan-owner 2026-03-30 #4']);
});

it('is cancelled once it is met, also for whoever met it, and the review comes', async () => {
  await handIn(house, finding, house.people.secondOwner);
  expect(await news(secondOwner.email)).toEqual(['CANCEL c1-plan-owner 2026-03-30 #5']);
  expect(await news(leadAuditor.email)).toEqual(['REQUEST c1-plan-reviewer 2026-03-23 #6']);
  await give(house, house.people.leadAuditor, finding, 'accept', { means: 'documents' });
  expect(await news(leadAuditor.email)).toEqual(['CANCEL c1-plan-reviewer 2026-03-23 #7']);
  expect(await news(secondOwner.email)).toEqual(['REQUEST c1-correction-owner 2026-04-08 #7']);
});

it('comes to nobody who wants nothing in their calendar; the mail comes all the same', async () => {
  await house.people.secondOwner.call('PUT', '/me/preferences', { body: { calendar: 'none' } });
  const before = house.system.mailbox.list().filter(({ to }) => to === secondOwner.email).length;
  await issue(house, audit, 'NC-2', { owner: secondOwner.email });
  expect(house.system.mailbox.list().filter(({ to }) => to === secondOwner.email)).toHaveLength(before + 1);
  expect(await news(secondOwner.email)).toEqual([]);
  expect(await news(internalAuditor.email)).toEqual([]);
  expect(house.faults).toEqual([]);
});
