import { randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const isThere = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST';

/**
 * A key in the data folder, for its owner alone: the one that is there, or a new one. Linked once it is whole: a process
 * that dies here leaves no half of a key.
 */
export const keptKey = async (folder: string, name: string, newKey: () => string): Promise<string> => {
  const path = join(folder, name);
  const arriving = join(folder, `${name}.${randomUUID()}`);
  try {
    await writeFile(arriving, newKey(), { flag: 'wx', mode: 0o600, flush: true });
    await link(arriving, path);
  } catch (error) {
    if (!isThere(error)) throw error;
  } finally {
    await rm(arriving, { force: true });
  }
  return readFile(path, 'utf8');
};
