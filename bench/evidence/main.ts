import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Figure, textOf } from '../figure.ts';
import { packFigure } from './pack.ts';
import { uploadFigure } from './upload.ts';

const usage = `npm run bench:evidence -- [--files 20] [--json]

  --files  files of 100 MB in the evidence pack (20: a pack of 2 GB); the disk holds them twice, below ${tmpdir()}
  --json   print one JSON object and nothing else
`;

const fail: (text: string) => never = (text) => {
  process.stderr.write(`${text}\n`);
  process.exit(2);
};

const readOptions = () => {
  try {
    const options = { files: { type: 'string', default: '20' }, json: { type: 'boolean', default: false } } as const;
    const { files, json } = parseArgs({ options }).values;
    if (!/^[1-9]\d?$/.test(files)) fail(`--files ${files}: give a number from 1 to 99.`);
    return { files: Number(files), json };
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
};

const { files, json } = readOptions();
const folder = await mkdtemp(join(tmpdir(), 'redress-bench-'));
const measured: Figure[] = [];
try {
  for (const measure of [() => uploadFigure(folder), () => packFigure(folder, files)]) {
    const figure = await measure();
    measured.push(figure);
    if (!json) process.stdout.write(`${textOf(figure)}\n`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
const breaches = measured.flatMap((figure) => figure.breaches);
if (json) {
  const data = Object.fromEntries(measured.map((figure) => [figure.name, figure.data]));
  process.stdout.write(`${JSON.stringify({ node: process.versions.node, ...data, breaches })}\n`);
} else process.stdout.write(`${breaches.length === 0 ? 'every limit is kept' : breaches.join(' ')}\n`);
process.exitCode = breaches.length > 0 ? 1 : 0;
