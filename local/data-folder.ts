import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, and is somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

const ownerOf = async (file: string): Promise<number | undefined> => {
  try {
    const pid = Number(await readFile(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 && pid !== process.pid && isRunning(pid) ? pid : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
};

/**
 * A data folder belongs to one process at a time. The answer is the process that has it, or `undefined` once it is
 * ours. What a killed process left behind does not count.
 */
export const claimFolder = async (data: string): Promise<number | undefined> => {
  await mkdir(data, { recursive: true });
  const file = join(data, 'process-id');
  const owner = await ownerOf(file);
  if (owner === undefined) await writeFile(file, String(process.pid));
  return owner;
};
