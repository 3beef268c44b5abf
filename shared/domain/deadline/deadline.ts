import { type Stage, stages } from '../finding/stage.ts';
import { type AtStage, clockOf, type Finding, isAtStage } from '../finding/state.ts';
import type { WaitsFor } from '../notice/audience.ts';

/** A date that a finding waits for, or will wait for once the stages before are passed. It has no words yet. */
export interface Deadline {
  /**
   * `<finding>-c<cycle>-<stage>-<waitsFor>@redress`, of an appeal `<finding>-c<cycle>-appeal@redress`: the same for as
   * long as the stage lasts, whatever its round and wherever its date moves.
   */
  readonly uid: string;
  readonly finding: string;
  /** The finding's number in its audit. */
  readonly number: string;
  readonly stage: Stage;
  readonly waitsFor: WaitsFor;
  /** Civil date. */
  readonly on: string;
  /** The sequence number of the event that says it so: a later one says the same deadline anew. */
  readonly sequence: number;
}

const deadline = (finding: AtStage, stage: Stage, waitsFor: WaitsFor, on: string): Deadline => {
  const { id, number } = finding.facts;
  const what = waitsFor === 'appeal' ? 'appeal' : `${stage}-${waitsFor}`;
  return {
    uid: `${id}-c${finding.cycle}-${what}@redress`,
    finding: id,
    number,
    stage,
    waitsFor,
    on,
    sequence: finding.seq,
  };
};

const withoutAppeal = (finding: AtStage): AtStage => {
  const { appeal: _appeal, ...rest } = finding;
  return rest;
};

/** The one deadline that the finding waits for now, as `clockOf` has it; `undefined` where nobody has to act. */
export const presentDeadline = (finding: Finding): Deadline | undefined => {
  const clock = clockOf(finding);
  return clock && isAtStage(finding) ? deadline(finding, finding.stage, clock.waitsFor, clock.on) : undefined;
};

/**
 * All that is ahead of a finding: the decision on an appeal, what the stage waits for, and the stages after it, each to be
 * handed in. None for opportunities for improvement and finished findings. What is handed in and being validated is met.
 */
export const deadlinesOf = (finding: Finding): readonly Deadline[] => {
  if (!isAtStage(finding)) return [];
  const later = stages.slice(stages.indexOf(finding.stage) + 1);
  const present = [finding.appeal && finding, withoutAppeal(finding)].map((each) => each && presentDeadline(each));
  return [
    ...present.filter((each) => each !== undefined),
    ...later.map((stage) => deadline(finding, stage, 'owner', finding.due[stage])),
  ];
};
