import { createHash } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { IntakeFault } from '#ports/evidence.ts';
import { type Answer, answering } from '../answering.fixture.ts';
import { createIntakeBucket } from './intake.ts';

const sha256 = createHash('sha256').update('evidence');
const [hex, base64] = [sha256.copy().digest('hex'), sha256.digest('base64')];

const on = async (answer: Answer = {}) => {
  const { options, requests } = await answering(() => answer);
  const client = new S3Client({ ...options, forcePathStyle: true });
  const clock = { now: () => '2026-03-09T08:00:00.000Z' };
  return { files: createIntakeBucket({ client, bucket: 'intake', clock }), requests };
};

describe('the intake bucket', () => {
  it('signs a policy that leaves nothing open', async () => {
    const { files } = await on();
    const terms = { key: 'evidence/1/2', type: 'application/pdf', size: 8, sha256: hex, expiresInSeconds: 300 };
    const { fields, expiresAt } = await files.grantUpload(terms);
    expect(expiresAt).toBe('2026-03-09T08:05:00.000Z');
    expect(fields).toMatchObject({ key: terms.key, 'Content-Type': terms.type, 'x-amz-checksum-sha256': base64 });
    const { conditions, expiration } = JSON.parse(Buffer.from(fields.Policy ?? '', 'base64').toString());
    expect(conditions).toEqual(
      expect.arrayContaining([
        ['content-length-range', 8, 8],
        { 'Content-Type': terms.type },
        { 'x-amz-checksum-algorithm': 'SHA256' },
        { 'x-amz-checksum-sha256': base64 },
        { bucket: 'intake' },
        { key: terms.key },
      ]),
    );
    expect(conditions).not.toContainEqual(expect.arrayContaining(['starts-with']));
    expect(Date.parse(expiration) - Date.now()).toBeLessThanOrEqual(300_000);
  });

  it('reads the checksum that S3 computed', async () => {
    const { files, requests } = await on({
      headers: { 'content-length': '8', 'content-type': 'application/pdf', 'x-amz-checksum-sha256': base64 },
    });
    expect(await files.look('evidence/1/2')).toEqual({ size: 8, type: 'application/pdf', sha256: hex });
    expect(requests[0]?.headers['x-amz-checksum-mode']).toBe('ENABLED');
  });

  it('throws IntakeFault where S3 keeps no checksum, or does not say whether the file is there', async () => {
    const bare = await on({ headers: { 'content-length': '8' } });
    await expect(bare.files.look('evidence/1/2')).rejects.toBeInstanceOf(IntakeFault);
    const denied = await on({ status: 403 });
    await expect(denied.files.look('evidence/1/2')).rejects.toBeInstanceOf(IntakeFault);
    const gone = await on({ status: 404 });
    expect(await gone.files.look('evidence/1/2')).toBeUndefined();
  });

  it('asks for the beginning of a file alone', async () => {
    const { files, requests } = await on({ status: 206, body: 'evid' });
    expect(Buffer.from(await files.read('evidence/1/2', 4)).toString()).toBe('evid');
    expect(requests[0]?.headers.range).toBe('bytes=0-3');
    await files.read('evidence/1/2');
    expect(requests[1]?.headers.range).toBeUndefined();
  });
});
