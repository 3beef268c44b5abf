import { patiently, pause } from './patience.ts';
import type { Server, UploadedFile } from './server.ts';

/** Milliseconds between two looks: the first after a moment, then less and less often. */
const firstPause = 300;
const longestPause = 10_000;
/** Milliseconds after which this page stops looking. */
const longest = 15 * 60_000;

const isUnderWay = ({ status }: UploadedFile): boolean => status === 'uploading' || status === 'checking';

/** Looks at a file until its checks have ended, or for 15 minutes: the last look is the answer. */
export const followChecks = async (server: Server, id: string, signal: AbortSignal): Promise<UploadedFile> => {
  let waited = 0;
  for (let next = firstPause; ; next = Math.min(next * 1.5, longestPause)) {
    const file = await patiently(() => server.look(id), signal);
    if (!isUnderWay(file) || waited >= longest) return file;
    await pause(next, signal);
    waited += next;
  }
};
