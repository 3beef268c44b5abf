import { join } from 'node:path';
import type { Figure } from './figure.ts';
import { startLocal } from './local-process.ts';
import { median, rounded } from './statistics.ts';

const boots = 3;

const bootOnce = async (data: string): Promise<number> => {
  const system = await startLocal(data);
  await system.stop();
  return system.bootMilliseconds;
};

/** @param folder a new folder is made in it for each boot */
export const bootTime = async (folder: string): Promise<Figure> => {
  const fresh: number[] = [];
  const again: number[] = [];
  for (let round = 0; round < boots; round += 1) {
    const data = join(folder, `boot-${round}`);
    fresh.push(await bootOnce(data));
    again.push(await bootOnce(data));
  }
  const data = {
    boots,
    freshMilliseconds: rounded(median(fresh), 0),
    withDataMilliseconds: rounded(median(again), 0),
  };
  return {
    name: 'bootTime',
    title: 'Time to boot',
    explanation: [
      'From the start of the process until the local system is ready: in an empty folder (the sample audit is imported',
      `by the public API on the way), and again with what is then there. Median of ${boots}.`,
    ],
    columns: ['folder', 'ms'],
    rows: [
      ['empty', data.freshMilliseconds],
      ['with data', data.withDataMilliseconds],
    ],
    data,
    breaches: [],
  };
};
