import { gzipSync } from 'node:zlib';
import type { Rolldown } from 'vite';

type Chunk = Rolldown.OutputChunk;

/** Bytes, gzipped, of all JavaScript that the first page needs, in any language. */
export const mostScriptBytes = 350_000;

/** Loaded before anything is shown, and one of them only. */
const isLanguage = ({ facadeModuleId }: Chunk): boolean =>
  /\/web\/words\/(english|german)\.ts$/.test(facadeModuleId ?? '');

const gzipped = (chunks: ReadonlySet<Chunk>): number =>
  [...chunks].reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);

/**
 * The JavaScript of the first page, in bytes gzipped: its entry with all that this imports, and the language that is larger.
 * Pages that come when somebody opens them are left out.
 */
export const firstPageBytes = (output: readonly (Chunk | Rolldown.OutputAsset)[]): number => {
  const chunks = new Map(output.flatMap((each) => (each.type === 'chunk' ? [[each.fileName, each] as const] : [])));
  const withImports = (from: Chunk, seen: Set<Chunk>): Set<Chunk> => {
    if (seen.has(from)) return seen;
    seen.add(from);
    for (const name of from.imports) {
      const imported = chunks.get(name);
      if (imported) withImports(imported, seen);
    }
    return seen;
  };
  const entries = [...chunks.values()].filter(({ isEntry }) => isEntry);
  if (entries.length === 0) throw new Error('the build has no entry');
  const first = new Set<Chunk>();
  for (const entry of entries) withImports(entry, first);
  const languages = [...chunks.values()].filter(isLanguage);
  if (languages.length < 2) throw new Error('the build does not split the languages');
  return Math.max(...languages.map((language) => gzipped(withImports(language, new Set(first)))));
};
