import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atStage, eventsOf, give, issue, openAudit, view } from './findings.ts';
import { type House, openHouse } from './house.ts';
import { mailOn } from './life-looks.ts';

const audit = '2026-surveillance';

interface AuditView {
  readonly version: number;
  readonly facts: { readonly dates: Readonly<Record<string, string>> };
}

describe('the next audit is put off', () => {
  let house: House;
  let minor: string;
  let major: string;
  const remediation = async (finding: string) => atStage(await view(house.people.ismsManager, finding)).due.remediation;
  const revise = async (dates: Readonly<Record<string, string>>): Promise<void> => {
    const { ismsManager } = house.people;
    const { version, facts } = await ismsManager.call<AuditView>('GET', `/audits/${audit}`);
    const body = { ...facts, dates: { ...facts.dates, ...dates } };
    await ismsManager.call('PUT', `/audits/${audit}`, { body, version });
    await house.system.settled();
  };

  beforeAll(async () => {
    house = await openHouse();
    await openAudit(house.people.ismsManager, audit);
    minor = await issue(house, audit, 'NC-1', { grade: 'minor' });
    major = await issue(house, audit, 'NC-2');
  }, 60_000);
  afterAll(() => house.close());

  it('a minor follows, its owner is told, and the event says from when to when and why', async () => {
    const before = await remediation(minor);
    await revise({ nextAudit: '2027-05-10' });
    expect(await remediation(minor)).toBe('2027-05-10');
    const events = await eventsOf(house.people.ismsManager, minor);
    expect(events.at(-1)).toMatchObject({
      type: 'due-moved',
      actor: { role: 'system' },
      data: { dueChanges: [{ stage: 'remediation', from: before, to: '2027-05-10' }] },
    });
    expect((await mailOn(house, minor)).map(({ to, what }) => `${to}: ${what}`)).toContain('owner: due dates moved');
  });
  it('a major keeps its dates, and knows what lies ahead', async () => {
    const events = await eventsOf(house.people.ismsManager, major);
    expect(events.at(-1)).toMatchObject({ type: 'anchors-revised', data: { anchors: { nextAudit: '2027-05-10' } } });
  });
  it('a revision of something else moves nothing, nor does the same one again', async () => {
    await revise({});
    await revise({ nextAudit: '2027-05-10' });
    const events = await eventsOf(house.people.ismsManager, minor);
    expect(events.filter(({ type }) => type === 'due-moved')).toHaveLength(1);
  });
  it('three minors on one control are proposed to be regraded', async () => {
    const { ismsManager, owner } = house.people;
    const proposals = () => ismsManager.call<{ proposals: { number: string }[] }>('GET', `/audits/${audit}/proposals`);
    expect(await proposals()).toEqual({ proposals: [] });
    for (const number of ['NC-3', 'NC-4']) await issue(house, audit, number, { grade: 'minor' });
    expect((await proposals()).proposals.map(({ number }) => number)).toEqual(['NC-1', 'NC-3', 'NC-4']);
    await expect(owner.call('GET', `/audits/${audit}/proposals`)).rejects.toThrow();
    await give(house, house.people.leadAuditor, minor, 'regrade', { grade: 'major', reason: 'Systematic.' });
    expect(await proposals()).toEqual({ proposals: [] });
  });
});
