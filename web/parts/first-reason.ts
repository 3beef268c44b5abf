import { type RefObject, useEffect, useRef } from 'react';

/** What Cloudscape's form fields mark when they show an error: inputs by themselves, groups by what describes them. */
const wrong = [
  '[aria-invalid="true"]',
  '[role="radiogroup"][aria-describedby*="error"] input',
  'input[type="checkbox"][aria-describedby*="error"]',
].join(', ');

/**
 * After each attempt that was refused, moves the focus to the first field with a reason.
 * @param attempts another value for each attempt that left reasons; `undefined`: none did
 * @returns where the fields are
 */
export const useFirstReason = (attempts: unknown): RefObject<HTMLDivElement | null> => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempts === undefined) return;
    const field = place.current?.querySelector<HTMLElement>(wrong);
    field?.focus({ preventScroll: true });
    // With its label, and clear of whatever lies over the page's edges.
    field?.scrollIntoView({ block: 'center' });
  }, [attempts]);
  return place;
};
