import type { Letter, LetterSetting } from '../message/letter.ts';
import { oneLine } from '../message/lines.ts';
import { paragraph, signed } from '../notice/letters/letter-on.ts';
import type { Language } from '../people/preferences.ts';
import { wordsOf } from '../words/index.ts';
import { codeRules } from './code.ts';
import type { Link } from './link.ts';

/** What a letter about a link knows besides the link. */
export interface LinkAbout {
  /** Left out where the link is for no audit alone. */
  readonly auditTitle?: string | undefined;
  /** The number of the finding it is for, where it is for one. */
  readonly number?: string | undefined;
  /** Who made it, by name where the directory has one. */
  readonly madeBy: string;
  /** By whose clocks its end is said. */
  readonly timeZone: string;
}

/** What a link is about: `NC-02, corrective action plan (Surveillance audit 2026)`. Of a person's own: nothing. */
export const aboutOf = (
  { stage }: Pick<Link, 'stage'>,
  { number, auditTitle }: Pick<LinkAbout, 'number' | 'auditTitle'>,
  language: Language,
): string => {
  const parts = [number, stage && wordsOf(language).stages[stage]].filter((part) => part !== undefined);
  if (parts.length === 0) return oneLine(auditTitle ?? '', 200);
  return oneLine(auditTitle === undefined ? parts.join(', ') : `${parts.join(', ')} (${auditTitle})`, 300);
};

/** The letter that brings a link to the one it is for. */
export const linkLetter = (link: Link, known: LinkAbout, url: string, setting: LetterSetting): Letter => {
  const { link: words, instant } = wordsOf(setting.language);
  const about = aboutOf(link, known, setting.language);
  const organization = oneLine(setting.organization, 120);
  const isCalendar = link.purpose === 'calendar';
  return signed(
    words.subject(link.purpose, about),
    [
      paragraph(words.made(oneLine(known.madeBy, 120), organization)),
      {
        kind: 'facts',
        rows: [
          [words.purpose, words.purposes[link.purpose]],
          ...(about === '' ? [] : [[words.about, about] as const]),
          [words.until, instant(link.expiresAt, known.timeZone)],
          ...(link.uses === undefined ? [] : [[words.uses, words.usesOf(link.uses)] as const]),
        ],
      },
      { kind: 'link', text: isCalendar ? words.calendarAddress : words.open, url },
      paragraph(isCalendar ? words.calendarAdvice : words.advice),
    ],
    setting,
  );
};

/** The letter that brings a one-time code. The subject does not hold it: subjects are shown on locked screens. */
export const codeLetter = (link: Link, known: LinkAbout, code: string, setting: LetterSetting): Letter => {
  const { link: words } = wordsOf(setting.language);
  const about = aboutOf(link, known, setting.language);
  return signed(
    words.codeSubject(about),
    [
      paragraph(words.code(code)),
      paragraph(words.codeOpens(codeRules.lifetime / 60)),
      {
        kind: 'facts',
        rows: [[words.purpose, words.purposes[link.purpose]], ...(about === '' ? [] : [[words.about, about] as const])],
      },
      paragraph(words.codeWarning(link.by)),
    ],
    setting,
  );
};
