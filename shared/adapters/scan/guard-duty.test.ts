import { S3Client } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { ScannerFault } from '#ports/evidence.ts';
import { type Answer, answering } from '../aws/answering.fixture.ts';
import { createGuardDutyScan } from './guard-duty.ts';

const file = { key: 'evidence/1/2', version: 'v+1', size: 8 };

const tagged = (tags: Readonly<Record<string, string>>): Answer => ({
  headers: { 'content-type': 'application/xml' },
  body: `<Tagging><TagSet>${Object.entries(tags)
    .map(([key, value]) => `<Tag><Key>${key}</Key><Value>${value}</Value></Tag>`)
    .join('')}</TagSet></Tagging>`,
});

const scanning = async (answer: Answer) => {
  const { options, requests } = await answering(() => answer);
  const client = new S3Client({ ...options, forcePathStyle: true });
  return { scan: createGuardDutyScan({ client, bucket: 'intake' }), requests };
};

it.each([
  ['NO_THREATS_FOUND', { verdict: 'clean', by: 'GuardDuty' }],
  ['THREATS_FOUND', { verdict: 'infected', by: 'GuardDuty', detail: expect.stringContaining('malware') }],
  ['UNSUPPORTED', { verdict: 'undecided', by: 'GuardDuty', detail: expect.stringContaining('password') }],
  ['ACCESS_DENIED', { verdict: 'undecided', by: 'GuardDuty', detail: expect.stringContaining('allowed') }],
  ['FAILED', { verdict: 'undecided', by: 'GuardDuty', detail: expect.stringContaining('failed') }],
  [
    'NO_THREATS_FOUND_YET',
    { verdict: 'undecided', by: 'GuardDuty', detail: 'GuardDuty answered NO_THREATS_FOUND_YET' },
  ],
])('takes %s for what it is', async (value, verdict) => {
  const { scan, requests } = await scanning(tagged({ Owner: 'x', GuardDutyMalwareScanStatus: value }));
  expect(await scan(file)).toEqual(verdict);
  expect(requests[0]?.path).toContain('versionId=v%2B1');
});

it('waits while GuardDuty has not written its tag', async () => {
  expect(await (await scanning(tagged({}))).scan(file)).toEqual({ verdict: 'pending' });
  expect(await (await scanning(tagged({ Owner: 'NO_THREATS_FOUND' }))).scan(file)).toEqual({ verdict: 'pending' });
});

it('throws ScannerFault where it may not ask', async () => {
  const { scan } = await scanning({ status: 403 });
  await expect(scan(file)).rejects.toBeInstanceOf(ScannerFault);
});
