import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { secondsAfter } from '#domain/calendar/instants.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { Clock } from '#ports/clock.ts';
import { IntakeFault, type IntakeFiles, type PartTerms, type StoredPart } from '#ports/evidence.ts';
import { arrivalFault, denied, sizeFault, usedBefore } from './arrival.ts';
import type { Bodies, Content, Piece } from './bodies.ts';
import { signedAddress, signedTerms } from './grant.ts';
import { openRecords } from './records.ts';

/** A PUT as it came: the terms of its address, its headers by lower-case names, its body. */
export interface PartUpload {
  readonly query: { readonly policy?: string | undefined; readonly signature?: string | undefined };
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly content: Content;
}

export interface PartsOptions {
  readonly folder: string;
  readonly bodies: Bodies;
  readonly clock: Clock;
  readonly secret: Buffer;
  readonly partUrl: () => string;
}

const Upload = z.object({ key: z.string(), parts: z.string(), type: z.string(), at: z.string() });
export type Upload = z.infer<typeof Upload>;

/** A part that arrived, once for each grant. Of those with one number, the one that came last counts. */
const Part = z.object({ number: z.int(), size: z.int(), sha256: z.string(), body: z.string(), order: z.int() });
type Part = z.infer<typeof Part>;

/** What the grant of a part allows: these bytes as this part, until an instant. */
const Terms = z.strictObject({
  allows: z.literal('part'),
  grant: z.string(),
  key: z.string(),
  parts: z.string(),
  number: z.int(),
  size: z.int(),
  sha256: z.string(),
  expiresAt: z.string(),
});
type Terms = z.infer<typeof Terms>;

const checksumHeader = 'x-amz-checksum-sha256';
const checksumOf = (sha256: string) => Buffer.from(sha256, 'hex').toString('base64');

const noUpload = refuse({ code: 'no-such-upload', message: 'This upload is complete, or there is no such upload.' });

export interface Parts extends Pick<IntakeFiles, 'beginParts' | 'grantPart' | 'partsOf'> {
  acceptPart(upload: PartUpload): Promise<Result<StoredPart>>;
  upload(key: string, parts: string): Promise<Upload | undefined>;
  /** The parts in their order, to be one file. @throws {IntakeFault} when one is missing */
  pieces(parts: string): Promise<readonly Piece[]>;
  /** Forgets the upload, and removes what came for it and is no part of the file. */
  finish(upload: Upload, used: readonly Piece[]): Promise<void>;
  /** Uploads that are not complete. */
  unfinished(key?: string): Promise<readonly Upload[]>;
}

/** Uploads in parts, by the rules of S3: a part is what was granted, and may be sent again by another grant. */
export const openParts = async ({ folder, bodies, clock, secret, partUrl }: PartsOptions): Promise<Parts> => {
  const uploads = await openRecords(join(folder, 'uploads'), Upload);
  const arrived = await openRecords(join(folder, 'parts'), Part);

  const present = async (parts: string): Promise<readonly Part[]> => {
    const byNumber = new Map<number, Part>();
    for (const part of (await arrived.of(parts)).toSorted((a, b) => a.order - b.order)) byNumber.set(part.number, part);
    return [...byNumber.values()].toSorted((a, b) => a.number - b.number);
  };

  const take = async ({ grant, key, parts, number, size, sha256 }: Terms, content: Content) => {
    const received = await bodies.receive(content, size);
    try {
      const fault = arrivalFault(received, { size, sha256 });
      if (fault) return fault;
      // It may have been completed while this part was on its way.
      if (!(await uploads.get(key, parts))) return noUpload;
      const order = Math.max(0, ...(await arrived.of(parts)).map((part) => part.order)) + 1;
      // The grant names the body: used twice at the same time, the same bytes are put over themselves.
      await bodies.keep(received, grant);
      const added = await arrived.add(parts, grant, { number, size, sha256, body: grant, order });
      return added ? ok({ number, size, sha256 }) : usedBefore;
    } finally {
      await bodies.drop(received);
    }
  };

  return {
    beginParts: async ({ key, type }) => {
      const parts = randomUUID();
      await uploads.add(key, parts, { key, parts, type, at: clock.now() });
      return parts;
    },

    grantPart: async ({ expiresInSeconds, ...part }: PartTerms) => {
      const expiresAt = secondsAfter(clock.now(), expiresInSeconds);
      const terms: Terms = { allows: 'part', grant: randomUUID(), ...part, expiresAt };
      const url = signedAddress(partUrl(), terms, secret);
      return { url, headers: { [checksumHeader]: checksumOf(part.sha256) }, expiresAt };
    },

    partsOf: async (key, parts) =>
      (await uploads.get(key, parts))
        ? (await present(parts)).map(({ number, size, sha256 }) => ({ number, size, sha256 }))
        : [],

    acceptPart: async ({ query, headers, content }) => {
      const terms = signedTerms(Terms, query, secret);
      if (terms === undefined) return denied('The signature of this upload is not ours.');
      if (Date.parse(clock.now()) > Date.parse(terms.expiresAt)) return denied('This upload has expired.');
      if (headers[checksumHeader] !== checksumOf(terms.sha256))
        return denied(`The header ${checksumHeader} is not as it was granted.`);
      const length = headers['content-length'];
      const fault = length === undefined ? undefined : sizeFault(Number(length), terms.size);
      if (fault) return fault;
      if (!(await uploads.get(terms.key, terms.parts))) return noUpload;
      return take(terms, content);
    },

    upload: (key, parts) => uploads.get(key, parts),

    pieces: async (parts) => {
      const all = await present(parts);
      if (all.length === 0) throw new IntakeFault('no part has arrived');
      const missing = all.findIndex(({ number }, index) => number !== index + 1);
      if (missing !== -1) throw new IntakeFault(`part ${missing + 1} has not arrived`);
      return all.map(({ body, size }) => ({ body, size }));
    },

    finish: async ({ key, parts }, used) => {
      const kept = new Set(used.map(({ body }) => body));
      for (const { body } of await arrived.of(parts)) if (!kept.has(body)) await bodies.remove(body);
      await arrived.removeGroup(parts);
      await uploads.remove(key, parts);
    },

    unfinished: (key) => (key === undefined ? uploads.all() : uploads.of(key)),
  };
};
