import { useSpeech } from '../words/words.tsx';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** How much a file is, as the person's language writes it: `1.4 MB`. */
export const useSize = (): ((bytes: number) => string) => {
  const { language } = useSpeech();
  return (bytes) => {
    const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
    return new Intl.NumberFormat(language, {
      style: 'unit',
      unit: units[step],
      unitDisplay: step === 0 ? 'long' : 'short',
      maximumFractionDigits: 1,
    }).format(bytes / 1000 ** step);
  };
};
