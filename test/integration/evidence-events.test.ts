import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '#local/client.ts';
import type { Store } from '#local/functions.ts';
import type { BusMessage } from '#ports/bus.ts';
import { ScannerFault, type Verdict } from '#ports/evidence.ts';
import { give, issue, openAudit } from './findings.ts';
import { type House, openHouse } from './house.ts';
import { countWrites } from './port-calls.ts';
import { type Granted, grantFor, post, recordOf, uploaded } from './uploads.ts';

const audit = '2026-surveillance';
const by = 'GuardDuty';

/** A scanner that takes its time, as GuardDuty does: its verdict is there when the test says so. */
let verdict: Verdict | Error = { verdict: 'pending' };
const scan: Store['scan'] = async () => {
  if (verdict instanceof Error) throw verdict;
  return verdict;
};
/** What S3 says of arrivals may come late: the test delivers it itself then. */
let isLate = false;
const lateBus = (bus: Store['bus']): Store['bus'] => ({
  publish: async (messages: readonly BusMessage[]) =>
    bus.publish(messages.filter(({ detailType }) => !(isLate && detailType === 'Object Created'))),
});
const { around, writes } = countWrites(({ bus }) => ({ scan, bus: lateBus(bus) }));

let house: House;
let owner: Client;
let finding: string;
let count = 0;

beforeAll(async () => {
  house = await openHouse({ around });
  owner = house.people.owner;
  await openAudit(house.people.ismsManager, audit);
}, 60_000);
beforeEach(async () => {
  count += 1;
  verdict = { verdict: 'pending' };
  isLate = false;
  finding = await issue(house, audit, `NC-${count}`);
});
afterAll(() => house.close());

const keyOf = ({ id }: Pick<Granted, 'id'>): string => `evidence/${finding}/${id}`;

const deliver = async (detailType: string, detail: object): Promise<{ batchItemFailures: unknown[] }> => {
  const body = JSON.stringify({ version: '0', source: 'aws', 'detail-type': detailType, detail });
  const record = { messageId: 'message-1', eventSource: 'aws:sqs', body };
  const answer = await house.system.invoke('check-evidence', { Records: [record] });
  await house.system.settled();
  return answer as { batchItemFailures: unknown[] };
};
const created = (key: string) =>
  deliver('Object Created', { version: '0', bucket: { name: 'intake' }, object: { key, size: 1, 'version-id': 'v' } });
const scanned = (key: string, status: string) =>
  deliver('GuardDuty Malware Protection Object Scan Result', {
    schemaVersion: '1.0',
    scanStatus: 'COMPLETED',
    s3ObjectDetails: { bucketName: 'intake', objectKey: key, versionId: 'v' },
    scanResultDetails: { scanResultStatus: status, threats: null },
  });
const fine = { batchItemFailures: [] };

const registering = {
  'evidence.settle': 1,
  'vault.keep': 1,
  'bus.publish': 1,
  'evidence.markAnnounced': 1,
};

describe('a file whose verdict is to come', () => {
  it('is being checked until then, and evidence after that', async () => {
    const waiting = await uploaded(house, owner, finding);
    expect(waiting).toMatchObject({ status: 'checking' });
    expect(waiting.kept).toBeUndefined();
    writes();
    verdict = { verdict: 'clean', by };
    expect(await scanned(keyOf(waiting), 'NO_THREATS_FOUND')).toEqual(fine);
    expect(writes()).toEqual(registering);
    expect(await recordOf(owner, finding, waiting.id)).toMatchObject({
      status: 'registered',
      scan: { by, verdict: 'clean' },
    });
  });

  it.each<[string, Verdict, string, string]>([
    ['THREATS_FOUND', { verdict: 'infected', by, detail: 'EICAR-Test-File' }, 'quarantined', 'was refused'],
    ['UNSUPPORTED', { verdict: 'undecided', by, detail: 'the file is protected by a password' }, 'held', 'is held'],
    ['ACCESS_DENIED', { verdict: 'undecided', by, detail: 'access was denied' }, 'held', 'is held'],
    ['FAILED', { verdict: 'undecided', by, detail: 'the scan failed' }, 'held', 'is held'],
  ])('%s: it is no evidence, and its uploader is told once', async (status, said, ends, subject) => {
    const { id } = await uploaded(house, owner, finding);
    writes();
    verdict = said;
    for (let times = 0; times < 3; times += 1) await scanned(keyOf({ id }), status);
    await created(keyOf({ id }));
    expect(writes()).toEqual({
      'evidence.settle': 1,
      'bus.publish': 1,
      'evidence.markAnnounced': 1,
      'notices.claim': 1,
      'mail.send': 1,
      'notices.markSent': 1,
    });
    const record = await recordOf(owner, finding, id);
    expect(record).toMatchObject({ status: ends, scan: { by, verdict: said.verdict } });
    expect(record.kept).toBeUndefined();
    const mail = house.system.mailbox.list().filter(({ reference }) => reference.includes(id));
    expect(mail).toMatchObject([{ subject: expect.stringContaining(subject) }]);
  });

  it('held, and found clean by a later scan, is evidence', async () => {
    const { id } = await uploaded(house, owner, finding);
    verdict = { verdict: 'undecided', by };
    await scanned(keyOf({ id }), 'FAILED');
    writes();
    verdict = { verdict: 'clean', by };
    await scanned(keyOf({ id }), 'NO_THREATS_FOUND');
    expect(writes()).toEqual(registering);
    const record = await recordOf(owner, finding, id);
    expect(record.status).toBe('registered');
    expect(record.reason).toBeUndefined();
    // What comes late says what is no longer so.
    const detail = { kind: 'finding', aggregate: finding, id, status: 'held' };
    const body = JSON.stringify({ 'detail-type': 'evidence-settled', detail });
    writes();
    const late = { messageId: '1', eventSource: 'aws:sqs', body };
    expect(await house.system.invoke('send-notice', { Records: [late] })).toEqual(fine);
    expect(writes()).toEqual({});
  });

  it('said to be scanned before it bears the mark, is looked at again', async () => {
    const { id } = await uploaded(house, owner, finding);
    expect((await scanned(keyOf({ id }), 'NO_THREATS_FOUND')).batchItemFailures).toHaveLength(1);
    verdict = { verdict: 'clean', by };
    expect(await scanned(keyOf({ id }), 'NO_THREATS_FOUND')).toEqual(fine);
    expect(await recordOf(owner, finding, id)).toMatchObject({ status: 'registered' });
  });
});

describe('the same event, again and again', () => {
  it('in whatever order, and after the finding ended, changes nothing twice', async () => {
    isLate = true;
    const granted = await grantFor(owner, finding);
    await post(granted);
    verdict = { verdict: 'clean', by };
    writes();
    // The verdict overtakes the arrival.
    expect(await scanned(keyOf(granted), 'NO_THREATS_FOUND')).toEqual(fine);
    expect(writes()).toEqual(registering);
    const record = await recordOf(owner, finding, granted.id);
    expect(record).toMatchObject({ status: 'registered' });

    for (let times = 0; times < 3; times += 1) expect(await created(keyOf(granted))).toEqual(fine);
    expect(await scanned(keyOf(granted), 'NO_THREATS_FOUND')).toEqual(fine);
    expect(writes()).toEqual({});

    await give(house, house.people.leadAuditor, finding, 'withdraw', { reason: 'Out of scope.' });
    await give(house, house.people.decisionMaker, finding, 'decide-withdrawal', { confirmed: true, reason: 'Yes.' });
    writes();
    verdict = { verdict: 'infected', by };
    for (let times = 0; times < 3; times += 1) expect(await created(keyOf(granted))).toEqual(fine);
    expect(await scanned(keyOf(granted), 'THREATS_FOUND')).toEqual(fine);
    expect(writes()).toEqual({});
    expect(await recordOf(owner, finding, granted.id)).toEqual(record);
  });

  it('all at once, registers one file in one version', async () => {
    isLate = true;
    const granted = await grantFor(owner, finding);
    await post(granted);
    verdict = { verdict: 'clean', by };
    writes();
    const answers = await Promise.all(Array.from({ length: 4 }, () => created(keyOf(granted))));
    expect(answers).toEqual([fine, fine, fine, fine]);
    expect(writes()['mail.send']).toBeUndefined();
    const { kept } = await recordOf(owner, finding, granted.id);
    expect(kept?.versionId).toEqual(expect.any(String));
  });

  it('of a key that nobody was granted, or under which nothing lies, is no fault', async () => {
    const granted = await grantFor(owner, finding);
    writes();
    for (const key of [
      keyOf({ id: 'never-granted' }),
      keyOf(granted),
      'malware-protection-resource-validation',
      'a/b/c',
      'evidence/x/y/z',
    ])
      expect(await created(key)).toEqual(fine);
    expect(writes()).toEqual({});
  });

  it('that is no event of a file fails, and comes to the dead letters', async () => {
    expect((await deliver('Object Deleted', {})).batchItemFailures).toHaveLength(1);
  });
});

describe('what others say on the bus', () => {
  it('is told to nobody', async () => {
    writes();
    for (const type of ['pack-requested', 'anchors-revised', 'some-day']) {
      const body = JSON.stringify({ 'detail-type': type, detail: { id: 'x' } });
      const record = { messageId: '1', eventSource: 'aws:sqs', body };
      expect(await house.system.invoke('send-notice', { Records: [record] })).toEqual(fine);
    }
    await house.system.bus.publish([{ detailType: 'some-day', detail: {} }]);
    await house.system.settled();
    expect(writes()).toEqual({});
    expect(house.faults).toEqual([]);
  });
});

describe('a scanner out of reach', () => {
  it('leaves the file to be checked, which is tried again within the hour', async () => {
    verdict = new ScannerFault('clamd does not answer');
    const { id, status } = await uploaded(house, owner, finding);
    expect(status).toBe('checking');
    await house.system.advance?.('PT1H');
    expect(await recordOf(owner, finding, id)).toMatchObject({ status: 'checking' });
    expect(house.faults.filter((fault) => fault.includes('Object Created')).length).toBeGreaterThanOrEqual(6);
    verdict = { verdict: 'clean', by: 'ClamAV' };
    await house.system.advance?.('PT1H');
    expect(await recordOf(owner, finding, id)).toMatchObject({ status: 'registered', scan: { by: 'ClamAV' } });
  });
});
