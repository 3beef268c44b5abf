import { S3Client } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { PackFault } from '#ports/packs.ts';
import { type Answer, answering, type Request } from '../answering.fixture.ts';
import { createPackBucket } from './packs.ts';

const xml = (body: string): Answer => ({ headers: { 'content-type': 'application/xml', etag: '"e"' }, body });
const begun = xml('<InitiateMultipartUploadResult><UploadId>u1</UploadId></InitiateMultipartUploadResult>');

const on = async (answer: (request: Request) => Answer = () => begun) => {
  const { options, requests } = await answering(answer);
  const client = new S3Client({ ...options, forcePathStyle: true });
  const clock = { now: () => '2026-03-09T08:00:00.000Z' };
  const done = () =>
    requests.map(({ method, path }) =>
      `${method} ${new URL(path, 'http://x').searchParams.get('partNumber') ?? ''}`.trim(),
    );
  return { files: createPackBucket({ client, bucket: 'packs', clock }), requests, done };
};

const piece = Buffer.alloc(1024 * 1024, 'x');
const pack = async function* (pieces: number, fault?: Error) {
  for (let i = 0; i < pieces; i += 1) yield piece;
  if (fault) throw fault;
};

it('writes a small pack in one request, with its checksum', async () => {
  const { files, requests } = await on();
  await files.write('packs/1.zip', pack(1));
  expect(requests).toHaveLength(1);
  expect(requests[0]?.headers).toMatchObject({
    'content-type': 'application/zip',
    'x-amz-sdk-checksum-algorithm': 'SHA256',
  });
});

it('writes a large pack in parts, and completes it', async () => {
  const { files, done } = await on();
  await files.write('packs/1.zip', pack(17));
  expect(done().toSorted()).toEqual(['POST', 'POST', 'PUT 1', 'PUT 2', 'PUT 3']);
});

it.each([1, 17])('takes back what was written when the content throws after %i pieces', async (pieces) => {
  const { files, done } = await on();
  const writing = files.write('packs/1.zip', pack(pieces, new Error('the vault is gone')));
  await expect(writing).rejects.toBeInstanceOf(PackFault);
  await expect(writing).rejects.toThrow('the vault is gone');
  if (pieces > 8) expect(done().at(-1)).toBe('DELETE');
  else expect(done()).toEqual([]);
});

it('stops reading the content when S3 fails', async () => {
  const { files, done } = await on(({ method }) => (method === 'PUT' ? { status: 403 } : begun));
  let read = 0;
  const long = async function* () {
    for (; read < 500; read += 1) yield piece;
  };
  await expect(files.write('packs/1.zip', long())).rejects.toBeInstanceOf(PackFault);
  expect(read).toBeLessThan(100);
  expect(done().at(-1)).toBe('DELETE');
});
