/*
 * As in gettext, the English sentence is the key. What varies in it are places in braces: 'The date {date} has passed.'
 * A place is named for who reads the catalogue, and some names (`places` of the language) also say how what stands there
 * is put into the language: a stage, a date, a sentence of its own. The same name twice is told apart by a digit.
 */

/** English templates to those of the language; its places may stand in another order, and may be left out. */
export type Catalogue = Readonly<Record<string, string>>;

/** How what stands in a place is said, by the place's name. What is none of its words stays as it is. */
export type Places = Readonly<Record<string, (text: string) => string>>;

interface Pattern {
  readonly matches: RegExp;
  readonly names: readonly string[];
  readonly said: string;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
const place = /\{([a-z]+\d?)\}/g;

const patternOf = ([english, said]: readonly [string, string]): Pattern => {
  const parts = english.split(place);
  const names = parts.filter((_part, i) => i % 2 === 1);
  const literals = parts.filter((_part, i) => i % 2 === 0);
  return {
    matches: new RegExp(`^${literals.map(escaped).join('(.*?)')}$`, 's'),
    names,
    said,
  };
};

const hasPlaces = (template: string): boolean => template.includes('{');

/** A sentence said by one pattern. `left`: characters of it that stayed as they were. */
interface Said {
  readonly text: string;
  readonly left: number;
}

const saidBy = ({ matches, names, said }: Pattern, sentence: string, places: Places): Said | undefined => {
  const found = matches.exec(sentence);
  if (!found) return undefined;
  let left = 0;
  const at = new Map(
    names.map((name, i) => {
      const text = found[i + 1] ?? '';
      const put = places[name.replace(/\d$/, '')]?.(text) ?? text;
      if (put === text) left += text.length;
      return [name, put];
    }),
  );
  return { text: said.replaceAll(place, (_whole, name: string) => at.get(name) ?? ''), left };
};

/**
 * Says sentences of the catalogue in its language; answers `undefined` to one that it does not have. Of several
 * templates that match, the one is meant that leaves the least as it is. The patterns are made when the first sentence
 * is asked for.
 */
export const translator = (catalogue: Catalogue, places: Places): ((sentence: string) => string | undefined) => {
  let patterns: readonly Pattern[] | undefined;
  return (sentence) => {
    if (Object.hasOwn(catalogue, sentence) && !hasPlaces(sentence)) return catalogue[sentence];
    patterns ??= Object.entries(catalogue)
      .filter(([english]) => hasPlaces(english))
      .map(patternOf);
    let best: Said | undefined;
    for (const pattern of patterns) {
      const said = saidBy(pattern, sentence, places);
      if (said && (best === undefined || said.left < best.left)) best = said;
    }
    return best?.text;
  };
};
