import { describe, expect, test } from 'vitest';
import { aNonconformity, anOfi, bodies, createLife, findingId, type Life } from '../../../test/builders/finding.ts';
import { cast } from '../../../test/builders/people.ts';
import { type CommandName, commandNames } from './commands.ts';
import { offered } from './decide.ts';

const codes = (life: Life, name: CommandName, actor = cast.owner as Parameters<Life['give']>[1]) => {
  const answer = life.give(name, actor);
  return answer.ok ? [] : answer.refusals.map(({ code }) => code);
};

describe('the event', () => {
  const life = aNonconformity().must('submit', cast.owner);

  test('says who, when, by which command, and carries the state after it', () => {
    const [, event] = life.events;
    expect(event).toMatchObject({
      aggregate: findingId,
      seq: 2,
      at: '2026-03-10T10:00:00.000Z',
      actor: { person: cast.owner.person, role: 'owner' },
      command: { name: 'submit', id: 'command-2', fingerprint: 'print-of-command-2' },
      type: 'submitted',
      state: { status: 'validating', seq: 2 },
    });
  });
  test('the state knows the commands taken, for repeated requests', () => {
    expect(life.finding().taken).toEqual([
      { id: 'command-1', fingerprint: 'print-of-command-1', seq: 1 },
      { id: 'command-2', fingerprint: 'print-of-command-2', seq: 2 },
    ]);
  });
  test('a person of several roles acts in the first that the table names', () => {
    const both = { person: cast.owner.person, roles: ['isms-manager'] } as const;
    expect(aNonconformity().must('submit', both).events[1]?.actor.role).toBe('owner');
  });
});

describe('in the wrong state', () => {
  test('says from where the command is possible and where the finding is', () => {
    expect(aNonconformity().give('accept', cast.leadAuditor)).toEqual({
      ok: false,
      refusals: [
        {
          code: 'wrong-state',
          message: 'accept is possible from in-review; this finding is awaiting at stage plan.',
        },
      ],
    });
    expect(anOfi().give('accept', cast.leadAuditor)).toMatchObject({
      refusals: [{ message: 'accept is possible from in-review; this finding is awaiting-response.' }],
    });
  });
  test.each(commandNames.filter((name) => name !== 'issue'))('%s needs a finding', (name) => {
    expect(codes(createLife(), name, cast.ismsManager)).toEqual(['wrong-state']);
  });
  test('a finding is issued once', () => {
    expect(codes(aNonconformity(), 'issue', cast.leadAuditor)).toEqual(['wrong-state']);
  });
  test.each([
    ['decideExtension', cast.leadAuditor],
    ['decideWithdrawal', cast.decisionMaker],
    ['decideAppeal', cast.decisionMaker],
  ] as const)('%s needs something to decide on', (name, actor) => {
    expect(codes(aNonconformity(), name, actor)).toEqual(['wrong-state']);
  });
  test('a closed OFI is not reopened', () => {
    const life = anOfi().must('respond', cast.owner).must('implement', cast.owner).must('close', cast.ismsManager);
    expect(codes(life, 'reopen', cast.leadAuditor)).toEqual(['wrong-state']);
  });
  test('the state is told before the person: a stranger learns no more than that', () => {
    expect(codes(aNonconformity(), 'accept', cast.stranger)).toEqual(['wrong-state']);
  });
});

describe('what waits for a decision is not asked for twice', () => {
  test('an extension', () => {
    expect(codes(aNonconformity().must('requestExtension', cast.owner), 'requestExtension')).toEqual([
      'extension-pending',
    ]);
  });
  test('a withdrawal', () => {
    expect(codes(aNonconformity().must('withdraw', cast.leadAuditor), 'withdraw', cast.leadAuditor)).toEqual([
      'withdrawal-pending',
    ]);
  });
  test('an appeal', () => {
    expect(codes(aNonconformity().must('appeal', cast.owner), 'appeal')).toEqual(['appeal-pending']);
  });
});

describe('a pending appeal', () => {
  const appealed = () => aNonconformity().must('appeal', cast.owner);

  test.each([
    ['submit', cast.owner],
    ['requestExtension', cast.owner],
    ['regrade', cast.leadAuditor],
    ['withdraw', cast.leadAuditor],
  ] as const)('holds %s', (name, actor) => {
    expect(codes(appealed(), name, actor)).toEqual(['appeal-pending']);
  });
  test('holds a review and a verification', () => {
    const review = aNonconformity().reach('plan.in-review').must('appeal', cast.owner);
    expect(codes(review, 'accept', cast.leadAuditor)).toEqual(['appeal-pending']);
    expect(codes(review, 'return', cast.leadAuditor)).toEqual(['appeal-pending']);
    const verification = aNonconformity().reach('remediation.verifying').must('appeal', cast.owner);
    expect(codes(verification, 'verify', cast.internalAuditor)).toEqual(['appeal-pending']);
  });
  test('lets Redress finish what it began', () => {
    const life = aNonconformity().reach('plan.validating').must('appeal', cast.owner);
    expect(life.must('validate', cast.system).finding()).toMatchObject({ status: 'in-review', appeal: {} });
  });
  test('lets the ISMS manager name another owner, and faults be recorded', () => {
    expect(codes(appealed(), 'assign', cast.ismsManager)).toEqual([]);
    expect(codes(appealed(), 'recordFault', cast.system)).toEqual([]);
  });
});

describe('a refusal', () => {
  test('changes nothing', () => {
    const life = aNonconformity();
    const before = JSON.stringify(life.finding());
    life.give('accept', cast.leadAuditor);
    life.give('submit', cast.stranger);
    life.give('requestExtension', cast.owner, { newDueDate: '2031-01-01', reason: 'Later.' });
    expect(JSON.stringify(life.finding())).toBe(before);
    expect(life.events).toHaveLength(1);
  });
});

describe('offered', () => {
  const actions = (life: Life, actor: Parameters<typeof offered>[1]) => offered(life.finding(), actor, life.audit);

  test.each([
    ['owner', ['submit', 'requestExtension', 'appeal']],
    ['ismsManager', ['assign', 'submit', 'requestExtension', 'appeal']],
    ['leadAuditor', ['regrade', 'withdraw']],
    ['system', ['followAudit', 'recordFault']],
    ['internalAuditor', []],
    ['decisionMaker', []],
    ['auditor', []],
    ['otherLeadAuditor', []],
    ['topManagement', []],
    ['observer', []],
    ['administrator', []],
    ['stranger', []],
  ] as const)('for a plan awaited, to %s: %j', (name, commands) => {
    expect(actions(aNonconformity(), cast[name])).toEqual(commands);
  });
  test('follows the finding', () => {
    const life = aNonconformity().reach('plan.in-review');
    expect(actions(life, cast.leadAuditor)).toEqual(['accept', 'return', 'regrade', 'withdraw']);
    life.must('withdraw', cast.leadAuditor);
    expect(actions(life, cast.leadAuditor)).toEqual(['accept', 'return', 'regrade']);
    expect(actions(life, cast.decisionMaker)).toEqual(['decideWithdrawal']);
    life.must('appeal', cast.owner);
    expect(actions(life, cast.leadAuditor)).toEqual([]);
    expect(actions(life, cast.decisionMaker)).toEqual(['decideWithdrawal', 'decideAppeal']);
  });
  test('a closed nonconformity may be reopened, a closed OFI not', () => {
    expect(actions(aNonconformity().reach('closed'), cast.leadAuditor)).toEqual(['reopen']);
    const ofi = anOfi().must('respond', cast.owner, { accepted: false, comment: 'No.' });
    expect(actions(ofi.must('close', cast.leadAuditor), cast.leadAuditor)).toEqual([]);
  });
});

test('every command has a body in these tests', () => {
  expect(Object.keys(bodies).toSorted()).toEqual(commandNames.toSorted());
});
