import type { FindingEvent } from '#domain/finding/events.ts';
import type { Stage } from '#domain/finding/stage.ts';
import { wayOf } from '#domain/finding/way.ts';
import type { useSpeech } from '../../../words/words.tsx';

type Speech = Pick<ReturnType<typeof useSpeech>, 'words' | 'date'>;
type Of<T extends FindingEvent['type']> = Extract<FindingEvent, { type: T }>;
type Reason = Of<'found-incomplete'>['data']['reasons'][number];

/** A date that was changed. `why`: a sentence of Redress. */
export interface DateChange {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

/** What there is to say of an event, besides its name, its time and who it was. */
export interface EventFacts {
  readonly lines: readonly string[];
  /** What somebody wrote, as it was typed. */
  readonly quotes: readonly string[];
  /** What was missing, in sentences of Redress. */
  readonly reasons: readonly Reason[];
  readonly changes: readonly DateChange[];
}

/** The dates that an event changed: those of stages, and of a review that was going on. */
export const changesOf = ({ data }: FindingEvent, { words }: Pick<Speech, 'words'>): readonly DateChange[] => {
  const dueChanges = 'dueChanges' in data ? data.dueChanges : [];
  const reviewChange = 'reviewChange' in data ? data.reviewChange : undefined;
  return [
    ...dueChanges.map(({ stage, ...change }) => ({ what: words.stages[stage], ...change })),
    ...(reviewChange ? [{ what: words.dates.review, ...reviewChange }] : []),
  ];
};

/** The dates ahead of a finding that its audit changed. */
const aheadOf = ({ data }: Of<'anchors-revised' | 'due-moved'>, before: FindingEvent | undefined, speech: Speech) => {
  const { timeline } = speech.words;
  const had = before && 'anchors' in before.state ? before.state.anchors : undefined;
  const said = (civil: string | undefined): string => (civil === undefined ? timeline.noDate : speech.date(civil));
  return (Object.keys(timeline.ahead) as (keyof typeof timeline.ahead)[])
    .filter((name) => had && had[name] !== data.anchors[name])
    .map((name) => timeline.changed(timeline.ahead[name], said(had?.[name]), said(data.anchors[name])));
};

/**
 * An event in words.
 * @param before the event before it: what it went from
 */
export const factsOf = (event: FindingEvent, before: FindingEvent | undefined, speech: Speech): EventFacts => {
  const { words, date } = speech;
  const { timeline, stages, grades, form, dates } = words;
  const facts = (lines: readonly string[], quotes: readonly (string | undefined)[] = []): EventFacts => ({
    lines,
    quotes: quotes.filter((quote) => quote !== undefined),
    reasons: [],
    changes: changesOf(event, speech),
  });
  /** Of the round in which it happened, and not of the one that it began. */
  const at = (stage: Stage): string => {
    const state = before?.state;
    return state && 'round' in state ? timeline.place(stages[stage], state.round, state.cycle) : stages[stage];
  };
  const decided = ({ actor, data }: Of<'accepted' | 'returned'>): readonly string[] => {
    const { means, transcription } = data;
    const way = wayOf(actor, transcription);
    return [
      timeline.means(form.choices[means]),
      ...(way ? [timeline.ways[way]] : []),
      ...(transcription
        ? [timeline.decidedBy(transcription.decidedBy, date(transcription.decidedOn), transcription.fileName)]
        : []),
    ];
  };
  const reviewBy = (due: string | undefined): readonly string[] =>
    due === undefined ? [] : [dates.reviewBy(date(due))];

  switch (event.type) {
    case 'issued': {
      const { grade, owner, clock } = event.data;
      const due = clock ? (Object.entries(clock.due) as [Stage, string][]) : [];
      return facts([
        timeline.grade(grades[grade]),
        timeline.owner(owner),
        ...due.map(([stage, on]) => timeline.dueOn(stages[stage], date(on))),
      ]);
    }
    case 'assigned':
      return facts([timeline.changed(words.finding.owner, before?.state.owner ?? '', event.data.owner)]);
    case 'submitted':
      return facts([at(event.data.stage), ...(event.data.submission.late ? [timeline.late] : [])]);
    case 'found-complete':
      return facts([at(event.data.stage), ...reviewBy(event.data.reviewDue)]);
    case 'found-incomplete':
      return { ...facts([at(event.data.stage)]), reasons: event.data.reasons };
    case 'confirmed':
      return facts([at(event.data.stage), ...reviewBy(event.data.reviewDue)], [event.data.verification.statement]);
    case 'accepted':
      return facts([at(event.data.stage), ...decided(event)], [event.data.comment]);
    case 'returned':
      return facts(
        [at(event.data.stage), ...event.data.codes.map((code) => form.choices[code]), ...decided(event)],
        [event.data.comment],
      );
    case 'extension-requested': {
      const { stage, newDueDate, reason } = event.data;
      const due = before && 'due' in before.state ? date(before.state.due[stage]) : '';
      return facts([timeline.changed(stages[stage], due, date(newDueDate))], [reason]);
    }
    case 'not-confirmed':
      return facts([at(event.data.stage)], [event.data.reason]);
    case 'extension-granted':
    case 'extension-refused':
      return facts([stages[event.data.stage]], [event.data.reason]);
    case 'regraded': {
      const { from, to, reason } = event.data;
      return facts([timeline.changed(words.register.grade, grades[from], grades[to])], [reason]);
    }
    case 'regrade-refused': {
      const { proposed, reason } = event.data;
      const { minors, nextAudit } = timeline.proposedBecause;
      const because =
        proposed.because === 'open-at-next-audit'
          ? nextAudit(date(proposed.nextAudit))
          : minors(`${proposed.framework} ${proposed.requirement}`, proposed.minors.join(', '));
      return facts([because], [reason]);
    }
    case 'due-moved':
    case 'anchors-revised':
      return facts(aheadOf(event, before, speech));
    case 'withdrawal-proposed':
    case 'withdrawal-refused':
    case 'withdrawn':
      return facts([], [event.data.reason]);
    case 'appealed':
      return facts([timeline.decideBy(date(event.data.decideBy))], [event.data.grounds]);
    case 'appeal-decided': {
      const { outcome, pausedDays, reason } = event.data;
      return facts(
        [timeline.outcome(form.choices[outcome]), ...(pausedDays > 0 ? [timeline.pausedDays(pausedDays)] : [])],
        [reason],
      );
    }
    case 'reopened':
      return facts([timeline.cause(form.choices[event.data.cause])], [event.data.comment]);
    case 'response-accepted':
    case 'response-declined':
    case 'implemented':
    case 'closed':
      return facts([], [event.data.comment]);
    case 'fault-recorded':
      return facts([timeline.fault]);
  }
};
