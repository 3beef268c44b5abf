import { keepText } from './keep-text.ts';

/** A draft as it lies in this browser. `at`: the instant of the last change, in UTC. */
export interface Kept<T> {
  readonly value: T;
  readonly at: string;
}

const prefix = 'redress-draft:';
/** Told in this tab of every change; other tabs are told by the browser's own `storage`. */
const changed = 'redress-drafts';

const read = <T>(text: string | null): Kept<T> | undefined => {
  if (text === null) return undefined;
  try {
    const kept = JSON.parse(text) as Partial<Kept<T>> | null;
    return kept?.value !== undefined && kept.at !== undefined ? { value: kept.value, at: kept.at } : undefined;
  } catch {
    // Somebody else wrote here: what cannot be read is no draft.
    return undefined;
  }
};

const tell = (): void => void window.dispatchEvent(new Event(changed));

export const keptAs = <T>(key: string): Kept<T> | undefined => read<T>(window.localStorage.getItem(`${prefix}${key}`));

/** @returns whether it lies there now */
export const keep = <T>(key: string, value: T, at: string): boolean => {
  const isKept = keepText(`${prefix}${key}`, JSON.stringify({ value, at }));
  if (isKept) tell();
  return isKept;
};

export const drop = (key: string): void => {
  window.localStorage.removeItem(`${prefix}${key}`);
  tell();
};

/** The keys of all drafts that begin like this, without what they begin with, in one text: it changes when they do. */
export const keptBelow = (beginning: string): string =>
  Object.keys(window.localStorage)
    .filter((key) => key.startsWith(`${prefix}${beginning}`))
    .map((key) => key.slice(prefix.length + beginning.length))
    .toSorted()
    .join('\n');

/** Calls `told` whenever drafts change, here or in another tab. @returns what ends it */
export const watchKept = (told: () => void): (() => void) => {
  window.addEventListener(changed, told);
  window.addEventListener('storage', told);
  return () => {
    window.removeEventListener(changed, told);
    window.removeEventListener('storage', told);
  };
};
