import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtInPolicies } from '#domain/policy/built-in/index.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { exampleOrganization } from '#local/organization.ts';
import { type House, openHouse } from './house.ts';

let house: House;
const policy: Policy = {
  ...builtInPolicies['working-days'],
  name: 'ours',
  region: 'CH-ZH',
  closedOn: ['2026-04-03', '2026-04-06'],
  holidays: { from: '2026-01-01', until: '2026-12-31' },
};
beforeAll(async () => {
  house = await openHouse({ settings: { ...exampleOrganization, policy } });
}, 60_000);
afterAll(() => house.close());

const ask = <T>(path: string) => house.people.owner.call<T>('GET', path);

describe('the policy in force', () => {
  it('is shown to everybody, whole', async () => {
    expect(await ask('/policy')).toEqual(policy);
  });

  it('explains every date', async () => {
    expect(await ask('/policy/explained?grade=major&received=2026-03-30&lastDay=2026-03-20')).toMatchObject({
      policy: 'ours',
      grade: 'major',
      anchors: { lastDay: { on: '2026-03-20' }, closeOfAudit: { on: '2026-03-20', standIn: 'last-day' } },
      due: {
        plan: {
          on: '2026-04-15',
          steps: [
            { step: 'counted', days: 10, count: 'working', from: 'report-received', since: '2026-03-30' },
            { step: 'passed-over', dates: ['2026-04-03', '2026-04-06'] },
          ],
        },
      },
      closedOn: ['2026-04-03', '2026-04-06'],
    });
  });

  it('takes a stage 2 by its six months', async () => {
    const asked = '/policy/explained?grade=major&received=2026-03-30&lastDay=2026-03-20';
    expect(await ask(`${asked}&stage2=true`)).toMatchObject({ cap: { on: '2026-09-20', reason: 'six-months' } });
    expect(await ask(`${asked}&stage2=false`)).not.toHaveProperty('cap');
  });

  it.each([
    ['grade', 'grade=ofi&received=2026-03-09'],
    ['received', 'grade=major'],
    ['received', 'grade=major&received=2206-03-09'],
    ['closing', 'grade=major&received=2026-03-09&closing=2026-02-30'],
    ['stage2', 'grade=major&received=2026-03-09&stage2=perhaps'],
    ['region', 'grade=major&received=2026-03-09&region=CH'],
  ])('names what it cannot take: %s', async (field, query) => {
    await expect(ask(`/policy/explained?${query}`)).rejects.toMatchObject({ status: 400, problem: { field } });
  });
});
