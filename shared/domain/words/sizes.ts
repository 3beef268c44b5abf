import type { Language } from '../people/preferences.ts';

const units = ['kB', 'MB', 'GB'];
const bytesIn: Record<Language, string> = { en: 'bytes', de: 'Byte' };

/** How much a file is, by the customs of a language: `1234567` is `1.2 MB`. */
export const sizeIn = (language: Language) => {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1, useGrouping: false });
  return (bytes: number): string => {
    if (bytes < 1000) return `${bytes} ${bytesIn[language]}`;
    const power = Math.min(Math.floor(Math.log10(bytes) / 3), units.length);
    const amount = bytes / 1000 ** power;
    return `${number.format(amount >= 100 ? Math.round(amount) : amount)} ${units[power - 1]}`;
  };
};
