import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { Clock } from '#ports/clock.ts';
import { PackFault, type PackFiles } from '#ports/packs.ts';
import { reasonOf } from '../reason.ts';
import { openBodies } from './bodies.ts';
import { createDownloads, type Download, type DownloadQuery } from './downloads.ts';
import { secretIn } from './grant.ts';
import { openRecords } from './records.ts';

export interface PackFilesOptions {
  /** Everything lies in here; it is made where it is missing. */
  readonly folder: string;
  readonly clock: Clock;
  /** The address that serves downloads. Asked at each grant: the port is not known before the server listens. */
  readonly downloadUrl: () => string;
}

export interface LocalPackFiles extends PackFiles {
  /** What a granted address serves; `access-denied` or `not-found`. */
  open(query: DownloadQuery): Promise<Result<Download>>;
}

const Pack = z.object({ key: z.string(), body: z.string(), size: z.int(), at: z.string() });

/** Days that a pack is kept, as the bucket on AWS keeps it: it can be made again at any time. */
const packDays = 7;
const dayMs = 86_400_000;

const guard = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (cause) {
    throw new PackFault(`${what} failed: ${reasonOf(cause)}`, { cause });
  }
};

/** The packs of the local system, in a folder. Those that are too old go when the next one comes. */
export const createPackFiles = async ({ folder, clock, downloadUrl }: PackFilesOptions): Promise<LocalPackFiles> => {
  await mkdir(folder, { recursive: true });
  const bodies = await openBodies(folder);
  const packs = await openRecords(join(folder, 'packs'), Pack);
  const downloads = createDownloads({ clock, downloadUrl, secret: await secretIn(folder) });

  const isExpired = ({ at }: { readonly at: string }) => Date.parse(clock.now()) >= Date.parse(at) + packDays * dayMs;

  return {
    write: (key, content) =>
      guard(`writing ${key}`, async () => {
        for (const pack of await packs.all())
          if (isExpired(pack)) {
            await bodies.remove(pack.body);
            await packs.remove(pack.key, pack.key);
          }
        const received = await bodies.receive(content, Number.POSITIVE_INFINITY);
        try {
          const before = await packs.get(key, key);
          const body = randomUUID();
          await bodies.keep(received, body);
          await packs.change(key, key, { key, body, size: received.size, at: clock.now() });
          if (before) await bodies.remove(before.body);
        } finally {
          await bodies.drop(received);
        }
      }),

    grantDownload: async ({ expiresInSeconds, ...terms }) =>
      downloads.grant({ ...terms, versionId: '' }, expiresInSeconds),

    open: (query) =>
      guard('opening a pack', async () => {
        const terms = downloads.terms(query);
        if (!terms.ok) return terms;
        const { key, fileName, type } = terms.value;
        const pack = await packs.get(key, key);
        return pack && !isExpired(pack)
          ? ok({ content: bodies.stream([pack]), fileName, type, size: pack.size })
          : refuse({ code: 'not-found', message: 'This pack is gone. Ask for a new one.' });
      }),
  };
};
