import { expect, test } from 'vitest';
import { Unreadable } from './failure.ts';
import { fingerprint } from './fingerprint.ts';

const { signal } = new AbortController();
const bytes = Uint8Array.from({ length: 300_001 }, (_each, i) => i % 251);
const sha256 = async (part: Uint8Array<ArrayBuffer>): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', part))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

test('a file and a part of it have the SHA-256 that every other tool gives', async () => {
  const blob = new Blob([bytes]);
  const told: number[] = [];
  expect(await fingerprint(blob, signal, (read) => told.push(read))).toBe(await sha256(bytes));
  expect(told.at(-1)).toBe(300_001);
  expect(await fingerprint(blob.slice(1000, 70_000), signal)).toBe(await sha256(bytes.slice(1000, 70_000)));
});

/** A file as the browser hands it out, with a stream of its own. */
const withStream = (size: number, start: (controller: ReadableStreamDefaultController<Uint8Array>) => void) =>
  Object.defineProperties(new Blob([]), {
    size: { value: size },
    stream: { value: () => new ReadableStream({ start }) },
  });

test('a file that has gone cannot be read, nor one that ends early', async () => {
  const gone = withStream(10, (controller) => controller.error(new Error('NotReadableError')));
  await expect(fingerprint(gone, signal)).rejects.toThrow(Unreadable);
  const shorter = withStream(10, (controller) => {
    controller.enqueue(new Uint8Array(9));
    controller.close();
  });
  await expect(fingerprint(shorter, signal)).rejects.toThrow(Unreadable);
});

test('it stops when the file is taken off the list', async () => {
  const stop = new AbortController();
  stop.abort(new Error('taken off'));
  await expect(fingerprint(new Blob([bytes]), stop.signal)).rejects.toThrow('taken off');
});
