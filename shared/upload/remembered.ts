/** What is needed to go on with a file that goes up in parts. */
export interface Begun {
  readonly id: string;
  readonly count: number;
  /** Bytes of every part but the last. */
  readonly size: number;
}

/** A file is known again by what the browser tells of it: its name, size and the time it was last changed. */
export type Known = Pick<File, 'name' | 'size' | 'lastModified'>;

/** The broken uploads of this tab. They outlive a reload of the page, and end with the tab. */
export interface Remembered {
  recall(file: Known): Begun | undefined;
  keep(file: Known, begun: Begun): void;
  forget(file: Known): void;
}

const isBegun = (value: unknown): value is Begun =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'count' in value &&
  Number.isSafeInteger(value.count) &&
  'size' in value &&
  Number.isSafeInteger(value.size);

/** @param link under whose id they are kept: another link in the same tab has its own */
export const rememberedIn = (
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  link: string,
): Remembered => {
  const keyOf = ({ name, size, lastModified }: Known): string =>
    `redress.upload.${link}.${JSON.stringify([name, size, lastModified])}`;
  return {
    recall: (file) => {
      const text = storage.getItem(keyOf(file));
      if (text === null) return undefined;
      try {
        const value: unknown = JSON.parse(text);
        return isBegun(value) ? value : undefined;
      } catch {
        return undefined;
      }
    },
    keep: (file, begun) => storage.setItem(keyOf(file), JSON.stringify(begun)),
    forget: (file) => storage.removeItem(keyOf(file)),
  };
};
