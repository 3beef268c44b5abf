import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bootTime } from './boot-time.ts';
import { bundleSize } from './bundle-size.ts';
import { bundleAll } from './bundles.ts';
import { type Figure, textOf } from './figure.ts';
import { importTime } from './import-time.ts';
import { playedLife } from './played-life.ts';
import { countUnits } from './units/count-units.ts';
import { warmCall } from './warm-call.ts';

const usage = `npm run bench -- [--runs 11] [--json]

  --runs  imports of each API function's bundle, of which the median is taken (11)
  --json  print one JSON object and nothing else
`;

const fail: (text: string) => never = (text) => {
  process.stderr.write(`${text}\n`);
  process.exit(2);
};

const readOptions = () => {
  try {
    const options = { runs: { type: 'string', default: '11' }, json: { type: 'boolean', default: false } } as const;
    const { runs, json } = parseArgs({ options }).values;
    if (!/^[1-9]\d{0,3}$/.test(runs)) fail(`--runs ${runs}: give a number from 1 to 9999.`);
    return { runs: Number(runs), json };
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
};

/** Below `node_modules`, so that the bundles find the SDK that they leave out. */
const bundleFolder = async (): Promise<string> => {
  const cache = join(import.meta.dirname, '../node_modules/.cache');
  await mkdir(cache, { recursive: true });
  return mkdtemp(join(cache, 'redress-bench-'));
};

/** All figures, each as soon as it is known. */
async function* figures(bundlesIn: string, folder: string, runs: number): AsyncGenerator<Figure, void, void> {
  const bundles = await bundleAll(bundlesIn);
  yield bundleSize(bundles);
  yield await importTime(bundles, runs);
  const { units, sample } = await countUnits(folder);
  yield await warmCall(sample);
  yield* await playedLife(folder);
  yield units;
  yield await bootTime(folder);
}

const { runs, json } = readOptions();
const [bundlesIn, folder] = [await bundleFolder(), await mkdtemp(join(tmpdir(), 'redress-bench-'))];
const started = performance.now();
const measured: Figure[] = [];
try {
  for await (const figure of figures(bundlesIn, folder, runs)) {
    measured.push(figure);
    if (!json) process.stdout.write(`${textOf(figure)}\n`);
  }
} finally {
  for (const made of [bundlesIn, folder]) await rm(made, { recursive: true, force: true });
}
const breaches = measured.flatMap((figure) => figure.breaches);
const seconds = Math.round((performance.now() - started) / 1000);
if (json) {
  const data = Object.fromEntries(measured.map((figure) => [figure.name, figure.data]));
  process.stdout.write(`${JSON.stringify({ node: process.versions.node, seconds, ...data, breaches })}\n`);
} else {
  process.stdout.write(`${seconds} s; ${breaches.length === 0 ? 'every limit is kept' : breaches.join(' ')}\n`);
}
process.exitCode = breaches.length > 0 ? 1 : 0;
