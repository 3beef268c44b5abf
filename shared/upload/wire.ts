import type { UploadGranted } from '#contracts/http.ts';
import { Refused, Unreachable } from './failure.ts';
import type { UploadWords } from './words.ts';

/** Milliseconds without any progress after which a connection is given up. */
const stillness = 120_000;

/** How bytes are sent: until when, and who hears of it. */
export interface Line {
  readonly signal: AbortSignal;
  readonly words: UploadWords;
  /** Hears how many bytes have left. */
  readonly told: (bytes: number) => void;
}

interface Sending extends Line {
  readonly method: 'POST' | 'PUT';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Blob | FormData;
}

/**
 * Sends bytes to the store. `fetch` does not tell how much has left, so this is XMLHttpRequest.
 * @throws {Unreachable} @throws {Refused} what the store answered
 */
const send = ({ method, url, headers = {}, body, signal, words, told }: Sending): Promise<void> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    let timer: number | undefined;
    const stop = (): void => request.abort();
    const end = (failure?: unknown): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      if (failure === undefined) resolve();
      else reject(failure);
    };
    const watch = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        end(new Unreachable(words.stalled));
        request.abort();
      }, stillness);
    };
    request.upload.onprogress = ({ loaded }) => {
      watch();
      told(loaded);
    };
    request.onload = () => {
      const { status } = request;
      if (status >= 200 && status < 300) end();
      else if (status === 429 || status >= 500) end(new Unreachable(words.storeRefused(status)));
      else end(new Refused(status, words.storeRefused(status)));
    };
    request.onerror = () => end(new Unreachable(words.unreachable));
    request.onabort = () => end(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    watch();
    request.send(body);
  });

/** Posts the form that was granted: every field first, the file last, as S3 asks. */
export const postForm = (
  { url, fields }: NonNullable<UploadGranted['upload']>,
  file: File,
  line: Line,
): Promise<void> => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('file', file, file.name);
  // The form around the file counts among the bytes that have left.
  return send({ ...line, method: 'POST', url, body, told: (bytes) => line.told(Math.min(bytes, file.size)) });
};

/** Puts one part, with exactly the headers that were granted. */
export const putPart = (
  { url, headers }: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
  part: Blob,
  line: Line,
): Promise<void> => send({ ...line, method: 'PUT', url, headers, body: part });
