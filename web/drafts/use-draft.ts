import { useCallback, useEffect, useRef, useState } from 'react';
import { drop, keep, keptAs } from './kept.ts';

/** Milliseconds after the last key stroke until a draft is kept. */
const pause = 300;

export interface Draft<T> {
  readonly value: T;
  /** Whether somebody has written on it, here or before. */
  readonly isBegun: boolean;
  /** The instant at which it was last put away in this browser, in UTC; none: it has not been yet. */
  readonly keptAt: string | undefined;
  /** What changes, or what follows from what stands there now: two changes may come before the page is drawn again. */
  change(change: Partial<T> | ((present: T) => Partial<T>)): void;
  /** Handed in, or given up. */
  clear(): void;
}

/**
 * What somebody writes, kept in this browser: it outlives a dropped connection, an expired session and a reload.
 * @param key names what it is a draft of; another key is another draft
 */
export const useDraft = <T extends object>(key: string, initial: T): Draft<T> => {
  const [before] = useState(() => keptAs<T>(key));
  const [value, setValue] = useState<T>(before?.value ?? initial);
  const [isBegun, setBegun] = useState(before !== undefined);
  const [keptAt, setKeptAt] = useState(before?.at);
  /** False once it was handed in: what is under way of keeping it then comes to nothing. */
  const isKept = useRef(isBegun);
  /** What lies in this browser already: it is not put there again. */
  const written = useRef(value);
  const latest = useRef(value);
  latest.current = value;

  const put = useCallback((): string | undefined => {
    if (!isKept.current || written.current === latest.current) return undefined;
    written.current = latest.current;
    const at = new Date().toISOString();
    return keep(key, latest.current, at) ? at : undefined;
  }, [key]);

  useEffect(() => {
    if (written.current === value) return;
    const timer = setTimeout(() => setKeptAt((before) => put() ?? before), pause);
    return () => clearTimeout(timer);
  }, [value, put]);

  useEffect(() => {
    // A page that is left in between keeps its draft at once.
    window.addEventListener('pagehide', put);
    return () => {
      window.removeEventListener('pagehide', put);
      put();
    };
  }, [put]);

  const change = useCallback((part: Partial<T> | ((present: T) => Partial<T>)) => {
    isKept.current = true;
    setBegun(true);
    setValue((present) => ({ ...present, ...(typeof part === 'function' ? part(present) : part) }));
  }, []);
  const clear = useCallback(() => {
    isKept.current = false;
    drop(key);
    setBegun(false);
    setKeptAt(undefined);
    setValue(initial);
  }, [key, initial]);
  return { value, isBegun, keptAt, change, clear };
};
