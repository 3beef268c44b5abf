import { setTimeout } from 'node:timers/promises';
import {
  DeleteObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll } from 'vitest';
import { createVaultBucket } from '#adapters/aws/s3/vault.ts';
import { systemClock } from '#adapters/runtime/clock.ts';
import { vaultFilesContract } from '../vault-files.contract.ts';
import { s3, testBucket } from './buckets.ts';
import { got } from './got.ts';
import { isMoto } from './service.ts';

const intake = testBucket();
const vault = testBucket({ locked: true });
const files = createVaultBucket({ client: s3, bucket: vault.name, intakeBucket: intake.name, clock: systemClock });
beforeAll(async () => {
  await intake.make();
  await vault.make();
});
afterAll(async () => {
  await intake.remove();
  await vault.remove();
});

const hasHeaders = (request: unknown): request is { headers: Record<string, string> } =>
  typeof request === 'object' && request !== null && 'headers' in request;

// moto asks of a copy too what S3 asks of an upload alone: how it is summed, in this header.
if (isMoto)
  s3.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName === 'CopyObjectCommand' && hasHeaders(args.request))
        args.request.headers['x-amz-sdk-checksum-algorithm'] = 'SHA256';
      return next(args);
    },
    { step: 'build' },
  );

vaultFilesContract('S3 adapter', () => ({
  files,
  arrive: async (key, bytes) => {
    const { VersionId: version = '' } = await s3.send(
      new PutObjectCommand({ Bucket: intake.name, Key: key, Body: bytes, ChecksumAlgorithm: 'SHA256' }),
    );
    return { key, version };
  },
  lockOf: async (key, versionId) => {
    const { ObjectLockRetainUntilDate: until, ObjectLockLegalHoldStatus: hold } = await s3.send(
      new HeadObjectCommand({ Bucket: vault.name, Key: key, VersionId: versionId }),
    );
    return { retainUntil: until?.toISOString() ?? '', hold: hold === 'ON' };
  },
  versions: async (key) => {
    const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket: vault.name, Prefix: key }));
    return Versions.length;
  },
  remove: async (key, versionId) => {
    try {
      await s3.send(new DeleteObjectCommand({ Bucket: vault.name, Key: key, VersionId: versionId }));
      return true;
    } catch (error) {
      if (error instanceof Error && error.name === 'AccessDenied') return false;
      throw error;
    }
  },
  inSeconds: (seconds) => new Date(Date.now() + seconds * 1000).toISOString(),
  pass: (seconds) => setTimeout(seconds * 1000),
  get: got,
  ...(isMoto && {
    lacks: {
      expiry: 'moto enforces no signatures',
      conditions: 'moto looks at no conditions of a copy',
      headers: 'moto leaves out the headers that a signed address asks for',
    },
  }),
}));
