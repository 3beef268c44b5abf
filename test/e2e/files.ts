import { createHash } from 'node:crypto';

/** A file as a person would choose it in the browser. */
export interface Chosen {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

// What the browser thinks of the type is not asked: the ending counts.
const chosen = (name: string, buffer: Buffer): Chosen => ({ name, mimeType: '', buffer });

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const textFile = (name: string, text: string): Chosen => chosen(name, Buffer.from(text));

/** One white pixel. */
export const png = (name: string): Chosen =>
  chosen(
    name,
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC',
      'base64',
    ),
  );
