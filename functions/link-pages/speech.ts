import { type Language, languages } from '#domain/people/preferences.ts';
import { wordsOf } from '#domain/words/index.ts';
import { linkPageWordsOf } from '#domain/words/link-pages/index.ts';
import { inLanguage } from '#domain/words/sentences/index.ts';
import { sizeIn } from '#domain/words/sizes.ts';

const isKnown = (tag: string): tag is Language => languages.some((language) => language === tag);

/**
 * The language that a browser likes best of those there are.
 * @param accepted its Accept-Language (RFC 9110, 12.5.4): `de-CH, de;q=0.9, en;q=0.8`
 * @param otherwise for who accepts none of them, or does not say
 */
export const preferredLanguage = (accepted: string | undefined, otherwise: Language): Language => {
  const wishes = (accepted ?? '').split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.split(';').map((part) => part.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return { language: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) };
  });
  const liked = wishes.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
  return liked.map(({ language }) => language).find(isKnown) ?? otherwise;
};

/** A language, with all that the pages say in it. */
export const speechOf = (language: Language) => {
  const pages = linkPageWordsOf(language);
  return {
    language,
    /** The terms of every text. */
    terms: wordsOf(language),
    /** What these pages say. */
    pages,
    size: sizeIn(language),
    /** A sentence that the record or a rule has in English. */
    sentence: (english: string): string => inLanguage(english, language),
  };
};
export type Speech = ReturnType<typeof speechOf>;
