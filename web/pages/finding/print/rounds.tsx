import type { Nonconformity } from '#domain/finding/state.ts';
import { useSpeech } from '../../../words/words.tsx';

/** Each round of each stage: when it was due, what was handed in, and what came of it. */
export const Rounds = ({ finding }: { readonly finding: Nonconformity }) => {
  const { date, words } = useSpeech();
  const { print, stages, timeline, due } = words;
  const ended = finding.rounds.map((each) => ({
    ...each,
    outcome: `${print.outcomes[each.outcome]}, ${date(each.on)}`,
    by: each.transcription?.decidedBy ?? (each.by === 'system' ? words.application.name : each.by),
    way: each.via === undefined || each.outcome === 'not-confirmed' ? undefined : timeline.ways[each.via],
  }));
  const present =
    'submission' in finding
      ? [
          {
            cycle: finding.cycle,
            stage: finding.stage,
            round: finding.round,
            due: finding.due[finding.stage],
            submission: finding.submission,
            outcome: print.present,
            by: words.statuses[finding.status],
            way: undefined,
          },
        ]
      : [];
  const rounds = [...ended, ...present];
  return (
    <>
      <ul>
        {Object.entries(finding.due).map(([stage, on]) => (
          <li key={stage}>
            {stages[stage as keyof typeof stages]}: {due.on(date(on))}
          </li>
        ))}
      </ul>
      {rounds.length === 0 ? (
        <p>{print.noRounds}</p>
      ) : (
        <table className="rounds">
          <thead>
            <tr>
              <th scope="col">{print.round}</th>
              <th scope="col">{print.due}</th>
              <th scope="col">{print.handedIn}</th>
              <th scope="col">{print.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {rounds.map(({ cycle, stage, round, due: on, submission, outcome, by, way }) => (
              <tr key={`${cycle} ${stage} ${round}`}>
                <th scope="row">{timeline.place(stages[stage], round, cycle)}</th>
                <td>{date(on)}</td>
                <td>
                  {print.handedInBy(submission.by, date(submission.on))}
                  {submission.late && <div>{timeline.late}</div>}
                </td>
                <td>
                  <div>{outcome}</div>
                  <div>{by}</div>
                  {way !== undefined && <div>{way}</div>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
};
