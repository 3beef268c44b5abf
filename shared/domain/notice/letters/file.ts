import type { EvidenceRecord } from '../../evidence/evidence.ts';
import type { Block, Letter, LetterSetting } from '../../message/letter.ts';
import { oneLine } from '../../message/lines.ts';
import { type Words, wordsOf } from '../../words/index.ts';
import { inLanguage } from '../../words/sentences/index.ts';
import { paragraph, quote, signed } from './letter-on.ts';

/** What a letter about a file knows besides the file. */
export interface FileAbout {
  /** What the file belongs to: the finding by its number, or the audit by its title. */
  readonly about:
    | { readonly kind: 'finding'; readonly number: string }
    | { readonly kind: 'audit'; readonly title: string };
  /** Where to go on. Left out for somebody who came by a link and has no account. */
  readonly url?: string | undefined;
}

const aboutText = ({ about }: FileAbout, { file }: Words): string =>
  about.kind === 'finding' ? file.aboutFinding(oneLine(about.number, 40)) : file.aboutAudit(oneLine(about.title, 120));

const nameFact = ({ fileName }: EvidenceRecord, words: Words): readonly [string, string] => [
  words.file.name,
  oneLine(fileName, 200),
];

/** What the uploader is told of a file that is no evidence: which, why, and what to do. */
export const refusedFileLetter = (
  record: EvidenceRecord & { readonly status: 'held' | 'quarantined' },
  file: FileAbout,
  setting: LetterSetting,
): Letter => {
  const words = wordsOf(setting.language);
  const about = aboutText(file, words);
  const { status, reason, link } = record;
  const { letter } = words;
  const toPlace: Block[] =
    file.url === undefined
      ? []
      : [{ kind: 'link', text: file.about.kind === 'finding' ? letter.toFinding : letter.toAudit, url: file.url }];
  return signed(
    words.file.subject(oneLine(record.fileName, 80), status, about),
    [
      paragraph(words.file.lead(status, about)),
      { kind: 'facts', rows: [nameFact(record, words)] },
      ...(reason === undefined ? [] : [paragraph(words.file.reason), quote(inLanguage(reason, setting.language))]),
      paragraph(words.file.advice(status)),
      ...(link === undefined ? [] : [paragraph(words.file.byLink(oneLine(setting.organization, 120)))]),
      ...toPlace,
    ],
    setting,
  );
};

/** What planners are told of a report that came by a link. */
export const reportCameLetter = (record: EvidenceRecord, file: FileAbout, setting: LetterSetting): Letter => {
  const words = wordsOf(setting.language);
  const about = aboutText(file, words);
  return signed(
    words.file.cameSubject(oneLine(record.fileName, 80), about),
    [
      paragraph(words.file.came(about)),
      { kind: 'facts', rows: [nameFact(record, words), [words.file.from, record.by]] },
      ...(file.url === undefined ? [] : [{ kind: 'link', text: words.file.toImport, url: file.url } as const]),
    ],
    setting,
  );
};
