import type { Why } from '#domain/submission/submission.ts';

/*
 * The answers to "why?" lie in a list in the order in which one reads their tree, each with its depth. Whatever is done to
 * one takes along what hangs on it. Nothing here changes what it is given.
 */

type Whys = readonly Why[];

/** A list after a change, and the place in it of the answer that was added or moved. */
export interface Changed {
  readonly whys: Why[];
  readonly place: number;
}

/** An answer in the tree. `number`: `2.1`, as people speak of it. `place`: in the list. */
export interface Branch extends Why {
  readonly place: number;
  readonly number: string;
  readonly branches: readonly Branch[];
}

const depthAt = (whys: Whys, place: number): number => whys[place]?.depth ?? 0;

/** The place after the last answer that hangs on this one. */
const endOf = (whys: Whys, place: number): number => {
  const depth = depthAt(whys, place);
  const next = whys.findIndex((why, i) => i > place && why.depth <= depth);
  return next < 0 ? whys.length : next;
};

const placed = (whys: Whys, place: number, added: Whys): Changed => ({
  whys: whys.toSpliced(place, 0, ...added),
  place,
});

/** The tree as nested lists. */
export const branchesOf = (whys: Whys): readonly Branch[] => {
  const below = (from: number, until: number, above: string): readonly Branch[] => {
    const branches: Branch[] = [];
    for (let place = from; place < until; place = endOf(whys, place)) {
      const why = whys[place];
      if (!why) break;
      const number = `${above}${branches.length + 1}`;
      branches.push({ ...why, place, number, branches: below(place + 1, endOf(whys, place), `${number}.`) });
    }
    return branches;
  };
  return below(0, whys.length, '');
};

/** Asks on from an answer: the new one is the last that hangs on it. */
export const askedOn = (whys: Whys, place: number): Changed =>
  placed(whys, endOf(whys, place), [{ answer: '', depth: depthAt(whys, place) + 1 }]);

/** Another answer to the first question. */
export const askedAnew = (whys: Whys): Changed => placed(whys, whys.length, [{ answer: '', depth: 0 }]);

export const answered = (whys: Whys, place: number, part: Partial<Why>): Why[] =>
  whys.map((why, i) => (i === place ? { ...why, ...part } : why));

/** Takes one answer out; what hung on it hangs on the answer above it. */
export const takenOut = (whys: Whys, place: number): Why[] => {
  const end = endOf(whys, place);
  return whys.flatMap((why, i) => {
    if (i === place) return [];
    return i > place && i < end ? [{ ...why, depth: why.depth - 1 }] : [why];
  });
};

const deepest = 9;

/** Whether an answer can be put under the one before it on its level. */
export const canMoveIn = (whys: Whys, place: number): boolean => {
  const depth = depthAt(whys, place);
  const isDeep = whys.slice(place, endOf(whys, place)).some((why) => why.depth >= deepest);
  return place > 0 && depthAt(whys, place - 1) >= depth && !isDeep;
};

/** Puts an answer, with all that hangs on it, under the one before it on its level. */
export const movedIn = (whys: Whys, place: number): Changed => {
  const end = endOf(whys, place);
  return { whys: whys.map((why, i) => (i >= place && i < end ? { ...why, depth: why.depth + 1 } : why)), place };
};

export const canMoveOut = (whys: Whys, place: number): boolean => depthAt(whys, place) > 0;

/** Puts an answer, with all that hangs on it, beside the one that it hung on: after whatever hangs on that. */
export const movedOut = (whys: Whys, place: number): Changed => {
  const end = endOf(whys, place);
  const moved = whys.slice(place, end).map((why) => ({ ...why, depth: why.depth - 1 }));
  const above = whys.findLastIndex((why, i) => i < place && why.depth < depthAt(whys, place));
  const after = endOf(whys, above) - moved.length;
  return placed(whys.toSpliced(place, end - place), after, moved);
};

/** Nothing points any more to causes that are not among these. */
export const withCauses = (whys: Whys, labels: readonly string[]): Why[] =>
  whys.map(({ cause, ...why }) => (cause !== undefined && labels.includes(cause) ? { ...why, cause } : why));
