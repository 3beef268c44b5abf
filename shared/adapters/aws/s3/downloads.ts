import { GetObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { secondsAfter } from '#domain/calendar/instants.ts';
import type { Clock } from '#ports/clock.ts';
import type { DownloadGrant, DownloadTerms } from '#ports/evidence.ts';
import { attachmentNamed } from '../../files/attachment.ts';
import type { Bucket } from './requests.ts';

type Terms = Omit<DownloadTerms, 'versionId'> & { readonly versionId?: string };

/** A presigned GET that makes a browser save the file under its name, and never show it. */
export const grantDownload = async (
  { client, bucket, clock }: Bucket & { readonly clock: Clock },
  { key, versionId, fileName, type, expiresInSeconds }: Terms,
): Promise<DownloadGrant> => {
  const now = clock.now();
  const request = new GetObjectCommand({
    Bucket: bucket,
    Key: key,
    ...(versionId !== undefined && { VersionId: versionId }),
    ResponseContentDisposition: attachmentNamed(fileName),
    ResponseContentType: type,
    ResponseCacheControl: 'no-store',
  });
  const url = await getSignedUrl(client, request, { expiresIn: expiresInSeconds });
  return { url, expiresAt: secondsAfter(now, expiresInSeconds) };
};
