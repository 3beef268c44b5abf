import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Finding, stepOf } from '#domain/finding/state.ts';
import { sample } from '#local/sample/people.ts';
import { completeSubmission } from '../builders/submissions.ts';
import {
  atStage,
  completeFor,
  eventsOf,
  give,
  handIn,
  issue,
  log,
  nonconformity,
  openAudit,
  pass,
  view,
} from './findings.ts';
import { type House, openHouse, start } from './house.ts';
import {
  executionsOf,
  expectAllWhole,
  expectMachineAt,
  mailReader,
  type Name,
  offeredOn,
  offers,
  refusalOf,
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
const refused = (name: Name, finding: string, command: string, body: object) =>
  refusalOf(as(name, finding, command, body));
const roundsOf = async (finding: string) => nonconformity(await view(house.people.ismsManager, finding)).rounds;

describe('a withdrawal', () => {
  it('is proposed by one and decided by another, and ends the execution', async () => {
    const finding = await newFinding();
    const mailed = mailReader(house, finding);
    await mailed();
    await as('leadAuditor', finding, 'withdraw', { reason });
    expect(await mailed()).toEqual(['withdrawal proposed: decisionMaker', 'withdrawal proposed: secondDecisionMaker']);
    const decision = { confirmed: true, reason: 'I agree.' };
    expect(await refused('leadAuditor', finding, 'decide-withdrawal', decision)).toEqual({
      status: 403,
      code: 'wrong-person',
    });
    const withdrawn = await as('decisionMaker', finding, 'decide-withdrawal', decision);
    expect(withdrawn.finding).toMatchObject({ status: 'withdrawn', reason: 'I agree.' });
    expect(await mailed()).toEqual(['withdrawn: ismsManager', 'withdrawn: leadAuditor', 'withdrawn: owner']);
    expect(await executionsOf(house, finding)).toMatchObject([{ status: 'SUCCEEDED' }]);
    expect(await offeredOn(house, finding)).toEqual({});
  });

  it('is not decided by who proposed it, whatever roles and teams that person is given', async () => {
    const second = await openAudit(house.people.ismsManager, '2026-second');
    const finding = await newFinding('major', second);
    const { administrator, leadAuditor, ismsManager } = house.people;
    const { email, name, roles } = sample.leadAuditor;
    const decision = { confirmed: true, reason: 'I agree.' };
    await as('leadAuditor', finding, 'withdraw', { reason });
    await administrator.call('PUT', `/people/${email}`, { body: { name, roles: [...roles, 'decision-maker'] } });
    expect((await view(leadAuditor, finding)).actions).toEqual(['regrade']);
    expect((await refused('leadAuditor', finding, 'decide-withdrawal', decision)).code).toBe('decision-maker-on-team');
    const { version, facts } = await ismsManager.call<{ version: number; facts: object }>('GET', `/audits/${second}`);
    const successor = { email: 'lars.berg@cb.example', name: 'Lars Berg', roles: ['lead-auditor'] };
    await administrator.call('PUT', `/people/${successor.email}`, {
      body: { name: successor.name, roles: successor.roles },
    });
    const team = [{ person: successor.email, role: 'lead-auditor' }];
    await ismsManager.call('PUT', `/audits/${second}`, { body: { ...facts, team }, version });
    expect(await refused('leadAuditor', finding, 'decide-withdrawal', decision)).toEqual({
      status: 403,
      code: 'own-work',
    });
    await administrator.call('PUT', `/people/${email}`, { body: { name, roles } });
    expect(atStage(await view(ismsManager, finding))).toMatchObject({ withdrawal: { by: email } });
  });
});

describe('an opportunity for improvement', () => {
  it('is accepted, implemented, closed; no machine runs', async () => {
    const finding = await newFinding('ofi');
    const mailed = mailReader(house, finding);
    expect(await mailed()).toEqual(['issued: owner']);
    expect(await offeredOn(house, finding)).toEqual({ owner: 'respond', ismsManager: 'assign respond' });
    await as('owner', finding, 'respond', { accepted: true, comment: 'We shall do that.' });
    expect(await offeredOn(house, finding)).toEqual({ owner: 'implement', ismsManager: 'assign implement' });
    await as('owner', finding, 'implement', { comment: 'Done.' });
    expect(await mailed()).toEqual(['implemented: ismsManager', 'response accepted: ismsManager']);
    expect(await offeredOn(house, finding)).toEqual({ ismsManager: 'assign close', leadAuditor: 'close' });
    const { finding: closed } = await as('ismsManager', finding, 'close', {});
    expect(closed).toMatchObject({ status: 'closed', closedOn: '2026-03-09', implementation: { comment: 'Done.' } });
    expect(await executionsOf(house, finding)).toEqual([]);
    expect(await offeredOn(house, finding)).toEqual({});
  });

  it('is declined with a reason, closed', async () => {
    const finding = await newFinding('ofi');
    await as('owner', finding, 'respond', { accepted: false, comment: 'Not worth it.' });
    expect(await offeredOn(house, finding)).toEqual({ ismsManager: 'assign close', leadAuditor: 'close' });
    const { finding: closed } = await as('leadAuditor', finding, 'close', {});
    expect(closed).toMatchObject({ status: 'closed', response: { comment: 'Not worth it.' } });
    expect(await executionsOf(house, finding)).toEqual([]);
  });
});

describe('who acts', () => {
  it("the ISMS manager records the certification body's decision only with its document", async () => {
    const finding = await newFinding();
    await handIn(house, finding);
    const transcription = { decidedBy: 'Lena Fischer', decidedOn: '2026-03-09', document: 'never-registered' };
    expect((await refused('ismsManager', finding, 'accept', { means })).code).toBe('transcription-missing');
    const foreign = await refused('ismsManager', finding, 'accept', { means, transcription });
    expect(foreign).toEqual({ status: 422, code: 'evidence-missing' });
    const { id: document } = await house.people.ismsManager.addEvidence(finding, log);
    const body = { means, transcription: { ...transcription, document } };
    expect(stepOf((await as('ismsManager', finding, 'accept', body)).finding)).toBe('correction.awaiting');
    expect((await eventsOf(house.people.owner, finding)).at(-1)).toMatchObject({
      type: 'accepted',
      actor: { person: sample.ismsManager.email, role: 'isms-manager' },
      data: body,
    });
    await expectMachineAt(house, finding);
  });

  it('assigned to another owner, the finding is that person’s to hand in', async () => {
    const finding = await newFinding();
    const mailed = mailReader(house, finding);
    await mailed();
    const submission = await completeFor(house, house.people.owner, finding, 'plan');
    expect((await refused('secondOwner', finding, 'submit', submission)).status).toBe(404);
    await as('ismsManager', finding, 'assign', { owner: sample.secondOwner.email });
    expect(await mailed()).toEqual(['assigned: owner', 'assigned: secondOwner']);
    const { owner: secondOwner, ...others } = offers.awaiting;
    expect(await offeredOn(house, finding)).toEqual({ ...others, secondOwner });
    expect((await refused('owner', finding, 'submit', submission)).status).toBe(404);
    expect(stepOf((await as('secondOwner', finding, 'submit', submission)).finding)).toBe('plan.in-review');
    await expectMachineAt(house, finding);
  });
});

describe('days later', () => {
  let minor: string;
  let appealed: string;
  let inReview: string;
  let late: string;
  const duesOf = async (finding: string) => nonconformity(await view(house.people.ismsManager, finding)).due;

  beforeAll(async () => {
    minor = await newFinding('minor');
    late = await newFinding();
    appealed = await newFinding();
    await as('leadAuditor', appealed, 'withdraw', { reason });
    await as('decisionMaker', appealed, 'decide-withdrawal', { confirmed: false, reason: 'It stands.' });
    await as('owner', appealed, 'appeal', { grounds: 'The restore test of 2025 was shown.' });
    inReview = await newFinding();
    await handIn(house, inReview);
    await as('ismsManager', inReview, 'appeal', { grounds: 'The restore test of 2025 was shown.' });
    await house.system.advance?.('P3D');
  }, 60_000);

  it('nothing moves while an appeal is pending', async () => {
    const before = await view(house.people.ismsManager, appealed);
    const held: readonly [Name, string, object][] = [
      ['owner', 'submit', completeSubmission('plan')],
      ['owner', 'request-extension', { newDueDate: '2026-03-30', reason }],
      ['leadAuditor', 'regrade', { grade: 'minor', reason }],
      ['leadAuditor', 'withdraw', { reason }],
      ['ismsManager', 'appeal', { grounds: reason }],
    ];
    const pending = { status: 409, code: 'appeal-pending' };
    for (const [name, command, body] of held) expect(await refused(name, appealed, command, body)).toEqual(pending);
    expect(await refused('leadAuditor', inReview, 'accept', { means })).toEqual(pending);
    expect(await view(house.people.ismsManager, appealed)).toEqual(before);
    expect(await offeredOn(house, appealed)).toEqual({ ismsManager: 'assign', secondDecisionMaker: 'decideAppeal' });
    await expectMachineAt(house, appealed);
  });

  it('an appeal is decided by somebody who had no part, and the due dates move by the days it took', async () => {
    const before = await duesOf(appealed);
    expect(before).toEqual({ plan: '2026-03-23', correction: '2026-04-08', remediation: '2026-05-04' });
    const mailed = mailReader(house, appealed);
    await mailed();
    const decision = { outcome: 'upheld', reason: 'The test covered one system only.' };
    expect(await refused('decisionMaker', appealed, 'decide-appeal', decision)).toEqual({
      status: 403,
      code: 'took-part',
    });
    const decided = atStage(await as('secondDecisionMaker', appealed, 'decide-appeal', decision));
    expect(decided.due).toEqual({ plan: '2026-03-26', correction: '2026-04-11', remediation: '2026-05-07' });
    expect(decided).not.toHaveProperty('appeal');
    expect(await mailed()).toEqual([
      'appeal decided: decisionMaker',
      'appeal decided: leadAuditor',
      'appeal decided: owner',
      'appeal decided: secondDecisionMaker',
    ]);
    expect(await offeredOn(house, appealed)).toEqual(offers.awaiting);
    await pass(house, appealed);
    await expectMachineAt(house, appealed);
  });

  it('a review stood still as well', async () => {
    expect(atStage(await view(house.people.ismsManager, inReview))).toMatchObject({ reviewDue: '2026-03-23' });
    const decision = { outcome: 'upheld', reason: 'The test covered one system only.' };
    const decided = await as('decisionMaker', inReview, 'decide-appeal', decision);
    expect(decided.finding).toMatchObject({ status: 'in-review', reviewDue: '2026-03-26' });
    await as('leadAuditor', inReview, 'accept', { means });
    await expectMachineAt(house, inReview);
  });

  it('regraded from minor to major, a new clock runs from that day', async () => {
    expect(await duesOf(minor)).toEqual({ plan: '2026-03-23', correction: '2026-04-08', remediation: '2027-03-01' });
    const mailed = mailReader(house, minor);
    await mailed();
    const regraded = await as('leadAuditor', minor, 'regrade', { grade: 'major', reason: 'It is systematic.' });
    expect(regraded.finding).toMatchObject({
      grade: 'major',
      status: 'awaiting',
      due: { plan: '2026-03-26', correction: '2026-04-11', remediation: '2026-05-11' },
    });
    expect(await mailed()).toEqual(['regraded: ismsManager', 'regraded: owner']);
    await expectMachineAt(house, minor);
  });

  it('after a stop over the due date, what comes late is taken and marked so for good', async () => {
    house = await house.reopen(`2026-03-24${start.slice(10)}`);
    expect(await view(house.people.owner, late)).toMatchObject({ overdue: true });
    const handedIn = await handIn(house, late);
    expect(handedIn).toMatchObject({ overdue: false, finding: { status: 'in-review', submission: { late: true } } });
    await as('leadAuditor', late, 'accept', { means });
    expect(await roundsOf(late)).toMatchObject([
      { due: '2026-03-23', outcome: 'accepted', submission: { late: true } },
    ]);
    await handIn(house, late);
    expect(atStage(await view(house.people.owner, late))).toMatchObject({ submission: { late: false } });
    await expectMachineAt(house, late);
  });
});

describe('at the end', () => {
  it('the chain of every finding verifies, and the machine of each stands where it stands', async () => {
    expect(await expectAllWhole(house)).toBe(count);
    expect(house.faults).toEqual([]);
  });
});
