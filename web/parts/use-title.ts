import { useEffect } from 'react';
import { useWords } from '../words/words.tsx';

/** Names what the page is about in the browser's tab and history, once that is known: `NC-01 · Redress`. */
export const useTitle = (page: string | undefined): void => {
  const { name } = useWords().application;
  const title = page === undefined ? undefined : `${page} · ${name}`;
  useEffect(() => {
    if (title !== undefined) document.title = title;
  }, [title]);
};
