import { bytesToHex } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { type Break, firstBreak, type Sealed } from '#domain/trail/chain.ts';

interface Numbered {
  readonly aggregate: string;
  readonly seq: number;
}

const textOf = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('only JSON has a digest');
  return text;
};

const sha256 = async (text: string): Promise<string> => {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return bytesToHex(new Uint8Array(bytes));
};

/**
 * Where the chain of a trail does not fit, by hashes that this browser makes itself (WebCrypto) and by the rule of the
 * domain; `undefined`: it is whole.
 */
export const breakIn = async (events: readonly Sealed<Numbered>[]): Promise<Break | undefined> => {
  const hashes = new Map<string, string>();
  for (const { hash: _hash, ...content } of events) {
    const text = textOf(content);
    hashes.set(text, await sha256(text));
  }
  return firstBreak(events, (content) => hashes.get(textOf(content)) ?? '');
};
