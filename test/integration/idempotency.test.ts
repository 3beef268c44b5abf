import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import type { AuditView, FindingView, ImportView } from '#contracts/http.ts';
import { ApiProblem, type Client } from '#local/client.ts';
import { confirmReport, uploadReport } from '#local/import-report.ts';
import { sample } from '#local/sample/people.ts';
import { findingIdOf } from '#use-cases/commands/issue-finding.ts';
import { completeFor, eventsOf, issue, issueBody, openAudit, view } from './findings.ts';
import { type House, openHouse } from './house.ts';
import { csv, row } from './reports.ts';

const audit = '2026-surveillance';
const reason = 'Our platform team is on leave.';
const extension = { newDueDate: '2026-03-30', reason };

let house: House;
let finding: string;
let count = 0;

beforeAll(async () => {
  house = await openHouse();
  await openAudit(house.people.ismsManager, audit);
}, 60_000);
beforeEach(async () => {
  count += 1;
  finding = await issue(house, audit, `NC-${count}`);
});
afterAll(() => house.close());

const give = (who: Client, command: string, body: object, given: { version: number; key: string }, on = finding) =>
  who.call<FindingView>('POST', `/findings/${on}/${command}`, { body, ...given });

const problemOf = async (call: Promise<unknown>): Promise<Record<string, unknown>> => {
  const thrown = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof ApiProblem)) throw new Error(`no problem was answered but ${String(thrown)}`);
  return { status: thrown.status, code: thrown.code, detail: thrown.problem.detail };
};

const typesOf = async (id = finding): Promise<string[]> =>
  (await eventsOf(house.people.ismsManager, id)).map(({ type }) => type);

/** What came of calls that were made at once. */
const outcomes = async (calls: readonly Promise<unknown>[]) => {
  const settled = await Promise.allSettled(calls);
  return {
    answers: settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])),
    problems: settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as ApiProblem] : [])),
  };
};

describe('a command that is repeated', () => {
  it('gets the first answer again, and nothing is done twice', async () => {
    const { owner } = house.people;
    const first = await give(owner, 'request-extension', extension, { version: 1, key: 'a' });
    expect(await give(owner, 'request-extension', extension, { version: 1, key: 'a' })).toEqual(first);
    expect(await typesOf()).toEqual(['issued', 'extension-requested']);
  });

  it('gets it also after the finding has moved on', async () => {
    const { owner, leadAuditor } = house.people;
    const first = await give(owner, 'request-extension', extension, { version: 1, key: 'a' });
    await give(leadAuditor, 'decide-extension', { granted: false, reason }, { version: 2, key: 'b' });
    const again = await give(owner, 'request-extension', extension, { version: 3, key: 'a' });
    expect(again.version).toBe(2);
    expect(again.finding).toEqual(first.finding);
    expect(await typesOf()).toEqual(['issued', 'extension-requested', 'extension-refused']);
  });

  it('is refused with another body', async () => {
    const { owner } = house.people;
    await give(owner, 'request-extension', extension, { version: 1, key: 'a' });
    const other = give(owner, 'request-extension', { ...extension, reason: 'Other.' }, { version: 2, key: 'a' });
    expect(await problemOf(other)).toMatchObject({ status: 422, code: 'key-reused' });
    expect(await typesOf()).toEqual(['issued', 'extension-requested']);
  });

  it('is refused as another command', async () => {
    const { owner } = house.people;
    await give(owner, 'request-extension', extension, { version: 1, key: 'a' });
    const other = give(owner, 'appeal', { grounds: reason }, { version: 2, key: 'a' });
    expect(await problemOf(other)).toMatchObject({ status: 422, code: 'key-reused' });
  });

  it('is another command by another person', async () => {
    const { owner, ismsManager, leadAuditor } = house.people;
    await give(owner, 'request-extension', extension, { version: 1, key: 'a' });
    await give(leadAuditor, 'decide-extension', { granted: false, reason }, { version: 2, key: 'a' });
    await give(ismsManager, 'request-extension', extension, { version: 3, key: 'a' });
    expect(await typesOf()).toEqual(['issued', 'extension-requested', 'extension-refused', 'extension-requested']);
  });

  it('is done once when it comes eight times at once, and all get the same answer', async () => {
    const { owner } = house.people;
    const submission = await completeFor(house, owner, finding, 'plan');
    const same = () => give(owner, 'submit', submission, { version: 1, key: 'a' });
    const { answers, problems } = await outcomes(Array.from({ length: 8 }, same));
    expect(problems).toEqual([]);
    expect(answers).toEqual(answers.map(() => answers[0]));
    await house.system.settled();
    expect(await typesOf()).toEqual(['issued', 'submitted', 'found-complete']);
  });
});

describe('two commands at once on the same version', () => {
  it('one is taken, and the other is told to look again', async () => {
    const { owner, leadAuditor } = house.people;
    for (let round = 0; round < 5; round += 1) {
      const on = await issue(house, audit, `RACE-${round}`);
      const { answers, problems } = await outcomes([
        give(owner, 'request-extension', extension, { version: 1, key: 'a' }, on),
        give(leadAuditor, 'withdraw', { reason }, { version: 1, key: 'b' }, on),
      ]);
      expect(answers).toHaveLength(1);
      expect(problems.map(({ status, code }) => [status, code])).toEqual([[412, 'version-stale']]);
      expect(String(problems[0]?.problem.detail)).toContain('Reload');
      expect(await typesOf(on)).toHaveLength(2);
      expect((await view(owner, on)).version).toBe(2);
    }
  });
});

describe('an audit', () => {
  const body = {
    id: '2026-internal',
    kind: 'internal',
    title: 'Internal audit',
    dates: { firstDay: '2026-03-02', lastDay: '2026-03-03' },
    team: [{ person: sample.leadAuditor.email, role: 'lead-auditor' }],
  };
  const open = (key: string, change = {}) =>
    house.people.ismsManager.call<z.infer<typeof AuditView>>('POST', '/audits', { body: { ...body, ...change }, key });

  it('is opened once', async () => {
    const { answers, problems } = await outcomes(Array.from({ length: 8 }, () => open('a')));
    expect(problems).toEqual([]);
    expect(answers).toEqual(answers.map(() => answers[0]));
    expect(await open('a')).toEqual(answers[0]);
    expect(await problemOf(open('a', { title: 'Other' }))).toMatchObject({ status: 422, code: 'key-reused' });
    expect(await problemOf(open('b'))).toMatchObject({ status: 409, code: 'wrong-state' });
    expect(await house.system.store.audits.all(body.id)).toHaveLength(1);
  });
});

describe('a finding', () => {
  it('is issued once', async () => {
    const issueOnce = (key: string, statement?: string) =>
      house.people.leadAuditor.call<FindingView>('POST', `/audits/${audit}/findings`, {
        body: issueBody('ONCE', statement === undefined ? {} : { statement }),
        key,
      });
    const { answers, problems } = await outcomes(Array.from({ length: 8 }, () => issueOnce('a')));
    expect(problems).toEqual([]);
    expect(answers).toEqual(answers.map(() => answers[0]));
    expect(await problemOf(issueOnce('a', 'Other.'))).toMatchObject({ status: 422, code: 'key-reused' });
    expect(await problemOf(issueOnce('b'))).toMatchObject({ status: 422, code: 'number-used' });
    expect(await typesOf(findingIdOf(audit, 'ONCE'))).toEqual(['issued']);
  });
});

describe('a report', () => {
  type Import = z.infer<typeof ImportView>;
  const bytesOf = (number: string, name: string) => csv([row(`${number}-1`), row(`${number}-2`)], name);
  const idsIn = async (prefix: string): Promise<string[]> => {
    await house.system.settled();
    const { findings } = await house.people.ismsManager.call<{ findings: { id: string; number: string }[] }>(
      'GET',
      '/findings?size=200',
    );
    return findings.filter(({ number }) => number.startsWith(prefix)).map(({ id }) => id);
  };
  const intakes = () => house.system.engine.executions().filter(({ machine }) => machine === 'audit-intake').length;

  it('under another name and by another person is the same import', async () => {
    const { ismsManager, leadAuditor } = house.people;
    const first = await uploadReport(ismsManager, audit, bytesOf('TWICE', 'report.csv'));
    const before = intakes();
    const again = await uploadReport(leadAuditor, audit, bytesOf('TWICE', 'copy of report.csv'));
    expect(again).toEqual(first);
    expect(intakes()).toBe(before);
    await confirmReport(ismsManager, audit, first.id, {});
    const third = await uploadReport(ismsManager, audit, bytesOf('TWICE', 'report (3).csv'));
    expect(third).toMatchObject({ id: first.id, status: 'issued' });
    expect(await idsIn('TWICE')).toEqual(['TWICE-1', 'TWICE-2'].map((number) => findingIdOf(audit, number)));
    expect(intakes()).toBe(before);
  });

  it('is read once when it is handed in at once', async () => {
    const { ismsManager } = house.people;
    const upload = await ismsManager.upload(`/audits/${audit}/uploads`, bytesOf('ONCE', 'report.csv'));
    await ismsManager.registered(`/audits/${audit}/uploads/${upload}`);
    const before = intakes();
    const handIn = () => ismsManager.call<Import>('POST', `/audits/${audit}/imports`, { body: { upload }, key: 'a' });
    const { answers, problems } = await outcomes(Array.from({ length: 6 }, handIn));
    expect(problems).toEqual([]);
    expect(new Set(answers.map((each) => (each as Import).id)).size).toBe(1);
    await house.system.settled();
    expect(intakes()).toBe(before + 1);
  });

  it('is confirmed once', async () => {
    const { ismsManager, leadAuditor } = house.people;
    const { id } = await uploadReport(ismsManager, audit, bytesOf('CONFIRM', 'report.csv'));
    const path = `/audits/${audit}/imports/${id}/confirm`;
    const confirm = (who: Client, key: string, body: object = {}) => who.call<Import>('POST', path, { body, key });
    const { problems } = await outcomes(Array.from({ length: 6 }, () => confirm(ismsManager, 'c')));
    expect(problems).toEqual([]);
    await house.system.settled();
    expect(await confirm(ismsManager, 'c')).toMatchObject({ id, status: 'issued' });
    const leaveOut = { rows: [{ row: 2, leaveOut: true }] };
    expect(await problemOf(confirm(ismsManager, 'c', leaveOut))).toMatchObject({ status: 422, code: 'key-reused' });
    expect(await problemOf(confirm(ismsManager, 'd'))).toMatchObject({ status: 409, code: 'wrong-state' });
    expect(await problemOf(confirm(leadAuditor, 'c'))).toMatchObject({ status: 409, code: 'wrong-state' });
    const ids = await idsIn('CONFIRM');
    expect(ids).toHaveLength(2);
    for (const each of ids) expect(await typesOf(each)).toEqual(['issued']);
    const confirmed = (await house.system.store.audits.all(audit)).filter(
      (event) => event.type === 'import-confirmed' && event.data.importId === id,
    );
    expect(confirmed).toHaveLength(1);
  });
});

it('leaves no fault behind', () => {
  expect(house.faults).toEqual([]);
});
