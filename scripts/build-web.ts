import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { buildPreview } from './build-preview.ts';
import { firstPageBytes, mostScriptBytes } from './first-page.ts';

/*
 * Makes web/dist of the browser application. `--if-stale`: not where what lies there was made of these very sources.
 * `node scripts/build-web.ts [--if-stale]`
 */
const inWeb = (path: string): string => fileURLToPath(new URL(`../web/${path}`, import.meta.url));

/** Of all that the application is made of: its own sources, what it knows of the contracts, and the packages. */
const fingerprint = (): string => {
  const hash = createHash('sha256');
  const files = globSync(
    [
      'web/**/*',
      'shared/{contracts,domain,upload,preview}/**/*',
      'functions/link-pages/script/*.ts',
      'package-lock.json',
    ],
    {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      exclude: ['web/dist/**'],
      withFileTypes: true,
    },
  )
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`);
  for (const file of files.toSorted()) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
};

const mark = inWeb('dist/.made-of');

const madeOf = (): string | undefined => {
  try {
    return readFileSync(mark, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
};

const sources = fingerprint();
if (!process.argv.includes('--if-stale') || madeOf() !== sources) {
  const built = await build({ configFile: inWeb('vite.config.ts'), logLevel: 'warn' });
  if (!('output' in built)) throw new TypeError('the web application is built once, into one folder');
  const bytes = firstPageBytes(built.output);
  if (bytes > mostScriptBytes)
    throw new RangeError(`The first page has ${bytes} bytes of JavaScript gzipped, more than ${mostScriptBytes}.`);
  await buildPreview(inWeb('dist/preview'));
  writeFileSync(mark, sources);
}
