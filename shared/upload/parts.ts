import { fingerprint } from './fingerprint.ts';
import { eachOf, patiently } from './patience.ts';
import type { Begun } from './remembered.ts';
import type { Server } from './server.ts';
import { type Line, putPart } from './wire.ts';

/** Parts on their way at the same time. */
const inFlight = 3;

const bytesOf = (file: Blob, { size }: Begun, number: number): Blob => file.slice((number - 1) * size, number * size);

/**
 * Sends the parts that have not arrived yet, and has one file made of them.
 * `told` hears how many bytes of the file have left, those that had arrived before among them.
 */
export const sendParts = async (
  server: Server,
  file: File,
  begun: Begun,
  { signal, words, told }: Line,
): Promise<void> => {
  const arrived = new Map((await patiently(() => server.partsOf(begun.id), signal)).map((part) => [part.number, part]));
  const left = new Map<number, number>();
  const tell = (number: number, bytes: number): void => {
    left.set(number, bytes);
    told([...left.values()].reduce((total, each) => total + each, 0));
  };
  const missing: number[] = [];
  for (let number = 1; number <= begun.count; number += 1) {
    const { size } = bytesOf(file, begun, number);
    if (arrived.get(number)?.size === size) tell(number, size);
    else missing.push(number);
  }
  const broken = new AbortController();
  const either = AbortSignal.any([signal, broken.signal]);
  const sendOne = async (number: number): Promise<void> => {
    const part = bytesOf(file, begun, number);
    const sha256 = await fingerprint(part, either);
    await patiently(async () => {
      const grant = await server.grantPart(begun.id, { number, size: part.size, sha256 });
      await putPart(grant, part, { signal: either, words, told: (bytes) => tell(number, bytes) });
    }, either);
    tell(number, part.size);
  };
  await eachOf(missing, inFlight, (number) =>
    sendOne(number).catch((failure) => {
      // The others end too: whoever tries again begins with what has arrived by then.
      broken.abort(failure);
      throw failure;
    }),
  );
  await patiently(() => server.complete(begun.id), signal);
};
