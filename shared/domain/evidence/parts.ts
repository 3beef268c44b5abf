import { maxPieceBytes } from './types.ts';

/** Bytes of each part but the last: 16 MiB, so that the largest file has 299 parts of the 10,000 that S3 takes. */
export const partBytes = 16 * 1024 * 1024;

/** Whether a file is too large for one piece. */
export const needsParts = (size: number): boolean => size > maxPieceBytes;

export const partCount = (size: number): number => Math.ceil(size / partBytes);

/** Bytes of one part of a file, by its number from 1; 0 for a number that the file has no part for. */
export const sizeOfPart = (size: number, number: number): number =>
  number < 1 || number > partCount(size) ? 0 : Math.min(partBytes, size - (number - 1) * partBytes);
