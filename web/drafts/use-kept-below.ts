import { useSyncExternalStore } from 'react';
import { keptBelow, watchKept } from './kept.ts';

/** What the keys of all drafts that begin like this go on with, as drafts come and go. */
export const useKeptBelow = (beginning: string): readonly string[] => {
  const keys = useSyncExternalStore(watchKept, () => keptBelow(beginning));
  return keys === '' ? [] : keys.split('\n');
};
