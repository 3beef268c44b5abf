import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

/** The local system in a process of its own, as `npm start` runs it. */
export interface LocalProcess {
  readonly url: string;
  /** Milliseconds from the start of the process until it listens and is ready. */
  readonly bootMilliseconds: number;
  /** Bytes of memory that are resident now. */
  resident(): Promise<number>;
  stop(): Promise<void>;
}

const main = join(import.meta.dirname, '../local/main.ts');

/** Bytes of memory that a process has resident now. */
export const residentOf = async (pid: number): Promise<number> => {
  const kilobytes =
    process.platform === 'linux'
      ? /^VmRSS:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]
      : (await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)])).stdout.trim();
  return Number(kilobytes) * 1024;
};

/** Starts the local system on a free port, with the flag that `npm start` gives it. @param data its folder; @param clock instant of a virtual clock */
export const startLocal = async (data: string, clock?: string): Promise<LocalProcess> => {
  const started = performance.now();
  const options = ['--port', '0', '--data', data, ...(clock === undefined ? [] : ['--clock', clock])];
  const child = spawn(process.execPath, ['--max-semi-space-size=8', main, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  for await (const line of createInterface(child.stdout)) {
    const url = /^Redress listens on (\S+) /.exec(line)?.[1];
    if (url === undefined || child.pid === undefined) continue;
    const { pid } = child;
    child.stdout.resume();
    return {
      url,
      bootMilliseconds: performance.now() - started,
      resident: () => residentOf(pid),
      stop: async () => {
        child.kill('SIGTERM');
        await exited;
      },
    };
  }
  const [code] = await exited;
  throw new Error(`the local system ended with ${code} before it was ready`);
};
