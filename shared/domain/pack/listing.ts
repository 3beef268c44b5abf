import type { Failure } from './failure.ts';
import { unlisted } from './format.ts';
import type { Manifest, PackedFile } from './manifest.ts';
import { isSafePath } from './paths.ts';

/** The listed files of a pack, by path. */
export interface Listing {
  get(path: string): PackedFile | undefined;
  /** Paths that begin so. */
  under(prefix: string): readonly string[];
}

export const listingOf = ({ files }: Pick<Manifest, 'files'>): Listing => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return {
    get: (path) => byPath.get(path),
    under: (prefix) => [...byPath.keys()].filter((path) => path.startsWith(prefix)),
  };
};

const twice = (paths: readonly string[]): string | undefined => {
  const seen = new Set<string>();
  return paths.find((path) => seen.size === seen.add(path).size);
};

/**
 * Whether a ZIP holds exactly what its manifest lists, in that order, each once, and then the manifest and its signature.
 * @param names of the ZIP's entries, in their order
 */
export const checkListing = (names: readonly string[], { files }: Pick<Manifest, 'files'>): Failure | undefined => {
  const expected = [...files.map(({ path }) => path), ...unlisted];
  const unsafe = expected.find((path) => !isSafePath(path));
  if (unsafe !== undefined) return { where: unsafe, what: 'The manifest lists a path that leads out of the pack.' };
  const again = twice(expected) ?? twice(names);
  if (again !== undefined) return { where: again, what: 'The file is there twice.' };
  const [present, listed] = [new Set(names), new Set(expected)];
  const missing = expected.find((path) => !present.has(path));
  if (missing !== undefined) return { where: missing, what: 'The manifest lists the file, and the pack lacks it.' };
  const extra = names.find((path) => !listed.has(path));
  if (extra !== undefined) return { where: extra, what: 'The file is in the pack, and the manifest does not list it.' };
  const moved = expected.find((path, i) => names[i] !== path);
  return moved === undefined ? undefined : { where: moved, what: 'The file is not at its place in the ZIP.' };
};
