import { I18nProvider } from '@cloudscape-design/components/i18n';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Words } from './en.ts';
import type { Tongue } from './languages.ts';

export interface Speech extends Tongue {
  /** The language as the person's region writes it, such as `en-GB`. */
  readonly locale: string;
  /** A civil date as the person's language writes it. */
  readonly date: (civil: string) => string;
  /** An instant on the organization's wall clock. */
  readonly instant: (at: string) => string;
  /** The time of day of an instant, by the same clock. */
  readonly time: (at: string) => string;
}

/** How the person's own region writes the language, if the browser says so: British and American dates differ. */
const localeOf = (language: string): string =>
  navigator.languages.find((locale) => locale === language || locale.startsWith(`${language}-`)) ?? language;

const speechOf = (tongue: Tongue, timeZone: string): Speech => {
  const locale = localeOf(tongue.language);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  return {
    ...tongue,
    locale,
    date: (civil) => days.format(new Date(`${civil}T00:00:00Z`)),
    instant: (at) => moments.format(new Date(at)),
    time: (at) => times.format(new Date(at)),
  };
};

const Spoken = createContext<Speech | undefined>(undefined);

/** Has everything below speak one language, the components of Cloudscape too. */
export const Speaking = ({
  tongue,
  timeZone,
  children,
}: {
  readonly tongue: Tongue;
  readonly timeZone: string;
  readonly children: ReactNode;
}) => {
  const speech = useMemo(() => speechOf(tongue, timeZone), [tongue, timeZone]);
  return (
    <I18nProvider locale={tongue.language} messages={[tongue.components]}>
      <Spoken value={speech}>{children}</Spoken>
    </I18nProvider>
  );
};

export const useSpeech = (): Speech => {
  const speech = useContext(Spoken);
  if (!speech) throw new Error('nothing is spoken above');
  return speech;
};
export const useWords = (): Words => useSpeech().words;

/** Says a sentence that the API made (why something was refused, or moved) in the person's language. */
export const useSentence = (): ((english: string) => string) => useSpeech().sentence;
