import { cpSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

/*
 * What previews of evidence are made of, under names that stay: pages of links load `preview.js`, and the frame that shows
 * a file `plain.js` or `pdf.js`. A frame without an origin takes no modules, so each is one plain script.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

const asked = /await import\(\s*(?:\/\*[^*]*\*\/\s*)*`\$\{WasmImage\.#wasmUrl\}\$\{this\._noWasmFilename\}`\)/;

/** PDF.js fetches its decoders of pictures when they are first needed. The frame can ask nobody: they come along. */
const decodersWithin: Plugin = {
  name: 'decoders-within',
  setup: ({ onLoad }) => {
    onLoad({ filter: /pdf\.worker\.mjs$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!asked.test(source)) throw new Error('PDF.js asks for its decoders in another way than before');
      const decoders = ['jbig2', 'openjpeg'].map(
        (name) => `'${name}_nowasm_fallback.js': () => import('pdfjs-dist/wasm/${name}_nowasm_fallback.js')`,
      );
      return {
        contents: source.replace(asked, `await ({ ${decoders.join(', ')} })[this._noWasmFilename]()`),
        loader: 'js',
      };
    });
  },
};

/** The licences of what is bundled ask for these notices. */
const notices = [
  'PDF.js: Apache-2.0, (c) Mozilla Foundation',
  'PDFium (JBIG2, CCITT): BSD-3-Clause, (c) The PDFium Authors',
  'OpenJPEG: BSD-2-Clause, (c) Universite catholique de Louvain and others',
];

/** @param folder where it goes */
export const buildPreview = async (folder: string): Promise<void> => {
  const shared = {
    absWorkingDir: root,
    outdir: folder,
    bundle: true,
    format: 'iife',
    platform: 'browser',
    // As the application: what every browser of the last two years runs.
    target: 'es2023',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
  } as const;
  await build({
    ...shared,
    entryPoints: {
      preview: 'functions/link-pages/script/preview.ts',
      plain: 'shared/preview/frame/plain.ts',
      frame: 'shared/preview/frame/frame.css',
    },
  });
  await build({
    ...shared,
    entryPoints: { pdf: 'shared/preview/frame/pdf.ts' },
    banner: { js: `/* ${notices.join('; ')} */` },
    // Asked for in Node alone.
    logOverride: { 'empty-import-meta': 'silent' },
    plugins: [decodersWithin],
  });
  cpSync(join(pdfjs, 'cmaps'), join(folder, 'cmaps'), { recursive: true });
  cpSync(join(pdfjs, 'standard_fonts'), join(folder, 'fonts'), { recursive: true });
};
