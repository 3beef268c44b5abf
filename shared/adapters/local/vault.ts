import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { Clock } from '#ports/clock.ts';
import { type IntakeFiles, type Keeping, VaultFault, type VaultFiles } from '#ports/evidence.ts';
import { reasonOf } from '../reason.ts';
import { openBodies } from './bodies.ts';
import { createDownloads, type Download, type DownloadQuery } from './downloads.ts';
import { secretIn } from './grant.ts';
import { createTurns } from './in-turn.ts';
import { openRecords } from './records.ts';

export interface VaultOptions {
  /** Everything lies in here; it is made where it is missing. */
  readonly folder: string;
  readonly clock: Clock;
  /** Where files are kept from. */
  readonly intake: Pick<IntakeFiles, 'stream'>;
  /** The address that serves downloads. Asked at each grant: the port is not known before the server listens. */
  readonly downloadUrl: () => string;
}

export interface Lock {
  /** Instant in UTC. */
  readonly retainUntil: string;
  readonly hold: boolean;
}

export interface Vault extends VaultFiles {
  /** What a granted address serves; `access-denied` or `not-found`. */
  open(query: DownloadQuery): Promise<Result<Download>>;
  lockOf(key: string, versionId: string): Promise<Lock>;
  /** The versions of a file, oldest first. */
  versionsOf(key: string): Promise<readonly string[]>;
  /** @throws {LockedVersion} while it is retained, or on hold */
  remove(key: string, versionId: string): Promise<void>;
}

/** A version that may not be deleted yet. */
export class LockedVersion extends Error {
  override readonly name = 'LockedVersion';
}

const Version = z.object({
  key: z.string(),
  /** Names the body too. */
  versionId: z.string(),
  type: z.string(),
  size: z.int(),
  sha256: z.string(),
  retainUntil: z.string(),
  hold: z.boolean(),
  order: z.int(),
});
type Version = z.infer<typeof Version>;

const later = (a: string, b: string): string => (Date.parse(a) < Date.parse(b) ? b : a);

const guard = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof LockedVersion) throw cause;
    throw new VaultFault(`${what} failed: ${reasonOf(cause)}`, { cause });
  }
};

/**
 * The vault of the local system: every version of a file under a name of its own, its record written last. Nothing here
 * writes over a version; its record changes by retention and hold alone.
 */
export const createVault = async ({ folder, clock, intake, downloadUrl }: VaultOptions): Promise<Vault> => {
  await mkdir(folder, { recursive: true });
  const bodies = await openBodies(folder);
  const versions = await openRecords(join(folder, 'versions'), Version);
  const downloads = createDownloads({ clock, downloadUrl, secret: await secretIn(folder) });
  const inTurn = createTurns();

  const the = async (key: string, versionId: string): Promise<Version> => {
    const version = await versions.get(key, versionId);
    if (!version) throw new VaultFault(`there is no version ${versionId} of ${key}`);
    return version;
  };
  const piecesOf = ({ versionId, size }: Version) => [{ body: versionId, size }];

  const lock = async (version: Version, { retainUntil, hold }: Lock): Promise<void> => {
    const until = later(version.retainUntil, retainUntil);
    if (until !== version.retainUntil || hold !== version.hold)
      await versions.change(version.key, version.versionId, { ...version, retainUntil: until, hold });
  };

  const copy = async ({ from, to, type, size, sha256, retainUntil, hold }: Keeping, order: number): Promise<string> => {
    const received = await bodies.receive(intake.stream(from), size);
    try {
      if (received.size !== size || received.sha256 !== sha256)
        throw new VaultFault('the copy is not what was declared');
      const versionId = randomUUID();
      await bodies.keep(received, versionId);
      await versions.add(to, versionId, { key: to, versionId, type, size, sha256, retainUntil, hold, order });
      return versionId;
    } finally {
      await bodies.drop(received);
    }
  };

  return {
    keep: (keeping) =>
      guard(`keeping ${keeping.to}`, () =>
        inTurn(keeping.to, async () => {
          const [current] = (await versions.of(keeping.to)).toSorted((a, b) => b.order - a.order);
          if (current?.sha256 !== keeping.sha256) return { versionId: await copy(keeping, (current?.order ?? 0) + 1) };
          await lock(current, keeping);
          return { versionId: current.versionId };
        }),
      ),

    setHold: (key, versionId, hold) =>
      guard(`setting the hold of ${key}`, () =>
        inTurn(key, async () => {
          const version = await the(key, versionId);
          await lock(version, { retainUntil: version.retainUntil, hold });
        }),
      ),

    read: (key, versionId, bytes = Number.POSITIVE_INFINITY) =>
      guard(`reading ${key}`, async () => bodies.read(piecesOf(await the(key, versionId)), 0, bytes)),

    stream: async function* (key, versionId) {
      try {
        yield* bodies.stream(piecesOf(await the(key, versionId)));
      } catch (cause) {
        throw new VaultFault(`reading ${key} failed: ${reasonOf(cause)}`, { cause });
      }
    },

    grantDownload: async ({ expiresInSeconds, ...terms }) => downloads.grant(terms, expiresInSeconds),

    open: (query) =>
      guard('opening a download', async () => {
        const terms = downloads.terms(query);
        if (!terms.ok) return terms;
        const { key, versionId, fileName, type } = terms.value;
        const version = await versions.get(key, versionId);
        return version
          ? ok({ content: bodies.stream(piecesOf(version)), fileName, type, size: version.size })
          : refuse({ code: 'not-found', message: 'This file is not here.' });
      }),

    lockOf: (key, versionId) =>
      guard(`looking at the lock of ${key}`, async () => {
        const { retainUntil, hold } = await the(key, versionId);
        return { retainUntil, hold };
      }),

    versionsOf: (key) =>
      guard(`looking at the versions of ${key}`, async () =>
        (await versions.of(key)).toSorted((a, b) => a.order - b.order).map(({ versionId }) => versionId),
      ),

    remove: (key, versionId) =>
      guard(`removing a version of ${key}`, () =>
        inTurn(key, async () => {
          const { retainUntil, hold } = await the(key, versionId);
          if (hold) throw new LockedVersion(`version ${versionId} of ${key} is on legal hold`);
          if (Date.parse(clock.now()) < Date.parse(retainUntil))
            throw new LockedVersion(`version ${versionId} of ${key} is retained until ${retainUntil}`);
          await bodies.remove(versionId);
          await versions.remove(key, versionId);
        }),
      ),
  };
};
