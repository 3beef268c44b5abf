import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { Clock } from '#ports/clock.ts';
import { IntakeFault, type IntakeFiles, type StoredFile } from '#ports/evidence.ts';
import { reasonOf } from '../reason.ts';
import { fieldsOf, secretIn, signedTerms, type Terms } from './grant.ts';

export interface VaultOptions {
  /** Everything lies in here; it is made where it is missing. */
  readonly folder: string;
  readonly clock: Clock;
  /** Where forms are posted to. Asked at each grant: the port is not known before the server listens. */
  readonly uploadUrl: () => string;
}

/** An upload as the form came: all fields before the file. */
export interface UploadForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: Uint8Array | AsyncIterable<Uint8Array>;
}

export interface Vault extends IntakeFiles {
  /**
   * Takes a file under the terms of its grant, or refuses it with the code that S3 gives, in kebab-case:
   * `access-denied` (no signature of ours, expired, or a field that differs), `entity-too-small`, `entity-too-large`,
   * `bad-digest`; and `precondition-failed` for a grant that was used before, which S3 would let by.
   */
  accept(form: UploadForm): Promise<Result<StoredFile>>;
}

const Stored = z.object({ size: z.int(), type: z.string(), sha256: z.string() });

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

const denied = (message: string) => refuse({ code: 'access-denied', message });

/** The fields that differ from what was granted, those that nobody granted among them. */
const foreignFields = (fields: Readonly<Record<string, string>>, granted: Readonly<Record<string, string>>) =>
  [...new Set([...Object.keys(granted), ...Object.keys(fields)])].filter((name) => fields[name] !== granted[name]);

/**
 * The intake of the local system: a folder under the rules that S3 enforces on AWS. A file is there when its record is
 * there; the record is written last, and once.
 */
export const createVault = async ({ folder, clock, uploadUrl }: VaultOptions): Promise<Vault> => {
  const arriving = join(folder, 'arriving');
  const files = join(folder, 'files');
  // What was arriving when the process ended will not arrive any more.
  await rm(arriving, { recursive: true, force: true });
  await mkdir(arriving, { recursive: true });
  await mkdir(files, { recursive: true });
  const secret = await secretIn(folder);

  // Keys come from outside and hold slashes: their hash names the file, and no key leads out of the folder.
  const bodyOf = (key: string) => join(files, createHash('sha256').update(key).digest('hex'));
  const recordOf = (key: string) => `${bodyOf(key)}.json`;

  /** Writes to the end, or until it is more than was granted. */
  const receive = async (path: string, file: UploadForm['file'], most: number) => {
    const hash = createHash('sha256');
    let size = 0;
    const handle = await open(path, 'wx');
    try {
      for await (const chunk of file instanceof Uint8Array ? [file] : file) {
        size += chunk.byteLength;
        if (size > most) break;
        hash.update(chunk);
        await handle.writeFile(chunk);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    return { size, sha256: hash.digest('hex') };
  };

  const keep = async (arrived: string, { key, type, size, sha256 }: Terms): Promise<Result<StoredFile>> => {
    const stored: StoredFile = { size, type, sha256 };
    const record = `${arrived}.json`;
    await writeFile(record, JSON.stringify(stored), { flush: true });
    await rename(arrived, bodyOf(key));
    try {
      await link(record, recordOf(key));
      return ok(stored);
    } catch (error) {
      // The body was put over one with the same hash: nothing has changed.
      if (isCode(error, 'EEXIST'))
        return refuse({ code: 'precondition-failed', message: 'This upload was used before. Ask for a new one.' });
      throw error;
    }
  };

  const guard = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      throw new IntakeFault(`${what} failed: ${reasonOf(cause)}`, { cause });
    }
  };

  return {
    grantUpload: async ({ expiresInSeconds, ...file }) => {
      const expiresAt = new Date(Date.parse(clock.now()) + expiresInSeconds * 1000).toISOString();
      return { url: uploadUrl(), fields: fieldsOf({ ...file, expiresAt }, secret), expiresAt };
    },

    look: (key) =>
      guard(`looking at ${key}`, async () => {
        try {
          return Stored.parse(JSON.parse(await readFile(recordOf(key), 'utf8')));
        } catch (error) {
          if (isCode(error, 'ENOENT')) return undefined;
          throw error;
        }
      }),

    read: (key, bytes) =>
      guard(`reading ${key}`, async () => {
        const { size } = Stored.parse(JSON.parse(await readFile(recordOf(key), 'utf8')));
        const handle = await open(bodyOf(key));
        try {
          const buffer = new Uint8Array(Math.min(bytes ?? size, size));
          const { bytesRead } = await handle.read(buffer, 0, buffer.byteLength, 0);
          return buffer.subarray(0, bytesRead);
        } finally {
          await handle.close();
        }
      }),

    accept: ({ fields, file }) =>
      guard('taking a file', async () => {
        const terms = signedTerms(fields, secret);
        if (terms === undefined) return denied('The signature of this upload is not ours.');
        if (Date.parse(clock.now()) > Date.parse(terms.expiresAt)) return denied('This upload has expired.');
        const [foreign] = foreignFields(fields, fieldsOf(terms, secret));
        if (foreign !== undefined) return denied(`The field ${foreign} is not as it was granted.`);

        const arrived = join(arriving, randomUUID());
        try {
          const { size, sha256 } = await receive(arrived, file, terms.size);
          const bytes = `Exactly ${terms.size} bytes were granted.`;
          if (size < terms.size) return refuse({ code: 'entity-too-small', message: bytes });
          if (size > terms.size) return refuse({ code: 'entity-too-large', message: bytes });
          if (sha256 !== terms.sha256)
            return refuse({ code: 'bad-digest', message: 'The SHA-256 of the file is not the one that was declared.' });
          return await keep(arrived, terms);
        } finally {
          await rm(arrived, { force: true });
          await rm(`${arrived}.json`, { force: true });
        }
      }),
  };
};
