import { daysBetween } from '../../calendar/civil-date.ts';
import { type Finding, isAtStage } from '../../finding/state.ts';
import { findingUrl, registerUrl } from '../../message/addresses.ts';
import type { Block, Letter, LetterSetting } from '../../message/letter.ts';
import { oneLine } from '../../message/lines.ts';
import { type Words, wordsOf } from '../../words/index.ts';
import type { DeadlineNotice, DigestEntry } from '../deadline-notice.ts';
import { paragraph, signed, subjectOn } from './letter-on.ts';

/** Entries that a digest shows; of more it gives the number. A message stays within what mail services take. */
const most = 400;

/** In the order in which they are read. */
const groups = ['escalated', 'overdue', 'today', 'soon'] as const;
type Group = (typeof groups)[number];

/** A deadline once, however many of its notices a digest makes up for. */
interface Line {
  readonly finding: Finding;
  readonly notice: DeadlineNotice;
  readonly group: Group;
  /** Days from its date to the digest's; negative before it. */
  readonly late: number;
}

const dateOf = (notice: DeadlineNotice): string => (notice.kind === 'deadline' ? notice.due : notice.on);

const nameOf = ({ finding, notice }: DigestEntry): string =>
  JSON.stringify([finding.facts.id, notice.kind, notice.kind === 'deadline' ? notice.clock : notice.reason]);

/** A hard cap that comes near is told to many early: it is escalated once it has passed. */
const groupOf = ({ kind }: DeadlineNotice, late: number, escalated: boolean): Group => {
  if (escalated && (kind === 'deadline' || late > 0)) return 'escalated';
  return late > 0 ? 'overdue' : late === 0 ? 'today' : 'soon';
};

/** The most urgent first: what is longest overdue, then what is due soonest; the same again in the order of names. */
const byUrgency = (a: Line, b: Line): number =>
  groups.indexOf(a.group) - groups.indexOf(b.group) ||
  b.late - a.late ||
  a.finding.facts.audit.localeCompare(b.finding.facts.audit, 'en') ||
  a.finding.facts.number.localeCompare(b.finding.facts.number, 'en', { numeric: true }) ||
  a.notice.kind.localeCompare(b.notice.kind, 'en');

const linesOf = (entries: readonly DigestEntry[], date: string): readonly Line[] => {
  const same = Map.groupBy(entries, nameOf);
  return [...same.values()]
    .flatMap((alike) => {
      const [first] = alike;
      if (!first) return [];
      const { finding, notice } = first;
      const late = daysBetween(dateOf(notice), date);
      // Whoever must act themselves is told so, even where the same comes to them as an escalation.
      const escalated = alike.every((each) => each.escalated);
      return [{ finding, notice, late, group: groupOf(notice, late, escalated) }];
    })
    .sort(byUrgency);
};

const stageOf = (finding: Finding) => (isAtStage(finding) ? finding.stage : 'plan');

const lineText = ({ finding, notice, late }: Line, { digest, letter }: Words): string => {
  const { number, audit } = finding.facts;
  const named = `${letter.named(oneLine(number, 40), finding.grade)}, ${oneLine(audit, 80)}`;
  return notice.kind === 'deadline'
    ? digest.line(named, notice.waitsFor, stageOf(finding), notice.due, late)
    : digest.capLine(named, notice.reason, notice.on, late);
};

const lineBlocks = (line: Line, words: Words, setting: LetterSetting): readonly Block[] => [
  { kind: 'link', text: lineText(line, words), url: findingUrl(setting.baseUrl, line.finding.facts.id) },
  { kind: 'quote', text: oneLine(line.finding.facts.statement, 160) },
];

const subjectFor = (lines: readonly Line[], date: string, { digest }: Words): string => {
  const [only, ...others] = lines;
  if (only && others.length === 0) {
    const { finding, notice, late } = only;
    return subjectOn(
      finding,
      notice.kind === 'deadline' ? digest.one(notice.waitsFor, stageOf(finding), late) : digest.oneCap(late),
    );
  }
  const overdue = lines.filter(({ late }) => late > 0).length;
  return digest.subject({ all: lines.length, overdue, today: lines.filter(({ late }) => late === 0).length }, date);
};

interface Digested {
  /** As of which civil date it is said. */
  readonly date: string;
  readonly entries: readonly DigestEntry[];
}

/** What a digest is about, in one line: of a single entry, that one. */
export const digestSubject = ({ date, entries }: Digested, { language }: Pick<LetterSetting, 'language'>): string =>
  subjectFor(linesOf(entries, date), date, wordsOf(language));

/**
 * All deadlines of one person and day, the most urgent first: what was escalated to the reader, then what is overdue,
 * due today, due soon. Several notices of one deadline, such as those of a week that was missed, are one line; how its
 * date lies is said as of `date`.
 */
export const digestLetter = ({ date, entries }: Digested, setting: LetterSetting): Letter => {
  const words = wordsOf(setting.language);
  const lines = linesOf(entries, date);
  const shown = lines.slice(0, most);
  const blocks = groups.flatMap((group): readonly Block[] => {
    const its = shown.filter((line) => line.group === group);
    if (its.length === 0) return [];
    return [{ kind: 'heading', text: words.digest[group] }, ...its.flatMap((line) => lineBlocks(line, words, setting))];
  });
  return signed(
    subjectFor(lines, date, words),
    [
      paragraph(words.digest.lead(lines.length, date)),
      ...blocks,
      ...(lines.length > shown.length
        ? [
            paragraph(words.digest.more(lines.length - shown.length)),
            { kind: 'link', text: words.letter.toRegister, url: registerUrl(setting.baseUrl) } as const,
          ]
        : []),
    ],
    setting,
  );
};
