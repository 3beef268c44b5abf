import {
  CopyObjectCommand,
  HeadObjectCommand,
  type HeadObjectCommandOutput,
  PutObjectLegalHoldCommand,
  PutObjectRetentionCommand,
} from '@aws-sdk/client-s3';
import type { Clock } from '#ports/clock.ts';
import { type Keeping, VaultFault, type VaultFiles } from '#ports/evidence.ts';
import { reasonOf } from '../../reason.ts';
import { grantDownload } from './downloads.ts';
import { readVersion, streamVersion } from './reading.ts';
import { type Bucket, createGuard, isCode, isMissing, wholeSha256 } from './requests.ts';

export interface VaultBucket extends Bucket {
  /** Where files are copied from; left out by those who keep nothing. */
  readonly intakeBucket?: string | undefined;
  readonly clock: Clock;
}

const guard = createGuard(VaultFault);

/** Each of its parts encoded by itself: what comes from S3 wants its slashes. */
const sourceOf = (bucket: string, key: string, version: string): string =>
  `${bucket}/${key.split('/').map(encodeURIComponent).join('/')}?versionId=${encodeURIComponent(version)}`;

const statusOf = (hold: boolean) => (hold ? 'ON' : 'OFF');

/**
 * The vault bucket, with versions and object lock. A file is copied within S3, locked as it is put, and its SHA-256
 * computed anew by S3 for the copy.
 *
 * Who keeps needs, on the intake, `s3:GetObjectVersion`; on the vault `s3:ListBucket`, `s3:GetObject`, `s3:PutObject`,
 * `s3:PutObjectRetention`, `s3:PutObjectLegalHold`, and to see a lock again `s3:GetObjectRetention` and
 * `s3:GetObjectLegalHold`.
 */
export const createVaultBucket = ({ client, bucket, intakeBucket, clock }: VaultBucket): VaultFiles => {
  const vault = { client, bucket, clock };

  const head = async (key: string): Promise<HeadObjectCommandOutput | undefined> => {
    try {
      return await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' }));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  };

  const setHold = async (key: string, versionId: string, hold: boolean): Promise<void> => {
    const request = { Bucket: bucket, Key: key, VersionId: versionId };
    await client.send(new PutObjectLegalHoldCommand({ ...request, LegalHold: { Status: statusOf(hold) } }));
  };

  /** Raises the lock of what is there to what is asked for: it was kept by an earlier try, and time has passed. */
  const lockAgain = async (current: HeadObjectCommandOutput, versionId: string, keeping: Keeping): Promise<void> => {
    const { to, hold } = keeping;
    const until = new Date(keeping.retainUntil);
    if ((current.ObjectLockRetainUntilDate?.getTime() ?? 0) < until.getTime())
      await client.send(
        new PutObjectRetentionCommand({
          Bucket: bucket,
          Key: to,
          VersionId: versionId,
          Retention: { Mode: 'GOVERNANCE', RetainUntilDate: until },
        }),
      );
    if (current.ObjectLockLegalHoldStatus !== statusOf(hold)) await setHold(to, versionId, hold);
  };

  const copy = async ({ from, to, type, sha256, retainUntil, hold }: Keeping, over: string | undefined) => {
    if (intakeBucket === undefined) throw new VaultFault('there is no intake to keep anything from');
    const { VersionId, CopyObjectResult } = await client.send(
      new CopyObjectCommand({
        Bucket: bucket,
        Key: to,
        CopySource: sourceOf(intakeBucket, from.key, from.version),
        ChecksumAlgorithm: 'SHA256',
        MetadataDirective: 'REPLACE',
        ContentType: type,
        // Tags are the scanner's word on the intake, and would need permissions of their own.
        TaggingDirective: 'REPLACE',
        ObjectLockMode: 'GOVERNANCE',
        ObjectLockRetainUntilDate: new Date(retainUntil),
        ObjectLockLegalHoldStatus: statusOf(hold),
        // Only over what was seen there: of two who keep at the same time one makes a version, the other finds it.
        ...(over === undefined ? { IfNoneMatch: '*' } : { IfMatch: over }),
      }),
    );
    if (VersionId === undefined) throw new VaultFault('the bucket keeps no versions');
    if (wholeSha256(CopyObjectResult ?? {}) !== sha256)
      throw new VaultFault('the SHA-256 of the copy is not the one on the record');
    return VersionId;
  };

  const keep = async (keeping: Keeping, isAgain = false): Promise<{ versionId: string }> => {
    const current = await head(keeping.to);
    if (current?.VersionId !== undefined && wholeSha256(current) === keeping.sha256) {
      await lockAgain(current, current.VersionId, keeping);
      return { versionId: current.VersionId };
    }
    try {
      return { versionId: await copy(keeping, current?.ETag) };
    } catch (error) {
      if (isAgain || !isCode(error, 'PreconditionFailed', 'ConditionalRequestConflict')) throw error;
      return keep(keeping, true);
    }
  };

  return {
    keep: (keeping) => guard(`keeping ${keeping.to}`, () => keep(keeping)),
    setHold: (key, versionId, hold) => guard(`setting the hold of ${key}`, () => setHold(key, versionId, hold)),
    read: (key, version, bytes) => guard(`reading ${key}`, () => readVersion(vault, { key, version }, 0, bytes)),
    stream: async function* (key, version) {
      try {
        yield* streamVersion(vault, { key, version });
      } catch (cause) {
        throw new VaultFault(`reading ${key} failed: ${reasonOf(cause)}`, { cause });
      }
    },
    grantDownload: (terms) => guard(`granting a download of ${terms.key}`, () => grantDownload(vault, terms)),
  };
};
