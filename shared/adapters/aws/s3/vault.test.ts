import { createHash } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { type Keeping, VaultFault } from '#ports/evidence.ts';
import { type Answer, answering, type Request } from '../answering.fixture.ts';
import { createVaultBucket } from './vault.ts';

const sha256 = createHash('sha256').update('evidence');
const [hex, base64] = [sha256.copy().digest('hex'), sha256.digest('base64')];
const xml = (body: string, status = 200, headers = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/xml', ...headers },
  body,
});
const copied = (checksum = base64) =>
  xml(`<CopyObjectResult><ETag>e</ETag><ChecksumSHA256>${checksum}</ChecksumSHA256></CopyObjectResult>`, 200, {
    'x-amz-version-id': 'v2',
  });
const refused = (code: string, status: number) =>
  xml(`<Error><Code>${code}</Code><Message>no</Message></Error>`, status);
const there = (more: Record<string, string> = {}): Answer => ({
  headers: { 'x-amz-checksum-sha256': base64, 'x-amz-version-id': 'v1', etag: '"e1"', ...more },
});

const keeping: Keeping = {
  from: { key: 'evidence/1/ü +?', version: 'v+1' },
  to: 'evidence/1/2',
  type: 'application/pdf',
  size: 8,
  sha256: hex,
  retainUntil: '2031-03-09T22:59:59.999Z',
  hold: true,
};

const on = async (answer: (request: Request, count: number) => Answer) => {
  let count = 0;
  const { options, requests } = await answering((request) => {
    count += 1;
    return answer(request, count);
  });
  const client = new S3Client({ ...options, forcePathStyle: true });
  const clock = { now: () => '2026-03-09T08:00:00.000Z' };
  return { files: createVaultBucket({ client, bucket: 'vault', intakeBucket: 'intake', clock }), requests };
};
const done = (requests: readonly Request[]) =>
  requests.map(({ method, path }) =>
    `${method} ${new URL(path, 'http://x').search.replace(/[?&](versionId|x-id)=[^&]*/g, '').replace(/=$/, '')}`.trim(),
  );

describe('the vault bucket', () => {
  it('copies the pinned version, locked, with its type and a checksum, over nothing', async () => {
    const { files, requests } = await on(({ method }) => (method === 'HEAD' ? { status: 404 } : copied()));
    expect(await files.keep(keeping)).toEqual({ versionId: 'v2' });
    expect(requests[1]?.headers).toMatchObject({
      'x-amz-copy-source': 'intake/evidence/1/%C3%BC%20%2B%3F?versionId=v%2B1',
      'x-amz-checksum-algorithm': 'SHA256',
      'x-amz-metadata-directive': 'REPLACE',
      'x-amz-tagging-directive': 'REPLACE',
      'content-type': 'application/pdf',
      'x-amz-object-lock-mode': 'GOVERNANCE',
      'x-amz-object-lock-retain-until-date': '2031-03-09T22:59:59.999Z',
      'x-amz-object-lock-legal-hold': 'ON',
      'if-none-match': '*',
    });
  });

  it('answers with the version that is there, and copies nothing', async () => {
    const { files, requests } = await on(() =>
      there({
        'x-amz-object-lock-retain-until-date': keeping.retainUntil,
        'x-amz-object-lock-legal-hold': 'ON',
      }),
    );
    expect(await files.keep(keeping)).toEqual({ versionId: 'v1' });
    expect(done(requests)).toEqual(['HEAD']);
  });

  it('locks what is there as it is told, and never for a shorter time', async () => {
    const early = await on(({ method }) =>
      method === 'HEAD' ? there({ 'x-amz-object-lock-retain-until-date': '2031-03-08T22:59:59.999Z' }) : {},
    );
    await early.files.keep(keeping);
    expect(done(early.requests)).toEqual(['HEAD', 'PUT ?retention', 'PUT ?legal-hold']);
    expect(early.requests[1]?.body).toContain('<RetainUntilDate>2031-03-09T22:59:59.999Z</RetainUntilDate>');
    expect(early.requests[2]?.body).toContain('<Status>ON</Status>');
    const late = await on(({ method }) =>
      method === 'HEAD'
        ? there({
            'x-amz-object-lock-retain-until-date': '2031-03-10T22:59:59.999Z',
            'x-amz-object-lock-legal-hold': 'ON',
          })
        : {},
    );
    await late.files.keep({ ...keeping, hold: false });
    expect(done(late.requests)).toEqual(['HEAD', 'PUT ?legal-hold']);
    expect(late.requests[1]?.body).toContain('<Status>OFF</Status>');
  });

  it.each(['PreconditionFailed', 'ConditionalRequestConflict'])(
    'takes the version of who was faster (%s)',
    async (code) => {
      const { files, requests } = await on(({ method }, count) =>
        method === 'HEAD'
          ? count === 1
            ? { status: 404 }
            : there()
          : method === 'PUT' && count === 2
            ? refused(code, 412)
            : {},
      );
      expect(await files.keep(keeping)).toEqual({ versionId: 'v1' });
      expect(requests.map(({ method }) => method).slice(0, 3)).toEqual(['HEAD', 'PUT', 'HEAD']);
    },
  );

  it('gives up when it loses twice', async () => {
    const { files, requests } = await on(({ method }) =>
      method === 'HEAD' ? { status: 404 } : refused('PreconditionFailed', 412),
    );
    await expect(files.keep(keeping)).rejects.toBeInstanceOf(VaultFault);
    expect(requests).toHaveLength(4);
  });

  it('copies over another content as it was seen, beside it', async () => {
    const other = Buffer.alloc(32).toString('base64');
    const { files, requests } = await on(({ method }) =>
      method === 'HEAD' ? there({ 'x-amz-checksum-sha256': other }) : copied(),
    );
    expect(await files.keep(keeping)).toEqual({ versionId: 'v2' });
    expect(requests[1]?.headers).toMatchObject({ 'if-match': '"e1"' });
    expect(requests[1]?.headers['if-none-match']).toBeUndefined();
  });

  it.each([
    ['another checksum', copied(Buffer.alloc(32).toString('base64'))],
    ['a checksum of checksums', copied(`${base64}-2`)],
    ['no checksum', xml('<CopyObjectResult/>', 200, { 'x-amz-version-id': 'v2' })],
    ['no version', { ...copied(), headers: { 'content-type': 'application/xml' } }],
    ['a refusal', refused('AccessDenied', 403)],
  ])('throws VaultFault when the copy comes back with %s', async (_what, answer) => {
    const { files } = await on(({ method }) => (method === 'HEAD' ? { status: 404 } : answer));
    await expect(files.keep(keeping)).rejects.toBeInstanceOf(VaultFault);
  });

  it('copies nothing where S3 does not say whether the file is there', async () => {
    const { files, requests } = await on(() => ({ status: 403 }));
    await expect(files.keep(keeping)).rejects.toBeInstanceOf(VaultFault);
    expect(requests).toHaveLength(1);
  });

  it('signs an address for one version, as an attachment, for so many seconds', async () => {
    const { files } = await on(() => ({}));
    const { url, expiresAt } = await files.grantDownload({
      key: 'evidence/1/2',
      versionId: 'v+1',
      fileName: 'Größe".pdf\r\n',
      type: 'application/pdf',
      expiresInSeconds: 60,
    });
    expect(expiresAt).toBe('2026-03-09T08:01:00.000Z');
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({
      versionId: 'v+1',
      'X-Amz-Expires': '60',
      'response-content-disposition': "attachment; filename*=UTF-8''Gr%C3%B6%C3%9Fe%22.pdf__",
      'response-content-type': 'application/pdf',
      'response-cache-control': 'no-store',
    });
  });
});
