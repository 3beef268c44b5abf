import { type Stage, stages } from '#domain/finding/stage.ts';
import type { AtStage } from '#domain/finding/state.ts';

/** The statuses that a nonconformity passes at every stage, in their order. */
export const stageStatuses = [
  'awaiting',
  'validating',
  'verifying',
  'in-review',
] as const satisfies readonly AtStage['status'][];
export type StageStatus = (typeof stageStatuses)[number];

/** Where a nonconformity stands, as `stepOf` words it. Opportunities for improvement have no machine. */
export type Step = `${Stage}.${StageStatus}` | 'closed' | 'withdrawn';

export const steps: readonly Step[] = [
  ...stages.flatMap((stage) => stageStatuses.map((status): Step => `${stage}.${status}`)),
  'closed',
  'withdrawn',
];
