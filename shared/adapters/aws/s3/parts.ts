import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  HeadObjectCommand,
  ListPartsCommand,
  type ListPartsCommandOutput,
  type Part,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { secondsAfter } from '#domain/calendar/instants.ts';
import type { Clock } from '#ports/clock.ts';
import { IntakeFault, type IntakeFiles } from '#ports/evidence.ts';
import { type Bucket, base64ToHex, createGuard, hexToBase64, isCode, isMissing } from './requests.ts';

const checksumHeader = 'x-amz-checksum-sha256';
const guard = createGuard(IntakeFault);

/**
 * Uploads in parts. The signature of a part's address fixes its number, `Content-Length` and SHA-256, so that S3 itself
 * refuses anything else; S3 computes each part's SHA-256 and keeps it.
 */
export const partsIn = ({
  client,
  bucket,
  clock,
}: Bucket & { readonly clock: Clock }): Pick<IntakeFiles, 'beginParts' | 'grantPart' | 'partsOf' | 'completeParts'> => {
  /** `undefined`: there is no such upload, or none any more. */
  const list = async (key: string, parts: string): Promise<readonly Part[] | undefined> => {
    try {
      const listed: Part[] = [];
      // Not by the SDK's paginator: the last page too says where a next one would begin, and that never ends.
      let next: string | undefined;
      do {
        const page: ListPartsCommandOutput = await client.send(
          new ListPartsCommand({ Bucket: bucket, Key: key, UploadId: parts, PartNumberMarker: next }),
        );
        listed.push(...(page.Parts ?? []));
        next = page.IsTruncated ? page.NextPartNumberMarker : undefined;
      } while (next !== undefined);
      return listed.toSorted((a, b) => (a.PartNumber ?? 0) - (b.PartNumber ?? 0));
    } catch (error) {
      if (isCode(error, 'NoSuchUpload')) return undefined;
      throw error;
    }
  };

  const isThere = async (key: string): Promise<boolean> => {
    try {
      await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  };

  /** `false`: there is no such upload any more. */
  const complete = async (key: string, parts: string, listed: readonly Part[]): Promise<boolean> => {
    try {
      const Parts = listed.map(({ PartNumber, ETag, ChecksumSHA256 }) => ({ PartNumber, ETag, ChecksumSHA256 }));
      await client.send(
        new CompleteMultipartUploadCommand({ Bucket: bucket, Key: key, UploadId: parts, MultipartUpload: { Parts } }),
      );
      return true;
    } catch (error) {
      if (isCode(error, 'NoSuchUpload')) return false;
      throw error;
    }
  };

  return {
    beginParts: ({ key, type }) =>
      guard(`beginning ${key} in parts`, async () => {
        const { UploadId } = await client.send(
          new CreateMultipartUploadCommand({
            Bucket: bucket,
            Key: key,
            ContentType: type,
            ChecksumAlgorithm: 'SHA256',
          }),
        );
        if (UploadId === undefined) throw new IntakeFault(`S3 named no upload for ${key}`);
        return UploadId;
      }),

    grantPart: ({ key, parts, number, size, sha256, expiresInSeconds }) =>
      guard(`granting a part of ${key}`, async () => {
        const now = clock.now();
        const checksum = hexToBase64(sha256);
        const request = new UploadPartCommand({
          Bucket: bucket,
          Key: key,
          UploadId: parts,
          PartNumber: number,
          ContentLength: size,
          ChecksumSHA256: checksum,
        });
        const url = await getSignedUrl(client, request, {
          expiresIn: expiresInSeconds,
          // Left to itself the signer moves it into the address, where S3 holds no body against it.
          unhoistableHeaders: new Set([checksumHeader]),
          signableHeaders: new Set(['host', 'content-length', checksumHeader]),
        });
        return { url, headers: { [checksumHeader]: checksum }, expiresAt: secondsAfter(now, expiresInSeconds) };
      }),

    partsOf: (key, parts) =>
      guard(`looking at the parts of ${key}`, async () =>
        ((await list(key, parts)) ?? []).map(({ PartNumber = 0, Size = 0, ChecksumSHA256 = '' }) => ({
          number: PartNumber,
          size: Size,
          sha256: base64ToHex(ChecksumSHA256),
        })),
      ),

    completeParts: (key, parts) =>
      guard(`completing ${key}`, async () => {
        const listed = await list(key, parts);
        if (listed !== undefined) {
          if (listed.length === 0) throw new IntakeFault('no part has arrived');
          const missing = listed.findIndex(({ PartNumber }, index) => PartNumber !== index + 1);
          if (missing !== -1) throw new IntakeFault(`part ${missing + 1} has not arrived`);
          if (await complete(key, parts, listed)) return;
        }
        // Completed before, perhaps by a request whose answer was lost.
        if (!(await isThere(key))) throw new IntakeFault('there is no such upload');
      }),
  };
};
