import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { IntakeFault, type PartTerms } from '#ports/evidence.ts';
import { type Answer, answering, type Request } from '../answering.fixture.ts';
import { partsIn } from './parts.ts';

const xml = (body: string, status = 200): Answer => ({ status, headers: { 'content-type': 'application/xml' }, body });
const noUpload = xml('<Error><Code>NoSuchUpload</Code><Message>no</Message></Error>', 404);
const noObject: Answer = { status: 404 };

const on = async (answer: (request: Request) => Answer = () => ({})) => {
  const { options, requests } = await answering(answer);
  const client = new S3Client({ ...options, forcePathStyle: true });
  const clock = { now: () => '2026-03-09T08:00:00.000Z' };
  return { files: partsIn({ client, bucket: 'intake', clock }), requests };
};

const hex = 'ab'.repeat(32);
const base64 = Buffer.from(hex, 'hex').toString('base64');
const terms: PartTerms = { key: 'evidence/1/ü', parts: 'u 1', number: 2, size: 5, sha256: hex, expiresInSeconds: 60 };

const listed = (numbers: readonly number[], next?: number) =>
  xml(`<ListPartsResult><IsTruncated>${next !== undefined}</IsTruncated>
    <NextPartNumberMarker>${next ?? numbers.at(-1) ?? 0}</NextPartNumberMarker>
    ${numbers.map((n) => `<Part><PartNumber>${n}</PartNumber><Size>5</Size><ETag>e${n}</ETag><ChecksumSHA256>${base64}</ChecksumSHA256></Part>`).join('')}
  </ListPartsResult>`);
const part = (number: number) => ({ number, size: 5, sha256: hex });

describe('an upload to S3 in parts', () => {
  it('is begun with a SHA-256 for each part', async () => {
    const { files, requests } = await on(() =>
      xml('<InitiateMultipartUploadResult><UploadId>u1</UploadId></InitiateMultipartUploadResult>'),
    );
    expect(await files.beginParts({ key: 'evidence/1/2', type: 'text/csv' })).toBe('u1');
    expect(requests[0]?.headers).toMatchObject({ 'content-type': 'text/csv', 'x-amz-checksum-algorithm': 'SHA256' });
  });

  it('signs number, length and hash of a part, and leaves the hash in a header', async () => {
    const { files } = await on();
    const { url, headers, expiresAt } = await files.grantPart(terms);
    const { pathname, searchParams } = new URL(url);
    expect(pathname).toBe('/intake/evidence/1/%C3%BC');
    expect(Object.fromEntries(searchParams)).toMatchObject({
      'X-Amz-SignedHeaders': 'content-length;host;x-amz-checksum-sha256',
      'X-Amz-Expires': '60',
      partNumber: '2',
      uploadId: 'u 1',
    });
    expect([...searchParams.keys()].filter((name) => /checksum/i.test(name))).toEqual([]);
    expect(headers).toEqual({ 'x-amz-checksum-sha256': base64 });
    expect(expiresAt).toBe('2026-03-09T08:01:00.000Z');
  });

  it('lists parts to the last page, whatever that says of a next one', async () => {
    const { files, requests } = await on(({ path }) =>
      path.includes('part-number-marker=2') ? listed([3]) : listed([2, 1], 2),
    );
    expect(await files.partsOf('k', 'u1')).toEqual([part(1), part(2), part(3)]);
    expect(requests).toHaveLength(2);
  });

  it('is completed with every part and its checksum', async () => {
    const { files, requests } = await on(({ method }) => (method === 'GET' ? listed([1, 2]) : xml('<R/>')));
    await files.completeParts('k', 'u1');
    expect(requests[1]?.method).toBe('POST');
    for (const number of [1, 2])
      expect(requests[1]?.body).toMatch(
        new RegExp(`<Part>(?=.*<ETag>e${number}</ETag>)(?=.*<PartNumber>${number}</PartNumber>).*</Part>`),
      );
    expect(requests[1]?.body.split(`<ChecksumSHA256>${base64}</ChecksumSHA256>`)).toHaveLength(3);
  });

  it.each([
    ['none', []],
    ['not the first', [2, 3]],
    ['not one between', [1, 3]],
  ])('is not completed when of its parts there is %s', async (_what, numbers) => {
    const { files, requests } = await on(() => listed(numbers));
    await expect(files.completeParts('k', 'u1')).rejects.toBeInstanceOf(IntakeFault);
    expect(requests.map(({ method }) => method)).toEqual(['GET']);
  });

  it('is complete where S3 knows no such upload but the file', async () => {
    const before = await on(({ method }) => (method === 'HEAD' ? {} : noUpload));
    await before.files.completeParts('k', 'u1');
    expect(await before.files.partsOf('k', 'u1')).toEqual([]);
    // Another request completed it between the two.
    const meanwhile = await on(({ method }) => ({ GET: listed([1]), HEAD: {} })[method] ?? noUpload);
    await meanwhile.files.completeParts('k', 'u1');
    expect(meanwhile.requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'HEAD']);
    const never = await on(({ method }) => (method === 'HEAD' ? noObject : noUpload));
    await expect(never.files.completeParts('k', 'u1')).rejects.toBeInstanceOf(IntakeFault);
  });
});
