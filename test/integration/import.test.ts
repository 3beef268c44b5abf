import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import type { FindingItem, FindingView, ImportView } from '#contracts/http.ts';
import { ApiProblem, type Client, type File } from '#local/client.ts';
import { confirmReport, uploadReport } from '#local/import-report.ts';
import { sample } from '#local/sample/people.ts';
import { findingIdOf } from '#use-cases/commands/issue-finding.ts';
import { executionName } from '#use-cases/workflow/drive.ts';
import { issueBody, openAudit } from './findings.ts';
import { type House, openHouse } from './house.ts';
import { csv, letter, row } from './reports.ts';

type Import = z.infer<typeof ImportView>;
type Item = z.infer<typeof FindingItem>;

let house: House;
let manager: Client;
let audit: string;
let count = 0;

beforeAll(async () => {
  house = await openHouse();
  manager = house.people.ismsManager;
}, 60_000);
beforeEach(async () => {
  count += 1;
  audit = await openAudit(manager, `2026-audit-${count}`);
});
afterAll(() => house.close());

const confirm = (id: string, body: object): Promise<Import> =>
  manager.call('POST', `/audits/${audit}/imports/${id}/confirm`, { body });

const refusalOf = async (call: Promise<unknown>): Promise<ApiProblem> => {
  const thrown = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (thrown instanceof ApiProblem) return thrown;
  throw new Error(`no problem was answered but ${String(thrown)}`);
};

const issued = async (): Promise<readonly Item[]> => {
  await house.system.settled();
  return (await manager.call<{ findings: Item[] }>('GET', `/findings?audit=${audit}`)).findings;
};
const numbers = async (): Promise<string[]> => (await issued()).map(({ number }) => number);

const importNow = (id: string): Promise<Import> => manager.call('GET', `/audits/${audit}/imports/${id}`);

describe('a report with rows of every kind', () => {
  const mixed = () =>
    csv([
      row('NC-01', { grade: 'MAJOR NC', requirement: 'A 8.13; Clause 9.1' }),
      row('OFI-1', { grade: 'Opportunity for improvement', owner: 'petra.lind@example.org' }),
      row('NC-02', { grade: 'Severe' }),
      row('NC-03', { requirement: 'A.5.38' }),
      row('NC-04', { statement: '' }),
      row('NC-05'),
      row('nc 005'),
      row('NC-06', { grade: 'NC' }),
      row('NC-07', { owner: 'Jane Doe' }),
      row('NC-08', { requirement: '' }),
    ]);

  it('lists every row: ready, to be completed, or refused with column and reason', async () => {
    const read = await uploadReport(manager, audit, mixed());
    expect(read).toMatchObject({ status: 'to-confirm', fileName: 'report.csv' });
    expect(
      read.rowList.map(({ row: at, number, status, missing, refusals }) => [
        at,
        number,
        status,
        ...missing,
        ...refusals.map(({ code, column }) => `${code} in ${column}`),
      ]),
    ).toEqual([
      [2, 'NC-01', 'ready'],
      [3, 'OFI-1', 'ready'],
      [4, 'NC-02', 'refused', 'unknown-grade in Grade'],
      [5, 'NC-03', 'refused', 'unknown-control in Requirement'],
      [6, 'NC-04', 'refused', 'no-statement in Statement of nonconformity'],
      [7, 'NC-05', 'refused', 'number-used-twice in Finding no.'],
      [8, 'nc 005', 'refused', 'number-used-twice in Finding no.'],
      [9, 'NC-06', 'to-be-completed', 'grade'],
      [10, 'NC-07', 'to-be-completed', 'owner'],
      [11, 'NC-08', 'to-be-completed', 'requirements'],
    ]);
    expect(await issued()).toEqual([]);
  });

  it('is not confirmed while rows lack something, and all that they lack is said at once', async () => {
    const { id } = await uploadReport(manager, audit, mixed());
    const { status, problem } = await refusalOf(confirm(id, { rows: [{ row: 99, leaveOut: true }] }));
    expect(status).toBe(422);
    expect(problem.errors).toMatchObject([
      { code: 'unknown-row', field: 'rows[0].row' },
      { code: 'row-incomplete', field: 'rows[2].grade' },
      { code: 'row-incomplete', field: 'rows[3].owner' },
      { code: 'row-incomplete', field: 'rows[4].requirements' },
    ]);
    expect(await importNow(id)).toMatchObject({ status: 'to-confirm' });
    expect(await issued()).toEqual([]);
  });

  it('is completed, rows are left out, and what was confirmed is issued, no more and no less', async () => {
    const { id } = await uploadReport(manager, audit, mixed());
    const rows = [
      { row: 9, grade: 'major' },
      { row: 10, owner: sample.secondOwner.email },
      { row: 11, leaveOut: true },
    ];
    const mailBefore = house.system.mailbox.list().length;
    expect(await confirmReport(manager, audit, id, { rows })).toMatchObject({ status: 'issued' });
    expect(
      (await issued()).map(({ number, grade, owner, requirements }) => [number, grade, owner, requirements]),
    ).toEqual([
      ['NC-01', 'major', sample.owner.email, ['A.8.13', '9.1']],
      ['NC-06', 'major', sample.owner.email, ['A.8.13']],
      ['NC-07', 'minor', sample.secondOwner.email, ['A.8.13']],
      ['OFI-1', 'ofi', sample.secondOwner.email, ['A.8.13']],
    ]);
    const machines = house.system.engine
      .executions()
      .filter(({ machine, name }) => machine === 'nonconformity' && name.includes(audit))
      .map(({ name, currentState }) => [name, currentState]);
    expect(machines.sort()).toEqual(
      ['NC-01', 'NC-06', 'NC-07'].map((number) => [executionName(findingIdOf(audit, number), 1), 'Await plan']),
    );
    const mail = house.system.mailbox.list().slice(0, -mailBefore || undefined);
    expect(mail.map(({ to }) => to).sort()).toEqual([
      sample.owner.email,
      sample.owner.email,
      sample.secondOwner.email,
      sample.secondOwner.email,
    ]);
  });

  it('is not confirmed for people nobody knows, nor for nothing', async () => {
    const { id } = await uploadReport(manager, audit, csv([row('NC-01', { owner: 'Jane Doe' }), row('NC-02')]));
    const unknown = await refusalOf(confirm(id, { owner: 'jane.doe@example.org' }));
    expect([unknown.status, unknown.code, unknown.problem.field]).toEqual([422, 'unknown-person', 'owner']);
    const leftOut = [2, 3].map((each) => ({ row: each, leaveOut: true }));
    expect((await refusalOf(confirm(id, { rows: leftOut }))).code).toBe('nothing-to-issue');
    await confirmReport(manager, audit, id, { owner: sample.owner.email });
    expect(await numbers()).toEqual(['NC-01', 'NC-02']);
  });
});

describe('a number that was issued in the audit', () => {
  const issue = (number: string): Promise<FindingView> =>
    manager.call('POST', `/audits/${audit}/findings`, { body: issueBody(number) });

  it('is refused when the report is read', async () => {
    await issue('NC-01');
    const { id, rowList } = await uploadReport(manager, audit, csv([row('nc 01'), row('NC-02')]));
    expect(rowList.map(({ status, refusals }) => [status, refusals[0]?.code])).toEqual([
      ['refused', 'number-used'],
      ['ready', undefined],
    ]);
    await confirmReport(manager, audit, id, {});
    expect(await numbers()).toEqual(['NC-01', 'NC-02']);
  });

  it('stops the import when it is issued between reading and issuing, and the other rows are issued', async () => {
    const report = csv([row('NC-01'), row('NC-02')]);
    const { id } = await uploadReport(manager, audit, report);
    const { version } = await issue('NC-01');
    await confirm(id, {});
    await house.system.settled();
    const stopped = await importNow(id);
    expect(stopped).toMatchObject({ status: 'refused', reasons: [{ code: 'fault' }] });
    expect(await numbers()).toEqual(['NC-01', 'NC-02']);
    expect((await manager.call<FindingView>('GET', `/findings/${findingIdOf(audit, 'NC-01')}`)).version).toBe(version);

    const again = await uploadReport(manager, audit, report);
    expect(again.rowList.map(({ refusals }) => refusals[0]?.code)).toEqual(['number-used', 'number-used']);
  });
});

describe('a file that cannot be read', () => {
  it('is refused with its reasons, may be handed in again, and its mended copy is another import', async () => {
    const first = await uploadReport(manager, audit, letter);
    expect(first).toMatchObject({ status: 'refused', rowList: [], reasons: [{ code: 'no-header', field: 'report' }] });
    expect(first.reasons?.[0]?.message).toContain('Statement of nonconformity');
    expect((await refusalOf(confirm(first.id, {}))).code).toBe('wrong-state');

    expect(await uploadReport(manager, audit, letter)).toEqual(first);
    const mended = await uploadReport(manager, audit, csv([row('NC-01')], letter.fileName));
    expect(mended).toMatchObject({ status: 'to-confirm' });
    expect(mended.id).not.toBe(first.id);
    await confirmReport(manager, audit, mended.id, {});
    expect(await numbers()).toEqual(['NC-01']);
  });

  it('is read again from the same upload', async () => {
    const upload = await manager.upload(`/audits/${audit}/uploads`, letter);
    await manager.registered(`/audits/${audit}/uploads/${upload}`);
    const read = async (): Promise<Import> => {
      const { id } = await manager.call<Import>('POST', `/audits/${audit}/imports`, { body: { upload } });
      await house.system.settled();
      return importNow(id);
    };
    const first = await read();
    expect(first.status).toBe('refused');
    expect(await read()).toEqual(first);
    expect((await house.system.store.audits.all(audit)).map(({ type }) => type)).toEqual([
      'audit-opened',
      ...['report-imported', 'report-refused', 'report-imported', 'report-refused'],
    ]);
  });

  const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  it.each<[string, File, string]>([
    ['rows without a header', csv([]), 'no-rows'],
    [
      'JSON that is no assessment',
      { fileName: 'a.json', type: 'application/json', bytes: Buffer.from('{}') },
      'not-a-report',
    ],
  ])('%s', async (_what, file, code) => {
    expect(await uploadReport(manager, audit, file)).toMatchObject({ status: 'refused', reasons: [{ code }] });
  });

  it('is not even taken as a report where its type or its bytes are none', async () => {
    const bytes = Buffer.from('%PDF-1.7\n%âãÏÓ\n');
    const pdf = await refusalOf(uploadReport(manager, audit, { fileName: 'a.pdf', type: 'application/pdf', bytes }));
    expect([pdf.status, pdf.code, pdf.problem.field]).toEqual([422, 'type-unreadable', 'type']);
    const disguised = { fileName: 'a.xlsx', type: xlsx, bytes } as const;
    const upload = await manager.upload(`/audits/${audit}/uploads`, disguised);
    await expect(manager.registered(`/audits/${audit}/uploads/${upload}`)).rejects.toThrow('quarantined');
    const refused = await refusalOf(manager.call('POST', `/audits/${audit}/imports`, { body: { upload } }));
    expect([refused.status, refused.code, refused.problem.field]).toEqual([422, 'evidence-quarantined', 'upload']);
    expect(await house.system.store.audits.all(audit)).toHaveLength(1);
  });
});

describe('reports of other formats', () => {
  const fixture = async (fileName: string, type: File['type']): Promise<File> => ({
    fileName,
    type,
    bytes: await readFile(join(import.meta.dirname, '../fixtures/reports', fileName)),
  });

  it('OSCAL knows no grade: it is completed when the rows are confirmed', async () => {
    const file = await fixture('assessment-results.oscal.json', 'application/json');
    const { id, rowList } = await uploadReport(manager, audit, file);
    const open = rowList.filter(({ status }) => status !== 'refused');
    expect(open.length).toBeGreaterThan(0);
    expect(open.every(({ missing }) => missing.includes('grade') && missing.includes('owner'))).toBe(true);
    const rows = open.map((each) => ({ row: each.row, grade: 'minor' }));
    await confirmReport(manager, audit, id, { owner: sample.owner.email, rows });
    expect(await issued()).toHaveLength(open.length);
  });

  it('a workbook', async () => {
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const { status, rowList } = await uploadReport(manager, audit, await fixture('merged-title.xlsx', type));
    expect(status).toBe('to-confirm');
    expect(rowList.length).toBeGreaterThan(0);
  });
});

it('is issued when it is confirmed after the execution gave up waiting', async () => {
  const { id } = await uploadReport(manager, audit, csv([row('NC-01')]));
  const wait = await house.system.store.waits.get({ kind: 'import', audit, importId: id });
  expect(await house.system.engine.fail(wait?.token ?? '', 'States.Timeout', '')).toBe('resumed');
  await house.system.settled();
  expect((await confirmReport(manager, audit, id, {})).status).toBe('issued');
  expect(await numbers()).toEqual(['NC-01']);
});
