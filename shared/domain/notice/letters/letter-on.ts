import { clockOf, type Finding, isAtStage } from '../../finding/state.ts';
import { findingUrl } from '../../message/addresses.ts';
import type { Block, Letter, LetterSetting } from '../../message/letter.ts';
import { oneLine } from '../../message/lines.ts';
import { wordsOf } from '../../words/index.ts';

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const quote = (text: string): Block => ({ kind: 'quote', text });

/** A letter that ends by saying who writes, for whom. */
export const signed = (
  subject: string,
  blocks: readonly Block[],
  { language, organization }: Pick<LetterSetting, 'language' | 'organization'>,
): Letter => ({
  language,
  subject,
  blocks: [...blocks, paragraph(wordsOf(language).letter.signature(oneLine(organization, 120)))],
});

/** What a letter on a finding is about: `NC-01: returned (Backups are written every night and …)`. */
export const subjectOn = ({ facts }: Finding, happened: string): string =>
  `${oneLine(facts.number, 40)}: ${happened} (${oneLine(facts.statement, 60)})`;

/** What the finding waits for now, and until when; nothing where it waits for nobody. */
export const dueBlock = (finding: Finding, { language }: LetterSetting): readonly Block[] => {
  const clock = clockOf(finding);
  if (!clock || !isAtStage(finding)) return [];
  return [paragraph(wordsOf(language).letter.dueOn(clock.waitsFor, finding.stage, clock.on))];
};

/** Which finding it is, and the way to it. */
export const findingBlocks = (finding: Finding, setting: LetterSetting): readonly Block[] => {
  const { letter } = wordsOf(setting.language);
  const { number, audit, requirements, statement } = finding.facts;
  return [
    {
      kind: 'facts',
      rows: [
        [letter.finding, letter.named(oneLine(number, 40), finding.grade)],
        [letter.audit, audit],
        [letter.requirements, requirements.map(({ id }) => oneLine(id, 200)).join('; ')],
        [letter.statement, oneLine(statement, 500)],
      ],
    },
    { kind: 'link', text: letter.toFinding, url: findingUrl(setting.baseUrl, finding.facts.id) },
  ];
};
