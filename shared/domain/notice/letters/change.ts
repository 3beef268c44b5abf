import type { DueChange } from '../../finding/due-changes.ts';
import type { FindingEvent } from '../../finding/events.ts';
import type { Stage } from '../../finding/stage.ts';
import { type Finding, isAtStage } from '../../finding/state.ts';
import { wayOf } from '../../finding/way.ts';
import type { Block, Letter, LetterSetting } from '../../message/letter.ts';
import { oneLine } from '../../message/lines.ts';
import type { Language } from '../../people/preferences.ts';
import { type Words, wordsOf } from '../../words/index.ts';
import { inLanguage } from '../../words/sentences/index.ts';
import { decisionFacts } from './decision-facts.ts';
import { dueBlock, findingBlocks, paragraph, quote, signed, subjectOn } from './letter-on.ts';
import { type Moving, movedBecause } from './moved-because.ts';

/** Of a finding at a stage; `plan` for one that has none, which no sentence about a stage is said of. */
const stageOf = (finding: Finding): Stage => (isAtStage(finding) ? finding.stage : 'plan');

interface Review {
  readonly from: string;
  readonly to: string;
}

/** Every due date that moved, with the date before and why. */
const movedList = (event: Moving, words: Words): readonly Block[] => {
  const changes: readonly DueChange[] = event.data.dueChanges;
  const review: Review | undefined = 'reviewChange' in event.data ? event.data.reviewChange : undefined;
  const items = [
    ...changes.map(({ stage, from, to }) =>
      words.change.moved({ what: stage, from, to, why: movedBecause(event, { stage, from, to }) }),
    ),
    ...(review
      ? [words.change.moved({ what: 'review', from: review.from, to: review.to, why: movedBecause(event, review) })]
      : []),
  ];
  return items.length > 0 ? [{ kind: 'list', items }] : [];
};

/** What happened, in the words of Redress and of whoever did it. */
const happenedIn = (event: FindingEvent, words: Words, language: Language): readonly Block[] => {
  const finding = event.state;
  const stage = stageOf(finding);
  const { change } = words;
  switch (event.type) {
    case 'issued':
      return [paragraph(finding.grade === 'ofi' ? change.ofiIssued : change.issued(finding.grade, stage))];
    case 'assigned':
      return [paragraph(change.assigned)];
    case 'found-complete':
      return [paragraph(finding.status === 'verifying' ? change.toVerify(stage) : change.toReview(stage))];
    case 'found-incomplete':
      return [
        paragraph(change.incomplete(stage)),
        { kind: 'list', items: event.data.reasons.map(({ message }) => inLanguage(message, language)) },
        paragraph(change.mend),
      ];
    case 'confirmed':
      return [paragraph(change.verified(stage))];
    case 'not-confirmed':
      return [paragraph(change.notConfirmed(stage)), quote(event.data.reason)];
    case 'accepted':
      return [
        paragraph(
          finding.status === 'closed'
            ? change.acceptedLast(event.data.stage)
            : `${change.accepted(event.data.stage)} ${change.next(stage)}`,
        ),
        ...(event.data.comment === undefined ? [] : [quote(event.data.comment)]),
        decisionFacts(event, words),
      ];
    case 'returned':
      return [paragraph(change.returned(stage)), quote(event.data.comment), decisionFacts(event, words)];
    case 'extension-requested':
      return [paragraph(change.extensionRequested(stage, event.data.newDueDate)), quote(event.data.reason)];
    case 'extension-granted':
      return [paragraph(change.extensionGranted), quote(event.data.reason), ...movedList(event, words)];
    case 'extension-refused':
      return [paragraph(change.extensionRefused), quote(event.data.reason)];
    case 'regraded':
      return [paragraph(change.regraded(event.data.to)), quote(event.data.reason), ...movedList(event, words)];
    case 'regrade-refused':
      return [paragraph(change.regradeRefused(finding.grade)), quote(event.data.reason)];
    case 'due-moved':
      return [paragraph(change.dueMoved), ...movedList(event, words)];
    case 'withdrawal-proposed':
      return [paragraph(change.withdrawalProposed), quote(event.data.reason)];
    case 'withdrawal-refused':
      return [paragraph(change.withdrawalRefused), quote(event.data.reason)];
    case 'withdrawn':
      return [paragraph(change.withdrawn), quote(event.data.reason)];
    case 'appealed':
      return [paragraph(change.appealed), quote(event.data.grounds)];
    case 'appeal-decided':
      return [
        paragraph(change.appealDecided(event.data.outcome)),
        quote(event.data.reason),
        ...movedList(event, words),
      ];
    case 'reopened':
      return [paragraph(change.reopened(event.data.cause)), quote(event.data.comment), ...movedList(event, words)];
    case 'response-accepted':
      return [paragraph(change.responseAccepted), quote(event.data.comment)];
    case 'response-declined':
      return [paragraph(change.responseDeclined), quote(event.data.comment)];
    case 'implemented':
      return [paragraph(change.implemented), quote(event.data.comment)];
    case 'closed':
      return [paragraph(change.closed), ...(event.data.comment === undefined ? [] : [quote(event.data.comment)])];
    case 'fault-recorded':
      return [
        paragraph(change.faultRecorded),
        {
          kind: 'facts',
          rows: [
            [change.task, oneLine(event.data.task, 200)],
            [change.error, oneLine(event.data.error, 400)],
          ],
        },
      ];
    default:
      return [paragraph(change.other(event.type))];
  }
};

/** What happened, in a subject; of a decision also how it came. */
const happened = (event: FindingEvent, { change }: Words): string =>
  event.type === 'accepted' || event.type === 'returned'
    ? change.happened(event.type, wayOf(event.actor, event.data.transcription))
    : change.happened(event.type);

/**
 * `told`: the reader is one of those who are told of such a change. `calendar`: they get the letter only because a deadline
 * in their calendar has changed by it; what is asked of others is not asked of them.
 */
export type ChangeReader = 'told' | 'calendar';

/** What somebody is told of a finding's change: what happened, what it waits for now and until when, which one it is. */
export const changeLetter = (event: FindingEvent, setting: LetterSetting, reader: ChangeReader = 'told'): Letter => {
  const words = wordsOf(setting.language);
  const finding = event.state;
  const lead =
    reader === 'told'
      ? happenedIn(event, words, setting.language)
      : [paragraph(words.change.other(event.type)), paragraph(words.change.calendar)];
  return signed(
    subjectOn(finding, happened(event, words)),
    [...lead, ...dueBlock(finding, setting), ...findingBlocks(finding, setting)],
    setting,
  );
};
