import { GetObjectCommand } from '@aws-sdk/client-s3';
import type { Bucket } from './requests.ts';
import { isCode, rangeOf } from './requests.ts';

interface Version {
  readonly key: string;
  readonly version: string;
}

const bodyOf = async ({ client, bucket }: Bucket, { key, version }: Version, range?: { Range: string }) => {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: version, ...range }));
  if (Body === undefined) throw new RangeError(`${key} came without a body`);
  return Body;
};

/** `bytes` from `from` on of one version, or fewer at its end; all the rest where `bytes` is left out. */
export const readVersion = async (
  bucket: Bucket,
  version: Version,
  from: number,
  bytes?: number,
): Promise<Uint8Array> => {
  if (bytes === 0) return new Uint8Array();
  try {
    return await (await bodyOf(bucket, version, rangeOf(from, bytes))).transformToByteArray();
  } catch (error) {
    // Nothing is left from there on.
    if (isCode(error, 'InvalidRange')) return new Uint8Array();
    throw error;
  }
};

/** One version, piece by piece. Left before its end, it closes the connection. */
export const streamVersion = async function* (bucket: Bucket, version: Version): AsyncGenerator<Uint8Array> {
  // In Node the body is one of its streams; its type says what it is elsewhere too.
  const body = (await bodyOf(bucket, version)) as unknown as AsyncIterable<Uint8Array>;
  yield* body;
};
