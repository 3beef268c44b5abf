import Steps, { type StepsProps } from '@cloudscape-design/components/steps';
import { stages } from '#domain/finding/stage.ts';
import type { Nonconformity } from '#domain/finding/state.ts';
import { useNarrow } from '../../../parts/window-width.ts';
import { useSpeech } from '../../../words/words.tsx';

/** The three stages: what is behind, where it stands, what is to come, each with its dates. */
export const Lifecycle = ({ finding, overdue }: { readonly finding: Nonconformity; readonly overdue: boolean }) => {
  const { date, words } = useSpeech();
  const isNarrow = useNarrow();
  // What is closed has passed every stage; what was withdrawn stays where it was.
  const present = 'stage' in finding ? stages.indexOf(finding.stage) : stages.length;
  const steps = stages.map((stage, index): StepsProps.Step => {
    const accepted = finding.rounds.findLast(
      (round) => round.stage === stage && round.cycle === finding.cycle && round.outcome === 'accepted',
    );
    const due = words.due.on(date(finding.due[stage]));
    if (accepted)
      return { header: words.stages[stage], details: words.finding.accepted(date(accepted.on)), status: 'success' };
    if (!('stage' in finding)) return { header: words.stages[stage], details: due, status: 'stopped' };
    if (index !== present) return { header: words.stages[stage], details: due, status: 'pending' };
    return {
      header: words.stages[stage],
      details: (
        <>
          <div>{words.statuses[finding.status]}</div>
          <div>
            {due}. {words.finding.round(finding.round)}
          </div>
          {finding.status === 'in-review' && <div>{words.dates.reviewBy(date(finding.reviewDue))}</div>}
        </>
      ),
      status: overdue ? 'error' : 'in-progress',
    };
  });
  return <Steps steps={steps} orientation={isNarrow ? 'vertical' : 'horizontal'} ariaLabel={words.finding.steps} />;
};
