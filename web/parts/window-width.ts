import { useSyncExternalStore } from 'react';

/** Whether the window fits a media query, also once it no longer does. */
const fitting = (media: string): (() => boolean) => {
  const watched = (told: () => void): (() => void) => {
    const query = window.matchMedia(media);
    query.addEventListener('change', told);
    return () => query.removeEventListener('change', told);
  };
  const matches = (): boolean => window.matchMedia(media).matches;
  return () => useSyncExternalStore(watched, matches);
};

/** Whether the window is as narrow as a phone held upright: where Cloudscape's components change to their narrow form, too. */
export const useNarrow = fitting('(max-width: 688px)');

/** Whether it has room for the list of pages beside the page. */
export const useWide = fitting('(min-width: 60rem)');
