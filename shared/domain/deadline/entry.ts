import type { Finding } from '../finding/state.ts';
import { findingUrl } from '../message/addresses.ts';
import type { LetterSetting } from '../message/letter.ts';
import { wordsOf } from '../words/index.ts';
import type { Deadline } from './deadline.ts';

/** A deadline as a calendar shows it to one reader: `CalendarEntry` of `ports/calendar-files.ts`. */
export const entryOf = (
  finding: Finding,
  { uid, sequence, on, number, waitsFor, stage }: Deadline,
  { language, baseUrl }: Pick<LetterSetting, 'language' | 'baseUrl'>,
) => {
  const { calendar } = wordsOf(language);
  return {
    uid,
    sequence,
    on,
    summary: calendar.summary(number, waitsFor, stage),
    description: calendar.description({
      number,
      grade: finding.grade,
      statement: finding.facts.statement,
    }),
    url: findingUrl(baseUrl, finding.facts.id),
  };
};
