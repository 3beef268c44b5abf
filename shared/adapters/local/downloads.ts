import * as z from 'zod';
import { secondsAfter } from '#domain/calendar/instants.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Clock } from '#ports/clock.ts';
import type { DownloadGrant } from '#ports/evidence.ts';
import { denied } from './arrival.ts';
import { signedAddress, signedTerms } from './grant.ts';

/** A file that is handed out: always as an attachment. */
export interface Download {
  readonly content: AsyncIterable<Uint8Array>;
  readonly fileName: string;
  readonly type: string;
  readonly size: number;
}

/** The parameters of an address, as they came. */
export interface DownloadQuery {
  readonly policy?: string | undefined;
  readonly signature?: string | undefined;
}

const Terms = z.strictObject({
  allows: z.literal('download'),
  key: z.string(),
  versionId: z.string(),
  fileName: z.string(),
  type: z.string(),
  expiresAt: z.string(),
});
type Terms = z.infer<typeof Terms>;

export interface DownloadsOptions {
  readonly clock: Clock;
  readonly secret: Buffer;
  /** The address that serves downloads. Asked at each grant: the port is not known before the server listens. */
  readonly downloadUrl: () => string;
}

/** Addresses that serve one file for a short time, signed as S3 signs them. */
export const createDownloads = ({ clock, secret, downloadUrl }: DownloadsOptions) => ({
  grant: (terms: Omit<Terms, 'allows' | 'expiresAt'>, expiresInSeconds: number): DownloadGrant => {
    const expiresAt = secondsAfter(clock.now(), expiresInSeconds);
    return { url: signedAddress(downloadUrl(), { allows: 'download', ...terms, expiresAt }, secret), expiresAt };
  },
  /** `access-denied`: not signed here, or expired. */
  terms: (query: DownloadQuery): Result<Terms> => {
    const terms = signedTerms(Terms, query, secret);
    if (terms === undefined) return denied('The signature of this address is not ours.');
    return Date.parse(clock.now()) > Date.parse(terms.expiresAt) ? denied('This address has expired.') : ok(terms);
  },
});
