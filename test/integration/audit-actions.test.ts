import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sample } from '#local/sample/people.ts';
import { stage2 } from '../builders/audit.ts';
import { type Cast, type House, openHouse } from './house.ts';

let house: House;
const team = [{ person: sample.leadAuditor.email, role: 'lead-auditor' }];
const facts = { ...stage2, team };

interface View {
  readonly version: number;
  readonly actions: readonly string[];
}
const planning = [
  'revise',
  'issue',
  'importReport',
  'confirmImport',
  'readReports',
  'seeLinks',
  'makeLinks',
  'revokeLinks',
];
const everything = [...planning, 'regrade'];

let opened: View;
beforeAll(async () => {
  house = await openHouse();
  opened = await house.people.ismsManager.call<View>('POST', '/audits', { body: { id: '2026-actions', ...facts } });
}, 60_000);
afterAll(() => house.close());

const actionsOf = async (person: keyof Cast) =>
  (await house.people[person].call<View>('GET', '/audits/2026-actions')).actions;

describe('an audit says what the reader may do with it', () => {
  it('to who opened it, at once', () => {
    expect(opened.actions).toEqual(planning);
  });

  it.each([
    ['ismsManager', planning],
    ['leadAuditor', everything],
    ['administrator', ['seeLinks', 'revokeLinks']],
    ['owner', []],
    ['topManagement', []],
  ] as const)('to %s', async (person, actions) => {
    expect(await actionsOf(person)).toEqual(actions);
  });

  it('and no longer to who has left its team', async () => {
    const { email, name } = sample.owner;
    const { administrator, ismsManager } = house.people;
    await administrator.call('PUT', `/people/${email}`, { body: { name, roles: ['lead-auditor'] } });
    const body = { ...facts, team: [{ person: email, role: 'lead-auditor' }] };
    await ismsManager.call('PUT', '/audits/2026-actions', { body, version: opened.version });
    expect(await actionsOf('owner')).toEqual(everything);
    expect(await actionsOf('leadAuditor')).toEqual([]);
  });
});
