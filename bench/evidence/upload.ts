import { join } from 'node:path';
import { maxPieceBytes } from '#domain/evidence/types.ts';
import { type File, signInAs } from '#local/client.ts';
import { sample } from '#local/sample/people.ts';
import type { Figure } from '../figure.ts';
import { startLocal } from '../local-process.ts';
import { rounded } from '../statistics.ts';
import { type Memory, memoryDuring } from './memory.ts';

/** Resident bytes that the local system may have while a file goes through it. */
const mostResident = 300_000_000;

/** A log of so many bytes: text that no scanner and no check can cut short. */
const logOf = (bytes: number): File => ({
  fileName: 'restores.log',
  type: 'text/plain',
  bytes: Buffer.alloc(bytes, `${'2026-03-09 restored'.padEnd(99)}\n`),
});

interface Measured extends Memory {
  readonly bytes: number;
  readonly seconds: number;
}

const measure = async (folder: string): Promise<Measured> => {
  const system = await startLocal(join(folder, 'upload'));
  try {
    const client = await signInAs(system.url, sample.ismsManager.email);
    const { findings } = await client.call<{ findings: { id: string }[] }>('GET', '/findings');
    const [finding] = findings;
    if (!finding) throw new Error('the sample audit has no finding');
    const file = logOf(maxPieceBytes);
    const { before, peak, after, seconds } = await memoryDuring(system, () => client.addEvidence(finding.id, file));
    return { bytes: file.bytes.length, seconds, before, peak, after };
  } finally {
    await system.stop();
  }
};

const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000);

/** Uploads one file of the largest size that goes up in one piece, over HTTP, until it is kept in the vault. */
export const uploadFigure = async (folder: string): Promise<Figure> => {
  const { bytes, seconds, before, peak, after } = await measure(folder);
  const limit = `<= ${megabytes(mostResident)}`;
  return {
    name: 'upload',
    title: `Upload of ${megabytes(bytes)} MB`,
    explanation: [
      'Resident memory of the process of the local system, started as `npm start` does: before a file is uploaded by HTTP',
      `as evidence, at most until it is checked and kept in the vault, and after that. It took ${rounded(seconds, 1)} s.`,
    ],
    columns: ['when', 'MB', 'limit'],
    rows: [
      ['before', megabytes(before), limit],
      ['peak', megabytes(peak), limit],
      ['after', megabytes(after), limit],
    ],
    data: {
      fileBytes: bytes,
      seconds: rounded(seconds, 2),
      limitBytes: mostResident,
      beforeBytes: before,
      peakBytes: peak,
      afterBytes: after,
    },
    breaches:
      peak > mostResident
        ? [`While ${megabytes(bytes)} MB are uploaded, the local system has ${megabytes(peak)} MB resident.`]
        : [],
  };
};
