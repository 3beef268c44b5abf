import type { Told } from '#contracts/event-catalogue.ts';
import { auditUrl, findingUrl } from '#domain/message/addresses.ts';
import type { LetterSetting } from '#domain/message/letter.ts';
import { wordsOf } from '#domain/words/index.ts';

/** What Slack would read as a mention, a link or markup of its own; everything else stays as it was written. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll(/\s+/gu, ' ');

const linked = (url: string, text: string): string => `<${url}|${escaped(text)}>`;

/** An event in one line of Slack's markup, in the organization's language. */
export const slackText = (told: Told, { language, organization, baseUrl }: LetterSetting): string => {
  const words = wordsOf(language);
  if (told.kind === 'sample') return escaped(words.chat.sample(organization));
  if (told.kind === 'audit') {
    const what = escaped(`${words.letter.audit} ${told.aggregate}: ${words.chat.auditHappened(told.type)}`);
    return `${what}. ${linked(auditUrl(baseUrl, told.aggregate), words.letter.toAudit)}`;
  }
  const { number, grade, type, stage, due } = told;
  const where = [stage && words.stages[stage], due && words.chat.due(due)].filter((part) => part !== undefined);
  const what = escaped([`${words.letter.named(number, grade)}: ${words.change.happened(type)}`, ...where].join(', '));
  return `${what}. ${linked(findingUrl(baseUrl, told.aggregate), words.letter.toFinding)}`;
};
