import { refuse } from '#domain/result.ts';
import type { Arrived } from './bodies.ts';

/** As S3 says it, in kebab-case. */
export const denied = (message: string) => refuse({ code: 'access-denied', message });

export const usedBefore = refuse({
  code: 'precondition-failed',
  message: 'This upload was used before. Ask for a new one.',
});

/** What is wrong with the number of bytes, where something is. */
export const sizeFault = (size: number, granted: number) => {
  if (size === granted) return undefined;
  const code = size < granted ? 'entity-too-small' : 'entity-too-large';
  return refuse({ code, message: `Exactly ${granted} bytes were granted.` });
};

/** What is wrong with what arrived, by what was granted to the byte; `undefined`: nothing. */
export const arrivalFault = (
  { size, sha256 }: Pick<Arrived, 'size' | 'sha256'>,
  granted: { readonly size: number; readonly sha256: string },
) =>
  sizeFault(size, granted.size) ??
  (sha256 === granted.sha256
    ? undefined
    : refuse({ code: 'bad-digest', message: 'The SHA-256 of the file is not the one that was declared.' }));
