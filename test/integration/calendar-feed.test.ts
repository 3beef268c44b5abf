import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import type { CalendarMade, CalendarView, LinkList } from '#contracts/http.ts';
import type { Client } from '#local/client.ts';
import { sample } from '#local/sample/people.ts';
import { readIcs } from '../ics.ts';
import { give, handIn, issue, openAudit, pass } from './findings.ts';
import { type House, openHouse } from './house.ts';
import { textOf, visit } from './link-visitors.ts';

type Made = z.infer<typeof CalendarMade>;

let house: House;
let first: string;
let second: string;
let third: string;
beforeAll(async () => {
  house = await openHouse();
  const { ismsManager } = house.people;
  await openAudit(ismsManager, 'audit-1');
  first = await issue(house, 'audit-1', 'NC-1');
  second = await issue(house, 'audit-1', 'NC-2', { owner: sample.secondOwner.email });
  third = await issue(house, 'audit-1', 'OFI-1', { grade: 'ofi' });
});
afterAll(() => house.close());

const pathOf = ({ url }: Made): string => new URL(url).pathname;
const make = (who: Client): Promise<Made> => who.call<Made>('POST', '/me/calendar', {});
const read = async (path: string) => {
  const { status, headers, text } = await visit(house).get(path);
  return { status, type: headers.get('content-type'), text };
};
const feedOf = async (who: Client) => readIcs((await read(pathOf(await make(who)))).text);
const listed = async (who: Client) =>
  (await feedOf(who)).entries.map(({ uid, on }) => `${uid.replace('@redress', '')} ${on}`);
const stagesOf = (finding: string, from = 0): string[] =>
  [
    `${finding}-c1-plan-owner 2026-03-23`,
    `${finding}-c1-correction-owner 2026-04-08`,
    `${finding}-c1-remediation-owner 2026-05-04`,
  ].slice(from);

describe('a person’s own feed', () => {
  it('is read by its address alone, as a calendar of its own name, in which nothing stands but what is due', async () => {
    const made = await make(house.people.owner);
    const { status, type, text } = await read(pathOf(made));
    expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8']);
    const { method, name, entries } = readIcs(text);
    expect([method, name]).toEqual(['PUBLISH', 'Deadlines\\, Example Ltd']);
    expect(entries[0]).toEqual({
      uid: `${first}-c1-plan-owner@redress`,
      sequence: 1,
      on: '2026-03-23',
      status: undefined,
      summary: 'NC-1: corrective action plan',
      url: `${house.url}/findings/${first}`,
      description: undefined,
      attendees: [],
    });
    // What the finding says is not for whoever comes by the address.
    expect(text.replaceAll('\r\n ', '')).not.toContain('Backups');
  });

  it('has a page that says whose deadlines, and changes nothing', async () => {
    const made = await make(house.people.owner);
    const page = await visit(house).get(pathOf(made).replace('/calendar.ics', ''));
    expect(textOf(page)).toContain('Subscribe');
    expect(textOf(page)).toContain('Deadlines, Example Ltd');
    expect((await visit(house).post(`${pathOf(made).replace('/calendar.ics', '')}/code`)).status).toBe(404);
  });

  it('lists what concerns each: owners hand in, the ISMS manager has all in view, others have nothing yet', async () => {
    const { owner, secondOwner, ismsManager, leadAuditor, internalAuditor, decisionMaker, topManagement } =
      house.people;
    expect(await listed(owner)).toEqual(stagesOf(first));
    expect(await listed(secondOwner)).toEqual(stagesOf(second));
    expect((await listed(ismsManager)).toSorted()).toEqual([...stagesOf(first), ...stagesOf(second)].toSorted());
    for (const nobody of [leadAuditor, internalAuditor, decisionMaker, topManagement])
      expect(await listed(nobody)).toEqual([]);
    expect((await listed(ismsManager)).join()).not.toContain(third);
  });

  it('follows the findings: what is handed in goes, a review comes to who leads that audit, an appeal to who decides', async () => {
    const { owner, leadAuditor, internalAuditor, decisionMaker, ismsManager } = house.people;
    await handIn(house, first);
    expect(await listed(owner)).toEqual(stagesOf(first, 1));
    expect(await listed(leadAuditor)).toEqual([`${first}-c1-plan-reviewer 2026-03-23`]);
    await give(house, leadAuditor, first, 'accept', { means: 'documents' });
    await give(house, owner, first, 'appeal', { grounds: 'The restore test of 2025 was shown.' });
    expect(await listed(decisionMaker)).toEqual([`${first}-c1-appeal 2026-03-24`]);
    await give(house, decisionMaker, first, 'decide-appeal', { outcome: 'upheld', reason: 'One system only.' });
    await pass(house, first);
    await handIn(house, first);
    expect(await listed(internalAuditor)).toEqual([`${first}-c1-remediation-verifier 2026-05-04`]);
    expect(await listed(owner)).toEqual([]);
    expect(await listed(ismsManager)).toContain(`${first}-c1-remediation-verifier 2026-05-04`);
  });

  it('speaks the language its reader has chosen', async () => {
    const { secondOwner } = house.people;
    await secondOwner.call('PUT', '/me/preferences', { body: { language: 'de' } });
    const { entries } = await feedOf(secondOwner);
    expect(entries[0]?.summary).toMatch(/^NC-2: .*[Mm]aßnahmen/);
    await secondOwner.call('PUT', '/me/preferences', { body: {} });
  });

  it('shows no more than the person may see at that moment', async () => {
    const { topManagement, administrator } = house.people;
    const { email, name } = sample.topManagement;
    const as = (...roles: string[]) => administrator.call('PUT', `/people/${email}`, { body: { name, roles } });
    const made = await make(topManagement);
    await as('isms-manager');
    expect(readIcs((await read(pathOf(made))).text).entries.length).toBeGreaterThan(0);
    await as('top-management');
    expect(readIcs((await read(pathOf(made))).text).entries).toEqual([]);
  });
});

describe('whose feed it is', () => {
  const dead = async () => (await read('/links/nothing/calendar.ics')).text;

  it('there is one: another one ends the first', async () => {
    const { secondOwner } = house.people;
    const [one, two] = [await make(secondOwner), await make(secondOwner)];
    expect(await read(pathOf(one))).toMatchObject({ status: 404, text: await dead() });
    expect((await read(pathOf(two))).status).toBe(200);
    const { link } = await secondOwner.call<z.infer<typeof CalendarView>>('GET', '/me/calendar');
    expect(link).toEqual(two.link);
    expect(link).toMatchObject({ purpose: 'calendar', status: 'open', email: sample.secondOwner.email });
    expect(link).not.toHaveProperty('audit');
  });

  it('is revoked at once, also twice, and by nobody for another', async () => {
    const { owner, secondOwner } = house.people;
    const [one, other] = [await make(owner), await make(secondOwner)];
    const revoke = () => owner.call<z.infer<typeof CalendarView>>('POST', '/me/calendar/revoke', {});
    expect([await revoke(), await revoke()]).toEqual([{}, {}]);
    expect(await read(pathOf(one))).toMatchObject({ status: 404, text: await dead() });
    expect((await read(pathOf(other))).status).toBe(200);
    expect(await owner.call('GET', '/me/calendar')).toEqual({});
  });

  it('is in no list of an audit, cannot be revoked there, and leaves no mark on any record', async () => {
    const { ismsManager } = house.people;
    const made = await make(ismsManager);
    await read(pathOf(made));
    const { links } = await ismsManager.call<z.infer<typeof LinkList>>('GET', '/audits/audit-1/links');
    expect(links).toEqual([]);
    await expect(ismsManager.call('POST', `/audits/audit-1/links/${made.link.id}/revoke`, {})).rejects.toMatchObject({
      status: 404,
    });
    for (const owner of [
      { kind: 'audit', aggregate: 'audit-1' },
      { kind: 'finding', aggregate: first },
    ] as const)
      expect((await house.system.store.accesses.of(owner)).filter(({ kind }) => kind === 'calendar-read')).toEqual([]);
    expect(house.faults).toEqual([]);
  });
});
