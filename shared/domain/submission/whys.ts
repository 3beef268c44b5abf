import type { Why } from './submission.ts';

/**
 * The answers to "why?" of a submission as the tree they are, in reading order. Plain texts are a chain: each is one
 * deeper than the one before. None is more than one deeper than the one before it.
 */
export const whysOf = (whys: readonly (string | Why)[] | undefined): readonly Why[] => {
  let before = -1;
  return (whys ?? []).map((why) => {
    const given = typeof why === 'string' ? { answer: why, depth: before + 1 } : why;
    before = Math.min(given.depth, before + 1);
    return { ...given, depth: before };
  });
};
