import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { type FunctionName, functionNames } from '#infra/access.ts';
import { bundling } from '#infra/bundling.ts';

const root = join(import.meta.dirname, '..');

const {
  format,
  target,
  mainFields,
  minify,
  charset,
  externalModules = [],
  banner = '',
  esbuildArgs,
  ...rest
} = bundling;
const { '--legal-comments': legalComments, '--tree-shaking': treeShaking, ...restOfArgs } = esbuildArgs ?? {};
// A source map lies in a file of its own; the rest of what the stack sets must be known here, or the figures are not its.
const { sourceMap: _map, sourceMapMode: _mode, logLevel: _level, ...unknown } = { ...rest, ...restOfArgs };
if (Object.keys(unknown).length > 0)
  throw new RangeError(`the bench does not know these settings of infra/bundling.ts: ${Object.keys(unknown).join()}`);

/** How the stack bundles a function, as CDK hands it to esbuild. */
const house = {
  format: format ?? 'cjs',
  target: target ?? 'node24',
  mainFields: mainFields ?? [],
  minify: minify ?? false,
  charset: charset ?? 'ascii',
  banner: { js: banner },
  legalComments: legalComments as 'external',
  treeShaking: treeShaking === 'true',
  outExtension: { '.js': '.mjs' },
} as const satisfies BuildOptions;

/** How CDK's `NodejsFunction` bundles one that is given nothing but an entry. */
const cdkDefault = { format: 'cjs', target: 'node24', outExtension: { '.js': '.cjs' } } as const satisfies BuildOptions;

/** One function, bundled both ways. */
export interface Bundle {
  readonly name: FunctionName;
  /** Path of the bundle by the house settings, and its size. */
  readonly house: string;
  readonly bytes: number;
  /** Path of the bundle by CDK's default settings. */
  readonly cdkDefault: string;
}

const bundleInto = async (outdir: string, settings: BuildOptions): Promise<void> => {
  await build({
    ...settings,
    absWorkingDir: root,
    entryPoints: Object.fromEntries(functionNames.map((name) => [name, `functions/${name}/handler.ts`])),
    outdir,
    bundle: true,
    platform: 'node',
    external: [...externalModules],
    logLevel: 'error',
  });
};

/** Bundles every function both ways into a folder from which the SDK resolves. */
export const bundleAll = async (folder: string): Promise<readonly Bundle[]> => {
  await bundleInto(join(folder, 'house'), house);
  await bundleInto(join(folder, 'cdk-default'), cdkDefault);
  return Promise.all(
    functionNames.map(async (name) => {
      const path = join(folder, 'house', `${name}.mjs`);
      return {
        name,
        house: path,
        bytes: (await stat(path)).size,
        cdkDefault: join(folder, 'cdk-default', `${name}.cjs`),
      };
    }),
  );
};
