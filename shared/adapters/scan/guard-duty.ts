import { GetObjectTaggingCommand, type S3Client } from '@aws-sdk/client-s3';
import { type Scanner, ScannerFault } from '#ports/evidence.ts';
import { reasonOf } from '../reason.ts';

export interface GuardDutyScan {
  readonly client: Pick<S3Client, 'send'>;
  /** The intake, with GuardDuty Malware Protection for S3 that tags what it has scanned. */
  readonly bucket: string;
}

const by = 'GuardDuty';
const verdictTag = 'GuardDutyMalwareScanStatus';

/** Why GuardDuty gave no verdict, for a person. */
const undecided: Readonly<Record<string, string>> = {
  UNSUPPORTED: 'GuardDuty cannot scan this file: it is protected by a password, too large, or packed too deep',
  ACCESS_DENIED: 'GuardDuty was not allowed to read this file',
  FAILED: 'GuardDuty failed to scan this file',
};

/**
 * What GuardDuty has written on the very version that is asked about. Without a tag it has not come to it yet.
 * Whoever asks needs `s3:GetObjectVersionTagging`.
 */
export const createGuardDutyScan =
  ({ client, bucket }: GuardDutyScan): Scanner =>
  async ({ key, version }) => {
    const request = new GetObjectTaggingCommand({ Bucket: bucket, Key: key, VersionId: version });
    const { TagSet = [] } = await client.send(request).catch((cause: unknown) => {
      throw new ScannerFault(`asking for the scan of ${key} failed: ${reasonOf(cause)}`, { cause });
    });
    const status = TagSet.find((tag) => tag.Key === verdictTag)?.Value;
    if (status === undefined) return { verdict: 'pending' };
    if (status === 'NO_THREATS_FOUND') return { verdict: 'clean', by };
    if (status === 'THREATS_FOUND') return { verdict: 'infected', by, detail: 'GuardDuty found malware in this file' };
    return { verdict: 'undecided', by, detail: undecided[status] ?? `GuardDuty answered ${status}` };
  };
