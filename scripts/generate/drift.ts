import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';

/** What a generator makes: texts by absolute path. */
export type Generated = Readonly<Record<string, string>>;

const present = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return undefined;
    throw thrown;
  }
};

/** The paths whose file is missing or holds another text. */
export const driftOf = (generated: Generated): readonly string[] =>
  Object.entries(generated).flatMap(([path, text]) => (present(path) === text ? [] : [path]));

/**
 * Writes what drifted, or with `--check` among the arguments only names it.
 * @returns the exit code: 1 when `--check` found drift, else 0.
 */
export const settle = (generated: Generated, args: readonly string[], say: (line: string) => void): 0 | 1 => {
  const drifted = driftOf(generated);
  const shown = (path: string): string => relative(process.cwd(), path);
  if (args.includes('--check')) {
    for (const path of drifted) say(`stale: ${shown(path)} (run npm run generate)`);
    return drifted.length > 0 ? 1 : 0;
  }
  for (const path of drifted) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, generated[path] ?? '');
    say(`wrote ${shown(path)}`);
  }
  return 0;
};
