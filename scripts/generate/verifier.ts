import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { type Generated, settle } from './drift.ts';

/*
 * Bundles the offline verifier into one file that every evidence pack carries.
 * `node scripts/generate/verifier.ts [--check]`
 */

const root = join(import.meta.dirname, '../..');

/** The licences of what is bundled ask for these notices. The libraries `require` Node's own modules. */
const banner = `#!/usr/bin/env node
// Checks a Redress evidence pack: node verify.mjs PACK.zip [--key public-key.pem]. Needs nothing but Node 20 or later.
// Bundled from verifier/ of Redress (Apache-2.0), with canonicalize (Apache-2.0, Samuel Erdtman) and, under the MIT
// License: yauzl and yazl, Copyright (c) 2014 Josh Wolfe; pend, Copyright (c) 2014 Andrew Kelley; buffer-crc32,
// Copyright (c) 2013-2024 Brian J. Brennan. MIT License: Permission is hereby granted, free of charge, to any person
// obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without
// restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense,
// and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the
// following conditions: The above copyright notice and this permission notice shall be included in all copies or
// substantial portions of the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
// IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
// NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
// LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
// SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);`;

/** The offline verifier as one file, as each evidence pack carries it. */
export const bundledVerifier = (): string => {
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: ['verifier/main.ts'],
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
    banner: { js: banner },
    write: false,
  });
  const [bundle] = outputFiles;
  if (!bundle) throw new Error('esbuild made no bundle of the verifier');
  return bundle.text;
};

export const generatedVerifier = (): Generated => ({
  [join(root, 'functions/build-pack/verifier-source.ts')]: [
    '// Written from verifier/ by `npm run generate`. Every evidence pack carries it as verify.mjs.',
    `export const verifier = ${JSON.stringify(bundledVerifier())};`,
    '',
  ].join('\n'),
});

if (import.meta.main) {
  process.stdout.write(`the verifier has ${Buffer.byteLength(bundledVerifier())} bytes\n`);
  process.exitCode = settle(generatedVerifier(), process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
}
