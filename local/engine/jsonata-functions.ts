import { createHash, randomInt, randomUUID } from 'node:crypto';
import type jsonata from 'jsonata';

/**
 * The functions that Step Functions adds to JSONata (developer guide, "JSONata functions provided by Step Functions").
 * A thrown error ends in `States.QueryEvaluationError`.
 */

const partition = (array: readonly unknown[] | undefined, size: number): unknown[][] | undefined => {
  if (array === undefined) return undefined;
  if (!Number.isInteger(size) || size < 1) throw new RangeError('$partition needs a chunk size of 1 or more');
  return Array.from({ length: Math.ceil(array.length / size) }, (_, chunk) =>
    array.slice(chunk * size, (chunk + 1) * size),
  );
};

/** The most members $range gives, as many as its forerunner `States.ArrayRange`. */
const LONGEST_RANGE = 1000;

const range = (first: number, last: number, step: number): number[] => {
  if (step === 0) throw new RangeError('$range needs a step other than 0');
  const length = Math.max(0, Math.floor((last - first) / step) + 1);
  if (length > LONGEST_RANGE) throw new RangeError(`$range gives at most ${LONGEST_RANGE} members`);
  return Array.from({ length }, (_, index) => first + index * step);
};

const ALGORITHMS: ReadonlyMap<string, string> = new Map([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
]);

const hash = (data: string | undefined, algorithm: string): string | undefined => {
  if (data === undefined) return undefined;
  const name = ALGORITHMS.get(algorithm);
  if (name === undefined) throw new RangeError(`$hash knows ${[...ALGORITHMS.keys()].join(', ')}, not ${algorithm}`);
  return createHash(name).update(data).digest('hex');
};

const LARGEST_RANDOM = 2 ** 48 - 1;

/** At least 0, under 1; the same seed gives the same number (not the one Step Functions gives for it). */
const random = (seed?: number): number => {
  const drawn =
    seed === undefined
      ? randomInt(LARGEST_RANDOM)
      : createHash('sha256').update(String(seed)).digest().readUIntBE(0, 6) % LARGEST_RANDOM;
  return drawn / LARGEST_RANDOM;
};

const parse = (text: string | undefined): unknown => (text === undefined ? undefined : JSON.parse(text));

export const addStepFunctions = (expression: jsonata.Expression): void => {
  expression.registerFunction('partition', partition, '<a-n:a>');
  expression.registerFunction('range', range, '<nnn:a>');
  expression.registerFunction('hash', hash, '<s-s:s>');
  expression.registerFunction('random', random, '<n?:n>');
  expression.registerFunction('uuid', () => randomUUID(), '<:s>');
  expression.registerFunction('parse', parse, '<s-:x>');
};
