import { sizeIn } from '#domain/words/sizes.ts';
import { useSpeech } from '../words/words.tsx';

/** How much a file is, in the person's language. */
export const useSize = (): ((bytes: number) => string) => sizeIn(useSpeech().language);
