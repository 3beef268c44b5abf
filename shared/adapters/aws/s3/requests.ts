import { NoSuchKey, NotFound, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { reasonOf } from '../../reason.ts';

export const hexToBase64 = (hex: string): string => Buffer.from(hex, 'hex').toString('base64');
export const base64ToHex = (base64: string): string => Buffer.from(base64, 'base64').toString('hex');

/** The SHA-256 of the whole object, lower-case hex; of one made from parts S3 knows only a checksum of checksums. */
export const wholeSha256 = (of: {
  readonly ChecksumSHA256?: string | undefined;
  readonly ChecksumType?: string | undefined;
}): string | undefined => {
  const { ChecksumSHA256: checksum, ChecksumType: type } = of;
  return checksum === undefined || type === 'COMPOSITE' || checksum.includes('-') ? undefined : base64ToHex(checksum);
};

/** S3 answers HEAD without a body, so without its word for what is missing. */
export const isMissing = (error: unknown): boolean => error instanceof NotFound || error instanceof NoSuchKey;

/** Whether S3 refused with one of these codes. */
export const isCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof S3ServiceException && codes.includes(error.name);

/** `bytes=` of RFC 9110; S3 counts from 0 and takes the last byte in. `undefined`: all of it. */
export const rangeOf = (from: number, bytes: number | undefined): { Range: string } | undefined => {
  if (bytes !== undefined) return { Range: `bytes=${from}-${from + bytes - 1}` };
  return from === 0 ? undefined : { Range: `bytes=${from}-` };
};

/** Turns whatever goes wrong into a fault of the store; one that is such a fault already stays as it is. */
export const createGuard =
  <F extends Error>(Fault: new (message: string, options?: ErrorOptions) => F) =>
  async <T>(what: string, request: () => Promise<T>): Promise<T> => {
    try {
      return await request();
    } catch (cause) {
      if (cause instanceof Fault) throw cause;
      throw new Fault(`${what} failed: ${reasonOf(cause)}`, { cause });
    }
  };

export interface Bucket {
  readonly client: S3Client;
  readonly bucket: string;
}
