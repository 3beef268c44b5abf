import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Given } from '../../client/types.ts';

const filterNames = ['q', 'status', 'stage', 'grade', 'overdue', 'owner', 'audit'] as const;
const names = [...filterNames, 'sort', 'order'] as const;

/** A look at the register: which findings, and in which order. As the page's address has it, and the API's too. */
export type Look = Readonly<Partial<Record<(typeof names)[number], string>>>;
/** What the API calls it. It may be anything that somebody typed: what does not fit, the API says. */
export type Asked = NonNullable<Given<'listFindings'>['query']>;

const lookIn = (search: URLSearchParams): Look =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = search.get(name);
      return value === null || value === '' ? [] : [[name, value]];
    }),
  );

/** The look as text, the same for the same look. */
export const textOf = (look: Look): string => new URLSearchParams(lookIn(new URLSearchParams({ ...look }))).toString();

/** How many filters are set besides the words. */
export const filtersSet = (look: Look): number =>
  filterNames.filter((name) => name !== 'q' && look[name] !== undefined).length;
export const isFiltered = (look: Look): boolean => look.q !== undefined || filtersSet(look) > 0;

/** Filter, order and page stand in the address: they can be handed on, and outlive a reload. */
export const useLook = () => {
  const [search, setSearch] = useSearchParams();
  const text = textOf(lookIn(search));
  const look = useMemo(() => lookIn(new URLSearchParams(text)), [text]);
  const page = Math.max(1, Math.floor(Number(search.get('page')) || 1));
  const show = (next: string, at: number, replace: boolean): void => {
    const params = new URLSearchParams(next);
    if (at > 1) params.set('page', String(at));
    setSearch(params, { replace });
  };
  return {
    look,
    text,
    page,
    /** Changes some of it, and goes to the first page. `undefined`: not filtered by it. */
    change: (part: { readonly [name in keyof Look]?: string | undefined }): void => {
      const next = Object.entries({ ...look, ...part }).flatMap(([name, value]) =>
        value === undefined || value === '' ? [] : [[name, value]],
      );
      // What is typed is no step to go back to.
      show(
        textOf(Object.fromEntries(next)),
        1,
        Object.keys(part).every((name) => name === 'q'),
      );
    },
    /** Another look, whole. */
    take: (next: string): void => show(textOf(lookIn(new URLSearchParams(next))), 1, false),
    clear: (): void => {
      const { sort, order } = look;
      show(textOf({ ...(sort !== undefined && { sort }), ...(order !== undefined && { order }) }), 1, false);
    },
    turnTo: (to: number, replace = false): void => show(text, to, replace),
  };
};
export type UsedLook = ReturnType<typeof useLook>;
