import Box from '@cloudscape-design/components/box';
import { useId } from 'react';
import type { PlannedAction } from '#domain/submission/submission.ts';
import { useNarrow } from '../../../parts/window-width.ts';
import { useSpeech } from '../../../words/words.tsx';
import { type Layout, layoutOf, type Mark } from './timeline-layout.ts';

/** Late is told by shape and words, and by colour only besides. */
const Dot = ({ mark: { x, y, late } }: { readonly mark: Mark }) =>
  late > 0 ? (
    <path className="late" d={`M${x},${y - 7} L${x + 7},${y} L${x},${y + 7} L${x - 7},${y} Z`} />
  ) : (
    <circle className="timely" cx={x} cy={y} r={6} />
  );

const Waiting = ({ from, to, tip }: Layout['waits'][number] & { readonly tip: string }) => {
  // Down from the one before, then along to the one that waits; backwards where that is due sooner.
  const side = to.x >= from.x ? -1 : 1;
  const end = to.x + side * 9;
  const isLevel = Math.abs(end - from.x) < 6;
  const down = to.y > from.y ? 8 : -8;
  const path = isLevel ? `M${from.x},${from.y + down} V${to.y - down}` : `M${from.x},${from.y + down} V${to.y} H${end}`;
  return (
    <path
      className={to.tooSoon.includes(from.label) ? 'waits too-soon' : 'waits'}
      d={path}
      markerEnd={`url(#${tip})`}
    />
  );
};

/**
 * The actions along the days until the deadline of the stage, each with an arrow from those it waits for. What lies right
 * of the deadline is too late.
 */
export const ActionTimeline = ({
  actions,
  deadline,
}: {
  readonly actions: readonly PlannedAction[];
  readonly deadline: string;
}) => {
  const { date, locale, words } = useSpeech();
  const { plan } = words;
  const isNarrow = useNarrow();
  const tip = useId();
  const width = isNarrow ? 320 : 720;
  const layout = layoutOf(actions, deadline, { width, names: 84, right: isNarrow ? 16 : 48 });
  if (!layout) return null;
  const { marks, height } = layout;
  const months = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const dayOf = (civil: string): string => days.format(new Date(`${civil}T00:00:00Z`));
  const saidOf = ({ label, dueDate, late, tooSoon }: Mark): string =>
    [
      `${label}: ${date(dueDate)}`,
      ...(late > 0 ? [plan.late(late)] : []),
      ...(tooSoon.length > 0 ? [plan.tooSoon(tooSoon.join(', '))] : []),
    ].join(', ');
  const wrong = marks.filter(({ late, tooSoon }) => late > 0 || tooSoon.length > 0);
  return (
    <figure className="timeline plan">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={plan.timelineSays(marks.map(saidOf).join('; '), date(deadline))}
      >
        <defs>
          <marker id={tip} viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path className="tip" d="M0,0 L8,4 L0,8 Z" />
          </marker>
        </defs>
        {layout.months.map(({ day, x }) => (
          <g key={day}>
            <line className="month" x1={x} x2={x} y1={20} y2={height - 18} />
            <text className="axis" x={x} y={height - 4} textAnchor="middle">
              {months.format(new Date(`${day}T00:00:00Z`))}
            </text>
          </g>
        ))}
        <line className="deadline" x1={layout.deadline} x2={layout.deadline} y1={18} y2={height - 18} />
        <text x={layout.deadline} y={12} textAnchor={layout.deadline > width - 90 ? 'end' : 'middle'}>
          {plan.deadlineMark(dayOf(deadline))}
        </text>
        {layout.waits.map((wait) => (
          <Waiting key={`${wait.from.label} ${wait.to.label}`} {...wait} tip={tip} />
        ))}
        {marks.map((mark) => (
          <g key={mark.label}>
            <text x={0} y={mark.y + 4}>
              <tspan className="name">{mark.label}</tspan> {dayOf(mark.dueDate)}
            </text>
            <Dot mark={mark} />
          </g>
        ))}
      </svg>
      <figcaption>
        <Box variant="small">{plan.deadline(date(deadline))}</Box>
        {wrong.map((mark) => (
          <Box key={mark.label} variant="small" color="text-status-error" display="block">
            {saidOf(mark)}
          </Box>
        ))}
      </figcaption>
    </figure>
  );
};
