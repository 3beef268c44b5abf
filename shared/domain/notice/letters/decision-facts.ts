import type { FindingEvent } from '../../finding/events.ts';
import { wayOf } from '../../finding/way.ts';
import type { Block } from '../../message/letter.ts';
import { oneLine } from '../../message/lines.ts';
import type { Words } from '../../words/index.ts';

type Decided = Extract<FindingEvent, { type: 'accepted' | 'returned' }>;

/** Why, who decided, and how that came into the record. */
export const decisionFacts = (event: Decided, { change, reasons, day }: Words): Block => {
  const { actor, data } = event;
  const { transcription } = data;
  const codes: readonly (readonly [string, string])[] =
    event.type === 'returned' ? [[change.codes, event.data.codes.map((code) => reasons[code]).join('; ')]] : [];
  if (!transcription) {
    const by = wayOf(actor, undefined) === 'link' ? change.byLink(actor.person) : actor.person;
    return { kind: 'facts', rows: [...codes, [change.by, by]] };
  }
  return {
    kind: 'facts',
    rows: [
      ...codes,
      [change.decidedBy, oneLine(transcription.decidedBy, 120)],
      [change.decidedOn, day(transcription.decidedOn)],
      [change.document, oneLine(transcription.fileName, 200)],
      [change.transcribedBy, actor.person],
    ],
  };
};
