import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { secondsAfter } from '#domain/calendar/instants.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Clock } from '#ports/clock.ts';
import { IntakeFault, type IntakeFile, type IntakeFiles, type StoredFile } from '#ports/evidence.ts';
import { reasonOf } from '../reason.ts';
import { arrivalFault, denied, usedBefore } from './arrival.ts';
import { type Content, openBodies } from './bodies.ts';
import { secretIn, sign, signedTerms } from './grant.ts';
import { createTurns } from './in-turn.ts';
import { openParts, type Parts } from './parts.ts';
import { openRecords } from './records.ts';

export interface IntakeOptions {
  /** Everything lies in here; it is made where it is missing. */
  readonly folder: string;
  readonly clock: Clock;
  /** Where forms are posted to. Asked at each grant: the port is not known before the server listens. */
  readonly uploadUrl: () => string;
  /** Where parts are put. */
  readonly partUrl: () => string;
  /**
   * Told of each file once it is durably there, and awaited before the upload is answered. A process that ends in
   * between tells nobody: at the start, whoever listens goes through `arrivals`.
   */
  readonly onArrived?: ((key: string) => Promise<void>) | undefined;
}

/** An upload as the form came: all fields before the file. */
export interface UploadForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: Content;
}

export interface Arrival {
  readonly key: string;
  /** Instant in UTC at which the file arrived, or its upload in parts was begun. */
  readonly at: string;
  /** `false`: an upload in parts that nobody has completed. */
  readonly complete: boolean;
}

export interface Intake extends IntakeFiles, Pick<Parts, 'acceptPart'> {
  /**
   * Takes a file under the terms of its grant, or refuses it with the code that S3 gives, in kebab-case:
   * `access-denied` (no signature of ours, expired, or a field that differs), `entity-too-small`, `entity-too-large`,
   * `bad-digest`; and `precondition-failed` for a grant that was used before, which S3 would let by. `acceptPart`
   * likewise, and `no-such-upload`.
   */
  accept(form: UploadForm): Promise<Result<StoredFile>>;
  /** What is here, each key once: what empties the intake goes by it. */
  arrivals(): Promise<readonly Arrival[]>;
  /** Removes all that is here under a key, or was begun. */
  remove(key: string): Promise<void>;
}

/** What a form allows: one file under one key, to the byte, until an instant. */
const Terms = z.strictObject({
  allows: z.literal('file'),
  grant: z.string(),
  key: z.string(),
  type: z.string(),
  size: z.int(),
  sha256: z.string(),
  returnTo: z.string().optional(),
  expiresAt: z.string(),
});
type Terms = z.infer<typeof Terms>;

const Stored = z.object({
  key: z.string(),
  version: z.string(),
  type: z.string(),
  size: z.int(),
  sha256: z.string().optional(),
  at: z.string(),
  /** The last one of a key counts, as in a bucket with versions. */
  order: z.int(),
  pieces: z.array(z.object({ body: z.string(), size: z.int() })).readonly(),
});
type Stored = z.infer<typeof Stored>;

const shown = ({ size, type, sha256, version }: Stored): StoredFile => ({
  size,
  type,
  version,
  ...(sha256 !== undefined && { sha256 }),
});

/** The form's fields besides policy and signature, named as S3 names them: who uploads need not know the store. */
const fieldsOf = ({ key, type, sha256, returnTo }: Terms): Record<string, string> => ({
  key,
  'Content-Type': type,
  'x-amz-checksum-algorithm': 'SHA256',
  'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64'),
  ...(returnTo !== undefined && { success_action_redirect: returnTo }),
});

/** The fields that differ from what was granted, those that nobody granted among them. */
const foreignFields = (fields: Readonly<Record<string, string>>, granted: Readonly<Record<string, string>>) =>
  [...new Set([...Object.keys(granted), ...Object.keys(fields)])].filter((name) => fields[name] !== granted[name]);

const latest = (versions: readonly Stored[]): Stored | undefined =>
  versions.toSorted((a, b) => b.order - a.order || a.version.localeCompare(b.version))[0];

const guard = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (cause) {
    throw new IntakeFault(`${what} failed: ${reasonOf(cause)}`, { cause });
  }
};

/**
 * The intake of the local system: a folder under the rules that S3 enforces on AWS. A file is there when its record is
 * there; the record is written last, and once.
 */
export const createIntake = async (options: IntakeOptions): Promise<Intake> => {
  const { folder, clock, uploadUrl, partUrl, onArrived = async () => {} } = options;
  await mkdir(folder, { recursive: true });
  const secret = await secretIn(folder);
  const bodies = await openBodies(folder);
  const files = await openRecords(join(folder, 'files'), Stored);
  const parts = await openParts({ folder, bodies, clock, secret, partUrl });
  const inTurn = createTurns();

  /** `undefined`: this version is there already. */
  const add = async (file: Omit<Stored, 'at' | 'order'>): Promise<Stored | undefined> => {
    const order = (latest(await files.of(file.key))?.order ?? 0) + 1;
    const stored = { ...file, at: clock.now(), order };
    return (await files.add(file.key, file.version, stored)) ? stored : undefined;
  };

  const the = async ({ key, version }: IntakeFile): Promise<Stored> => {
    const stored = await files.get(key, version);
    if (!stored) throw new IntakeFault(`there is no version ${version} of ${key}`);
    return stored;
  };

  const take = async ({ grant, key, type, size, sha256 }: Terms, file: Content): Promise<Result<StoredFile>> => {
    const received = await bodies.receive(file, size);
    try {
      const fault = arrivalFault(received, { size, sha256 });
      if (fault) return fault;
      // The grant names the body: used twice at the same time, the same bytes are put over themselves.
      await bodies.keep(received, grant);
      const stored = await add({ key, version: grant, type, size, sha256, pieces: [{ body: grant, size }] });
      return stored ? ok(shown(stored)) : usedBefore;
    } finally {
      await bodies.drop(received);
    }
  };

  /** Whether that made a file of the parts: repeated, it only tidies up what an earlier one may have left. */
  const complete = async (key: string, name: string): Promise<boolean> => {
    const upload = await parts.upload(key, name);
    const before = await files.get(key, name);
    if (!upload) {
      if (before) return false;
      throw new IntakeFault('there is no such upload');
    }
    const pieces = before?.pieces ?? (await parts.pieces(name));
    const size = pieces.reduce((sum, piece) => sum + piece.size, 0);
    if (!before) await add({ key, version: name, type: upload.type, size, pieces });
    await parts.finish(upload, pieces);
    return !before;
  };

  return {
    grantUpload: async ({ expiresInSeconds, ...file }) => {
      const expiresAt = secondsAfter(clock.now(), expiresInSeconds);
      const terms: Terms = { allows: 'file', grant: randomUUID(), ...file, expiresAt };
      const { policy, signature } = sign(terms, secret);
      return {
        url: uploadUrl(),
        fields: { ...fieldsOf(terms), Policy: policy, 'X-Amz-Signature': signature },
        expiresAt,
      };
    },
    beginParts: (file) => guard('beginning an upload in parts', () => parts.beginParts(file)),
    grantPart: parts.grantPart,
    partsOf: (key, upload) => guard(`looking at the parts of ${key}`, () => parts.partsOf(key, upload)),

    completeParts: async (key, name) => {
      const arrived = await guard(`completing ${key}`, () => inTurn(key, () => complete(key, name)));
      if (arrived) await onArrived(key);
    },

    look: (key) =>
      guard(`looking at ${key}`, async () => {
        const stored = latest(await files.of(key));
        return stored && shown(stored);
      }),

    read: (file, from, bytes = Number.POSITIVE_INFINITY) =>
      guard(`reading ${file.key}`, async () => bodies.read((await the(file)).pieces, from, bytes)),

    stream: async function* (file) {
      try {
        yield* bodies.stream((await the(file)).pieces);
      } catch (cause) {
        throw new IntakeFault(`reading ${file.key} failed: ${reasonOf(cause)}`, { cause });
      }
    },

    accept: async ({ fields, file }) => {
      const taken = await guard('taking a file', async () => {
        const { Policy: policy = '', 'X-Amz-Signature': signature = '' } = fields;
        const terms = signedTerms(Terms, { policy, signature }, secret);
        if (terms === undefined) return denied('The signature of this upload is not ours.');
        if (Date.parse(clock.now()) > Date.parse(terms.expiresAt)) return denied('This upload has expired.');
        const granted = { ...fieldsOf(terms), Policy: policy, 'X-Amz-Signature': signature };
        const [foreign] = foreignFields(fields, granted);
        return foreign === undefined ? take(terms, file) : denied(`The field ${foreign} is not as it was granted.`);
      });
      if (taken.ok) await onArrived(fields.key ?? '');
      return taken;
    },

    acceptPart: (upload) => guard('taking a part', () => parts.acceptPart(upload)),

    arrivals: () =>
      guard('looking at what is here', async () => {
        const arrivals = new Map<string, Arrival>();
        for (const { key, at } of await parts.unfinished()) arrivals.set(key, { key, at, complete: false });
        for (const { key, at } of (await files.all()).toSorted((a, b) => a.order - b.order))
          arrivals.set(key, { key, at, complete: true });
        return [...arrivals.values()];
      }),

    // Records go last: what is interrupted here is found again, and removed the next time.
    remove: (key) =>
      guard(`removing ${key}`, async () => {
        for (const upload of await parts.unfinished(key)) await parts.finish(upload, []);
        for (const { pieces } of await files.of(key)) for (const { body } of pieces) await bodies.remove(body);
        await files.removeGroup(key);
      }),
  };
};
