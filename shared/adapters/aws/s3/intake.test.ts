import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
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

  const head = { 'content-length': '8', 'content-type': 'application/pdf', 'x-amz-version-id': 'v1' };
  const shown = { size: 8, type: 'application/pdf', version: 'v1' };

  it('tells size, type and version, and the checksum that S3 computed', async () => {
    const { files, requests } = await on({ headers: { ...head, 'x-amz-checksum-sha256': base64 } });
    expect(await files.look('evidence/1/2')).toEqual({ ...shown, sha256: hex });
    expect(requests[0]?.headers['x-amz-checksum-mode']).toBe('ENABLED');
  });

  it.each([
    ['none', {}],
    ['one of checksums', { 'x-amz-checksum-sha256': `${base64}-3` }],
    ['one of checksums, by its type', { 'x-amz-checksum-sha256': base64, 'x-amz-checksum-type': 'COMPOSITE' }],
  ])('tells no checksum of the file where S3 has %s', async (_what, headers) => {
    const { files } = await on({ headers: { ...head, ...headers } });
    expect(await files.look('evidence/1/2')).toEqual(shown);
  });

  it('throws IntakeFault where S3 keeps no versions, or does not say whether the file is there', async () => {
    const bare = await on({ headers: { 'content-length': '8' } });
    await expect(bare.files.look('evidence/1/2')).rejects.toBeInstanceOf(IntakeFault);
    const denied = await on({ status: 403 });
    await expect(denied.files.look('evidence/1/2')).rejects.toBeInstanceOf(IntakeFault);
    const gone = await on({ status: 404 });
    expect(await gone.files.look('evidence/1/2')).toBeUndefined();
  });

  it('asks for a part of one version alone', async () => {
    const { files, requests } = await on({ status: 206, body: 'evid' });
    const file = { key: 'evidence/1/2', version: 'v+1' };
    expect(Buffer.from(await files.read(file, 0, 4)).toString()).toBe('evid');
    await files.read(file, 3, 4);
    await files.read(file, 3);
    await files.read(file, 0);
    expect(requests.map(({ headers }) => headers.range)).toEqual(['bytes=0-3', 'bytes=3-6', 'bytes=3-', undefined]);
    for (const { path } of requests) expect(path).toContain('versionId=v%2B1');
    expect(await files.read(file, 3, 0)).toHaveLength(0);
    expect(requests).toHaveLength(4);
  });

  it('streams one version, and throws IntakeFault when the connection breaks', async () => {
    const { files, requests } = await on({ body: 'evidence' });
    const file = { key: 'evidence/1/2', version: 'v1' };
    expect(await text(files.stream(file))).toBe('evidence');
    expect(requests[0]?.path).toContain('versionId=v1');
    const broken = await on({ headers: { 'content-length': '20' }, body: 'evidence' });
    await expect(text(broken.files.stream(file))).rejects.toBeInstanceOf(IntakeFault);
  });
});
