/** The three stages of a nonconformity, in their order: plan (CAP), correction (EoC), remediation (EoR). */
export const stages = ['plan', 'correction', 'remediation'] as const;
export type Stage = (typeof stages)[number];

export const stageAfter = (stage: Stage): Stage | undefined => stages[stages.indexOf(stage) + 1];
