import { addDays, earliest } from '../calendar/civil-date.ts';
import { type Cap, capFor } from './cap.ts';
import type { AtStage } from './state.ts';

/** Between which dates the stage at hand can be extended. */
export interface ExtensionLimits {
  /** The due date now: a new one lies after it. */
  readonly due: string;
  /** Days of one extension, at most; `latest`: the date that this leads to. */
  readonly daysEach: number;
  readonly latest: string;
  /** The hard cap, which no extension moves a date past. */
  readonly cap: Cap | undefined;
  /** The last date that both allow. It may lie before the due date: then nothing can be extended. */
  readonly last: string;
}

/** How far the stage at hand can be extended: by the measure of the finding's policy, and not past its hard cap. */
export const extensionLimits = ({ due, stage, policy, grade, anchors }: AtStage): ExtensionLimits => {
  const { daysEach } = policy.extensions;
  const latest = addDays(due[stage], daysEach);
  const cap = capFor(grade, anchors);
  return { due: due[stage], daysEach, latest, cap, last: earliest(latest, cap?.on) };
};
