import { stages } from '../finding/stage.ts';
import { type Finding, isAtStage } from '../finding/state.ts';
import { stageWords } from './wording.ts';

/** A date that a finding waits for, or will wait for once the stages before are passed. */
export interface FindingDeadline {
  /** `<finding>-<stage>`: the same for as long as the stage lasts, wherever its date moves. */
  readonly id: string;
  /** Civil date. */
  readonly on: string;
  readonly summary: string;
  /** The finding's version: a later one says the same deadline anew. */
  readonly version: number;
}

/** The open deadlines of a finding; none for opportunities for improvement and finished findings. */
export const deadlinesOf = (finding: Finding): readonly FindingDeadline[] => {
  if (!isAtStage(finding)) return [];
  const { facts, appeal, due } = finding;
  const deadline = (name: string, on: string, what: string): FindingDeadline => ({
    id: `${facts.id}-${name}`,
    on,
    summary: `${facts.number}: ${what}`,
    version: finding.seq,
  });
  const present = deadline(
    finding.stage,
    finding.status === 'in-review' ? finding.reviewDue : due[finding.stage],
    finding.status === 'in-review' ? `review of the ${stageWords[finding.stage]}` : stageWords[finding.stage],
  );
  const later = stages.slice(stages.indexOf(finding.stage) + 1);
  return [
    ...(appeal ? [deadline('appeal', appeal.decideBy, 'decision on the appeal')] : []),
    present,
    ...later.map((stage) => deadline(stage, due[stage], stageWords[stage])),
  ];
};
