import type { ExplainedDates } from '#domain/finding/explained-dates.ts';
import { stages } from '#domain/finding/stage.ts';
import { useNarrow } from '../../parts/window-width.ts';
import { useWords } from '../../words/words.tsx';
import { useDays } from './use-days.ts';

const rowHeight = 26;
const margin = 12;

const dayOf = (civil: string): number => Date.parse(`${civil}T00:00:00Z`) / 86_400_000;

interface Row {
  readonly name: string;
  readonly from: string;
  readonly due: string;
  readonly review: string;
}

/** Stage by stage from the receipt of the report to the day it is due, and on to the end of its review. */
export const DatesTimeline = ({ explained }: { readonly explained: ExplainedDates }) => {
  const { policy: said, stages: stageWords } = useWords();
  const { day } = useDays();
  const isNarrow = useNarrow();
  const width = isNarrow ? 340 : 760;
  const { due, review, anchors, cap, closedOn } = explained;
  const rows = stages.map(
    (stage): Row => ({
      name: stageWords[stage],
      from: anchors.reportReceived.on,
      due: due[stage].on,
      review: review[stage].on,
    }),
  );
  const all = rows.flatMap(({ from, due: on, review: by }) => [from, on, by]).map(dayOf);
  const first = Math.min(...all, ...Object.values(anchors).map(({ on }) => dayOf(on)));
  const last = Math.max(...all, ...(cap ? [dayOf(cap.on)] : []));
  const x = (civil: string): number =>
    margin + ((dayOf(civil) - first) / Math.max(1, last - first)) * (width - 2 * margin);
  const height = rows.length * rowHeight * 2 + 8;
  const says = rows.map(({ name, due: on, review: by }) =>
    [`${said.dueOf(name)} ${day(on)}`, `${said.reviewOf(name)} ${day(by)}`].join(', '),
  );
  return (
    <figure className="timeline">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={said.timeline(says.join('; '))}>
        {closedOn.map((on) => (
          <line key={on} className="closed" x1={x(on)} x2={x(on)} y1={0} y2={height} />
        ))}
        {cap && <line className="deadline" x1={x(cap.on)} x2={x(cap.on)} y1={0} y2={height} />}
        {rows.map(({ name, from, due: on, review: by }, place) => {
          const y = (place * 2 + 2) * rowHeight - 8;
          return (
            <g key={name} className="timely">
              <text x={margin} y={y - 12}>{`${name}: ${day(on)}`}</text>
              <line className="running" x1={x(from)} x2={x(on)} y1={y} y2={y} />
              <line className="reviewing" x1={x(on)} x2={x(by)} y1={y} y2={y} />
              <circle cx={x(on)} cy={y} r={5} />
            </g>
          );
        })}
      </svg>
    </figure>
  );
};
