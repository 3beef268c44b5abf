import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Finding, stepOf } from '#domain/finding/state.ts';
import { sample } from '#local/sample/people.ts';
import { completePlan, completeSubmission } from '../builders/submissions.ts';
import { atStage, eventsOf, give, handIn, issue, nonconformity, openAudit, pass, view } from './findings.ts';
import { type House, openHouse } from './house.ts';
import {
  executionsOf,
  expectAllWhole,
  expectMachineAt,
  mailReader,
  type Name,
  offeredOn,
  offers,
} from './life-looks.ts';

const audit = '2026-surveillance';
const reason = 'One system only.';
const means = 'documents';

let house: House;
let count = 0;

beforeAll(async () => {
  house = await openHouse();
  await openAudit(house.people.ismsManager, audit);
}, 60_000);
afterAll(() => house.close());

const newFinding = (grade: Finding['grade'] = 'major', inAudit = audit): Promise<string> => {
  count += 1;
  return issue(house, inAudit, `NC-${count}`, { grade });
};
const as = (name: Name, finding: string, command: string, body: object) =>
  give(house, house.people[name], finding, command, body);
const roundsOf = async (finding: string) => nonconformity(await view(house.people.ismsManager, finding)).rounds;
const closeAll = async (finding: string): Promise<void> => {
  for (const _stage of ['plan', 'correction', 'remediation']) await pass(house, finding);
};

/** The plan with somebody of the directory who carries its actions out. */
const plan = completeSubmission('plan', {
  correction: { ...completePlan.correction, who: sample.secondOwner.email },
  actions: completePlan.actions.map(({ removes, ...action }) => ({
    ...action,
    removes: [...removes],
    dependsOn: [],
    responsible: sample.secondOwner.email,
  })),
});

describe('a major through all three stages', () => {
  let finding: string;
  let mailed: () => Promise<string[]>;
  beforeAll(async () => {
    finding = await newFinding();
    mailed = mailReader(house, finding);
  });

  /** Where the finding stands after a step, the machine with it; who was told; who may do what. */
  const expectAt = async (step: string, round: number, told: string[], offered: object): Promise<void> => {
    const now = atStage(await view(house.people.ismsManager, finding));
    expect([stepOf(now), now.round]).toEqual([step, round]);
    await expectMachineAt(house, finding);
    expect(await mailed()).toEqual(told);
    expect(await offeredOn(house, finding)).toEqual(offered);
  };
  // Whoever had the deadline is told that it is met, for the calendar: also who met it.
  const submitted = 'submitted: owner';
  const toActionOwner = <O extends { owner: string }>(offered: O) => ({ ...offered, secondOwner: offered.owner });

  it('is issued to its owner', async () => {
    await expectAt('plan.awaiting', 1, ['issued: owner'], offers.awaiting);
  });

  it('an incomplete plan comes back to who handed it in, with every reason at once', async () => {
    const incomplete = completeSubmission('plan', {
      consequences: undefined,
      similar: undefined,
      approvedBy: undefined,
      correction: { ...completePlan.correction, by: '2026-12-01' },
      evidence: [{ id: 'never-registered', sha256: 'b'.repeat(64) }],
    });
    await as('ismsManager', finding, 'submit', incomplete);
    const found = (await eventsOf(house.people.owner, finding)).at(-1);
    expect(found).toMatchObject({ type: 'found-incomplete', actor: { role: 'system' } });
    const reasons = found?.type === 'found-incomplete' ? found.data.reasons : [];
    expect(reasons.map(({ code, field }) => `${code} ${field}`).sort()).toEqual([
      'action-after-deadline correction.by',
      'evidence-missing evidence[0]',
      'missing-part approvedBy',
      'missing-part consequences',
      'missing-part similar',
    ]);
    const told = ['found incomplete: ismsManager', 'found incomplete: owner', submitted];
    await expectAt('plan.awaiting', 2, told, offers.awaiting);
  });

  it('a complete plan goes to the lead auditor', async () => {
    await as('owner', finding, 'submit', plan);
    await expectAt('plan.in-review', 2, ['found complete: leadAuditor', submitted], toActionOwner(offers.review));
  });

  it('returned with codes, it comes back to the owner', async () => {
    const codes = ['cause-not-addressed', 'scope-incomplete'];
    await as('leadAuditor', finding, 'return', { codes, comment: 'Why was nobody named?', means });
    const returned = (await eventsOf(house.people.owner, finding)).at(-1);
    expect(returned).toMatchObject({ type: 'returned', data: { codes, comment: 'Why was nobody named?' } });
    await expectAt('plan.awaiting', 3, ['returned: leadAuditor', 'returned: owner'], toActionOwner(offers.awaiting));
  });

  it('accepted, the correction is awaited', async () => {
    await as('owner', finding, 'submit', plan);
    await as('leadAuditor', finding, 'accept', { means });
    const told = ['accepted: leadAuditor', 'accepted: owner', 'found complete: leadAuditor', submitted];
    await expectAt('correction.awaiting', 1, told, toActionOwner(offers.awaiting));
  });

  it('an extension of the correction is asked for and granted', async () => {
    await as('owner', finding, 'request-extension', { newDueDate: '2026-04-22', reason });
    await expectAt('correction.awaiting', 1, ['extension requested: leadAuditor'], {
      owner: 'submit appeal',
      secondOwner: 'submit appeal',
      ismsManager: 'assign submit appeal',
      leadAuditor: 'decideExtension regrade withdraw',
    });
    const granted = nonconformity(
      await as('leadAuditor', finding, 'decide-extension', { granted: true, reason: 'Reasonable.' }),
    );
    expect(granted.due).toEqual({ plan: '2026-03-23', correction: '2026-04-22', remediation: '2026-05-04' });
    await expectAt('correction.awaiting', 1, ['extension granted: owner'], toActionOwner(offers.awaiting));
  });

  it('the correction is handed in by who carries out the actions, and accepted', async () => {
    await handIn(house, finding, house.people.secondOwner);
    await expectAt('correction.in-review', 1, ['found complete: leadAuditor', submitted], toActionOwner(offers.review));
    await as('leadAuditor', finding, 'accept', { means });
    await expectAt(
      'remediation.awaiting',
      1,
      ['accepted: leadAuditor', 'accepted: owner'],
      toActionOwner(offers.awaiting),
    );
  });

  it('the remediation goes to the internal auditor first, and comes back where that person does not confirm', async () => {
    await handIn(house, finding, house.people.secondOwner);
    const first = ['found complete: internalAuditor', submitted];
    await expectAt('remediation.verifying', 1, first, toActionOwner(offers.verifying));
    await as('internalAuditor', finding, 'verify', { confirmed: false, statement: 'The log is of another system.' });
    const told = ['not confirmed: internalAuditor', 'not confirmed: owner', 'not confirmed: secondOwner'];
    await expectAt('remediation.awaiting', 2, told, toActionOwner(offers.awaiting));
  });

  it('confirmed, it goes to the lead auditor, and accepted closes the finding', async () => {
    await handIn(house, finding);
    await as('internalAuditor', finding, 'verify', { confirmed: true, statement: 'I saw the records.' });
    const told = ['confirmed: internalAuditor', 'confirmed: leadAuditor', 'found complete: internalAuditor', submitted];
    await expectAt('remediation.in-review', 2, told, toActionOwner(offers.review));
    const closed = nonconformity(await as('leadAuditor', finding, 'accept', { means }));
    expect(closed).toMatchObject({ status: 'closed', closedOn: '2026-03-09', cycle: 1 });
    expect(closed.rounds.map(({ stage, round, outcome }) => `${stage} ${round} ${outcome}`)).toEqual([
      'plan 1 incomplete',
      'plan 2 returned',
      'plan 3 accepted',
      'correction 1 accepted',
      'remediation 1 not-confirmed',
      'remediation 2 accepted',
    ]);
    await expectMachineAt(house, finding);
    expect(await mailed()).toEqual(['accepted: ismsManager', 'accepted: leadAuditor', 'accepted: owner']);
    expect(await offeredOn(house, finding)).toEqual({ ismsManager: 'reopen', leadAuditor: 'reopen' });
  });
});

describe('straight on', () => {
  it('closing takes 22 transitions, and a reopened finding runs through a second execution', async () => {
    const finding = await newFinding();
    await closeAll(finding);
    const first = { name: `nc-${finding}-e1`, status: 'SUCCEEDED', transitions: 22 };
    expect(await executionsOf(house, finding)).toMatchObject([first]);
    const rounds = await roundsOf(finding);
    expect(rounds).toHaveLength(3);

    const mailed = mailReader(house, finding);
    await mailed();
    const reopened = await as('leadAuditor', finding, 'reopen', { cause: 'recurrence', comment: 'It happened again.' });
    expect(reopened.finding).toMatchObject({ status: 'awaiting', stage: 'plan', round: 1, cycle: 2, rounds });
    expect(reopened.finding).not.toHaveProperty('closedOn');
    expect(await mailed()).toEqual(['reopened: ismsManager', 'reopened: owner']);
    await expectMachineAt(house, finding);
    expect(await executionsOf(house, finding)).toMatchObject([first, { name: `nc-${finding}-e2`, status: 'RUNNING' }]);

    await closeAll(finding);
    expect(await executionsOf(house, finding)).toMatchObject([first, { ...first, name: `nc-${finding}-e2` }]);
    const both = await roundsOf(finding);
    expect(both.slice(0, 3)).toEqual(rounds);
    expect(both.slice(3).map(({ cycle, stage, outcome }) => `${cycle} ${stage} ${outcome}`)).toEqual([
      '2 plan accepted',
      '2 correction accepted',
      '2 remediation accepted',
    ]);
  });
});

describe('at the end', () => {
  it('the chain of every finding verifies, and the machine of each stands where it stands', async () => {
    expect(await expectAllWhole(house)).toBe(count);
    expect(house.faults).toEqual([]);
  });
});
