import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useTitle } from '../parts/use-title.ts';
import { useWords } from '../words/words.tsx';
import { sectionName } from './navigation.ts';

const SectionTitle = ({ name }: { readonly name: string | undefined }) => {
  useTitle(name);
  return null;
};

/**
 * Where a page begins. It has its section's name as title until it gives itself another; whoever goes there by keyboard
 * or listens to it arrives at its beginning, and not where the link was.
 */
export const Arrival = () => {
  const { pages } = useWords();
  const { pathname } = useLocation();
  const name = sectionName(pathname);
  const beginning = useRef<HTMLSpanElement>(null);
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    window.scrollTo(0, 0);
    beginning.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <>
      <SectionTitle key={pathname} name={name && pages[name]} />
      <span ref={beginning} id="page" tabIndex={-1} />
    </>
  );
};
