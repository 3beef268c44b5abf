import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as z from 'zod';

/**
 * Records in groups, each a file that is there whole or not at all. Names come from outside and hold slashes: their
 * hash names the file, and none leads out of the folder.
 */
export interface Records<R> {
  /** `false`: there is one of this name already, and it is as it was. */
  add(group: string, name: string, record: R): Promise<boolean>;
  /** Puts the record in the place of another. */
  change(group: string, name: string, record: R): Promise<void>;
  get(group: string, name: string): Promise<R | undefined>;
  /** In no order. */
  of(group: string): Promise<readonly R[]>;
  /** Every record of every group. */
  all(): Promise<readonly R[]>;
  remove(group: string, name: string): Promise<void>;
  /** Removes all of them in one step. */
  removeGroup(group: string): Promise<void>;
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

const orIfGone = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return otherwise;
    throw error;
  }
};

const hashOf = (name: string): string => createHash('sha256').update(name).digest('hex');

export const openRecords = async <S extends z.ZodType>(folder: string, schema: S): Promise<Records<z.infer<S>>> => {
  // What was being written, or removed, when the process ended.
  const passing = join(folder, '.passing');
  await rm(passing, { recursive: true, force: true });
  await mkdir(passing, { recursive: true });
  const groupOf = (group: string) => join(folder, hashOf(group));
  const pathOf = (group: string, name: string) => join(groupOf(group), `${hashOf(name)}.json`);

  /** Writes the record aside, lets `put` bring it to its place, and leaves nothing behind. */
  const write = async <T>(group: string, record: z.infer<S>, put: (written: string) => Promise<T>): Promise<T> => {
    const written = join(passing, randomUUID());
    await writeFile(written, JSON.stringify(record), { flush: true });
    try {
      await mkdir(groupOf(group), { recursive: true });
      return await put(written);
    } finally {
      await rm(written, { force: true });
    }
  };

  const read = async (path: string): Promise<z.infer<S> | undefined> =>
    orIfGone(async () => schema.parse(JSON.parse(await readFile(path, 'utf8'))), undefined);
  const inFolder = async (path: string): Promise<z.infer<S>[]> => {
    const names = await orIfGone(() => readdir(path), []);
    const records = await Promise.all(names.map((name) => read(join(path, name))));
    return records.filter((record) => record !== undefined);
  };

  return {
    add: (group, name, record) =>
      write(group, record, async (written) => {
        try {
          await link(written, pathOf(group, name));
          return true;
        } catch (error) {
          if (isCode(error, 'EEXIST')) return false;
          throw error;
        }
      }),
    change: (group, name, record) => write(group, record, (written) => rename(written, pathOf(group, name))),
    get: (group, name) => read(pathOf(group, name)),
    of: (group) => inFolder(groupOf(group)),
    all: async () => {
      const groups = (await readdir(folder)).filter((name) => join(folder, name) !== passing);
      return (await Promise.all(groups.map((name) => inFolder(join(folder, name))))).flat();
    },
    remove: (group, name) => rm(pathOf(group, name), { force: true }),
    removeGroup: (group) =>
      orIfGone(async () => {
        const removed = join(passing, randomUUID());
        await rename(groupOf(group), removed);
        await rm(removed, { recursive: true, force: true });
      }, undefined),
  };
};
