import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { type Generated, settle } from './drift.ts';

/*
 * Bundles and minifies the script of the upload page into functions/link-pages/assets/script.ts, so that the function
 * serves it without reading a file.
 * `node scripts/generate/link-script.ts [--check]`
 */

const inFunction = (name: string): string =>
  fileURLToPath(new URL(`../../functions/link-pages/${name}`, import.meta.url));

/** The script as the browser gets it. */
export const linkScript = (): string => {
  const { outputFiles } = buildSync({
    entryPoints: [inFunction('script/main.ts')],
    absWorkingDir: fileURLToPath(new URL('../..', import.meta.url)),
    bundle: true,
    format: 'iife',
    platform: 'browser',
    // What every browser of the last two years runs.
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    // The licence of what is bundled asks for this notice.
    banner: { js: '/* SHA-256: @noble/hashes, MIT License, (c) 2022 Paul Miller (paulmillr.com) */' },
    write: false,
  });
  const [script] = outputFiles;
  if (!script) throw new Error('esbuild made no script');
  return script.text.trim();
};

export const generatedLinkScript = (): Generated => {
  const script = linkScript();
  const text = [
    '/** The script of the upload page, made from functions/link-pages/script by `npm run generate`. */',
    `export const script = ${JSON.stringify(script)};`,
    '',
  ].join('\n');
  return { [inFunction('assets/script.ts')]: text };
};

if (import.meta.main) {
  process.stdout.write(`the script of the upload page has ${Buffer.byteLength(linkScript())} bytes\n`);
  process.exitCode = settle(generatedLinkScript(), process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
}
