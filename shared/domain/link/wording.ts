import type { Stage } from '../finding/stage.ts';
import { codeRules } from './code.ts';
import type { Link, LinkPurpose } from './link.ts';

/** The words about a link, in English: in mail and on its page alike. */
export const purposeWords: Readonly<Record<LinkPurpose, string>> = {
  'upload-report': 'Upload the audit report',
  'upload-evidence': 'Upload evidence',
  review: 'Review a finding',
  calendar: 'Follow the deadlines in a calendar',
};

export const stageWords: Readonly<Record<Stage, string>> = {
  plan: 'corrective action plan',
  correction: 'evidence of correction',
  remediation: 'evidence of remediation',
};

/** What a mail about a link knows besides the link. */
export interface LinkSetting {
  readonly auditTitle: string;
  /** The number of the finding it is for, where it is for one. */
  readonly number?: string | undefined;
  readonly organization: string;
  /** Who made it, by name where the directory has one. */
  readonly madeBy: string;
  /** Until when it is good, in the organization's time zone. */
  readonly until: string;
}

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** What a link is about: `NC-02, corrective action plan (Surveillance audit 2026)`. */
export const aboutOf = (
  { stage }: Pick<Link, 'stage'>,
  { number, auditTitle }: Pick<LinkSetting, 'number' | 'auditTitle'>,
): string => {
  const parts = [number, stage && stageWords[stage]].filter((part) => part !== undefined);
  return parts.length > 0 ? `${parts.join(', ')} (${auditTitle})` : auditTitle;
};

const usesLine = ({ uses }: Link): string =>
  uses === undefined ? '' : uses === 1 ? 'It can be used once.' : `It can be used ${uses} times.`;

interface MailText {
  readonly subject: string;
  readonly text: string;
}

/** The mail that brings a link to the one it is for. */
export const linkMail = (link: Link, setting: LinkSetting, url: string): MailText => {
  const about = oneLine(aboutOf(link, setting));
  const what = purposeWords[link.purpose];
  const isCalendar = link.purpose === 'calendar';
  return {
    subject: `${what}: ${about}`,
    text: [
      `${oneLine(setting.madeBy)} of ${oneLine(setting.organization)} has made a link for you.`,
      '',
      `What for: ${what}`,
      `About:    ${about}`,
      `Until:    ${setting.until}`,
      ...(link.uses === undefined ? [] : [`Uses:     ${usesLine(link)}`]),
      '',
      url,
      '',
      isCalendar
        ? 'Add this address to your calendar program as a subscription. Whoever has it can read these deadlines: keep it to yourself.'
        : 'Opening it changes nothing. To do anything there you have a one-time code sent to this address: the link alone, handed on, opens nothing.',
      '',
      `Redress, for ${oneLine(setting.organization)}`,
      '',
    ].join('\n'),
  };
};

/** The mail that brings a one-time code. The subject does not hold it: subjects are shown on locked screens. */
export const codeMail = (link: Link, setting: LinkSetting, code: string): MailText => ({
  subject: `Your code: ${oneLine(aboutOf(link, setting))}`,
  text: [
    `Your one-time code is ${code}.`,
    '',
    `It opens the link "${purposeWords[link.purpose]}: ${oneLine(aboutOf(link, setting))}" in the browser in which you asked for it. It is good for ${codeRules.lifetime / 60} minutes and for one use.`,
    '',
    `If you did not ask for it, somebody else has your link. Give the code to nobody, and tell ${link.by}.`,
    '',
    `Redress, for ${oneLine(setting.organization)}`,
    '',
  ].join('\n'),
});
