import type { LinkScriptWords } from '#domain/words/link-pages/index.ts';

/** Puts values where a text has their names: `{percent} %`. */
const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_place, name: string) => String(values[name] ?? ''));

const units = ['kB', 'MB', 'GB'];

/**
 * What the script says: the texts that the server wrote on the page, in its language.
 * @param language by whose customs numbers are written, such as `de`
 */
export const wordsOf = (texts: LinkScriptWords, language: string) => {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1, useGrouping: false });
  return {
    ...texts,
    choose: (many: boolean): string => (many ? texts.choose.many : texts.choose.one),
    drop: (many: boolean): string => (many ? texts.drop.many : texts.drop.one),
    takes: (endings: string, largest: string): string => filled(texts.takes, { endings, largest }),
    takesFewer: (files: number): string =>
      filled(files === 1 ? texts.takesFewer.one : texts.takesFewer.many, { files }),
    reading: (percent: number): string => filled(texts.reading, { percent }),
    sending: (percent: number): string => filled(texts.sending, { percent }),
    held: (reason: string): string => filled(texts.held, { reason }),
    refused: (reason: string): string => filled(texts.refused, { reason }),
    broken: (reason: string): string => filled(texts.broken, { reason }),
    tooLarge: (size: string, largest: string): string => filled(texts.tooLarge, { size, largest }),
    ending: (endings: string): string => filled(texts.ending, { endings }),
    storeRefused: (status: number): string => filled(texts.storeRefused, { status }),
    /** `1234567` is `1.3 MB`: rounded up, so that what is beyond a limit never reads like the limit. */
    size: (bytes: number): string => {
      if (bytes < 1000) return filled(bytes === 1 ? texts.bytes.one : texts.bytes.many, { bytes });
      const power = Math.min(Math.floor(Math.log10(bytes) / 3), units.length);
      return `${number.format(Math.ceil(bytes / (1000 ** power / 10)) / 10)} ${units[power - 1]}`;
    },
  };
};
export type ScriptWords = ReturnType<typeof wordsOf>;
