import type { Refusal } from '../result.ts';
import type { Checked } from './check.ts';
import { missingParts, usedTwice } from './missing.ts';
import type { PlannedAction, PlanSubmission } from './submission.ts';

const words = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * A cause says why; repeating what was found says nothing. It counts as a repetition when nine in ten of its different
 * words stand in the statement.
 */
const repeats = (cause: string, statement: string): boolean => {
  const own = new Set(words(cause));
  const known = new Set(words(statement));
  const shared = [...own].filter((word) => known.has(word)).length;
  return own.size === 0 || shared / own.size >= 0.9;
};

/** Labels of a cycle among the actions' dependencies (first found), or `undefined`. */
const cycleAmong = (actions: readonly PlannedAction[]): readonly string[] | undefined => {
  const next = new Map(actions.map((action) => [action.label, action.dependsOn ?? []]));
  const done = new Set<string>();
  const visit = (label: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(label)) return [...path.slice(path.indexOf(label)), label];
    if (done.has(label)) return undefined;
    done.add(label);
    for (const before of next.get(label) ?? []) {
      const cycle = visit(before, [...path, label]);
      if (cycle) return cycle;
    }
    return undefined;
  };
  for (const { label } of actions) {
    const cycle = visit(label, []);
    if (cycle) return cycle;
  }
  return undefined;
};

const actionReasons = (actions: readonly PlannedAction[], causes: readonly string[], deadline: string): Refusal[] => {
  const labels = actions.map((action) => action.label);
  return actions.flatMap((action, i): Refusal[] => {
    const field = `actions[${i}]`;
    const { removes = [], dependsOn = [], dueDate } = action;
    return [
      ...missingParts({
        [`${field}.responsible`]: [action.responsible, `Add a responsible person to action ${action.label}.`],
        [`${field}.dueDate`]: [dueDate, `Add a due date to action ${action.label}.`],
        [`${field}.successMeasure`]: [
          action.successMeasure,
          `Add how the success of action ${action.label} will be seen.`,
        ],
        [`${field}.removes`]: [action.removes, `Add the cause that action ${action.label} removes.`],
      }),
      ...(dueDate !== undefined && dueDate > deadline
        ? [
            {
              code: 'action-after-deadline',
              message: `Action ${action.label} is due after the deadline for remediation, ${deadline}.`,
              field: `${field}.dueDate`,
            },
          ]
        : []),
      ...removes
        .filter((label) => !causes.includes(label))
        .map((label) => ({
          code: 'unknown-cause',
          message: `Action ${action.label} removes ${label}, which is no cause of this plan.`,
          field: `${field}.removes`,
        })),
      ...dependsOn
        .filter((label) => !labels.includes(label))
        .map((label) => ({
          code: 'unknown-action',
          message: `Action ${action.label} depends on ${label}, which is no action of this plan.`,
          field: `${field}.dependsOn`,
        })),
    ];
  });
};

/** What a corrective action plan lacks (ISO/IEC 27001, 10.2 a to d). */
export const checkPlan = (plan: PlanSubmission, { finding }: Checked): Refusal[] => {
  const actions = plan.actions ?? [];
  const causes = plan.rootCause?.causes ?? [];
  const contributing = plan.rootCause?.contributing ?? [];
  const labels = [...causes, ...contributing].map((cause) => cause.label);
  const removed = new Set(actions.flatMap((action) => action.removes ?? []));
  const cycle = cycleAmong(actions);
  return [
    ...missingParts({
      correction: [plan.correction, 'Add the correction: what, who, by when.'],
      consequences: [plan.consequences, 'Add how the consequences are dealt with.'],
      rootCause: [plan.rootCause, 'Add the root cause analysis.'],
      similar: [plan.similar, 'Add whether similar nonconformities were looked for, and where.'],
      actions: [plan.actions, 'Add at least one corrective action.'],
      riskAndImpact: [plan.riskAndImpact, 'Add the risk and impact of the change.'],
      ismsChanges: [plan.ismsChanges, 'Add the changes to the ISMS, or that there are none.'],
      approvedBy: [plan.approvedBy, 'Add who approved the plan.'],
    }),
    ...(plan.rootCause ? missingParts({ 'rootCause.causes': [causes, 'Add at least one cause.'] }) : []),
    ...(plan.similar?.found && plan.similar.what === undefined
      ? missingParts({ 'similar.what': [undefined, 'Add what similar nonconformities were found.'] })
      : []),
    ...(plan.correction && plan.correction.by > finding.due.correction
      ? [
          {
            code: 'action-after-deadline',
            message: `The correction is due after its deadline, ${finding.due.correction}.`,
            field: 'correction.by',
          },
        ]
      : []),
    ...usedTwice(labels, 'rootCause.causes'),
    ...usedTwice(
      actions.map((action) => action.label),
      'actions',
    ),
    ...causes.flatMap((cause, i): Refusal[] => [
      ...(repeats(cause.description, finding.facts.statement)
        ? [
            {
              code: 'cause-repeats-statement',
              message: `Cause ${cause.label} repeats the statement of the nonconformity; say why it came about.`,
              field: `rootCause.causes[${i}].description`,
            },
          ]
        : []),
      ...(removed.has(cause.label)
        ? []
        : [
            {
              code: 'cause-not-removed',
              message: `No action removes cause ${cause.label}.`,
              field: `rootCause.causes[${i}]`,
            },
          ]),
    ]),
    ...actionReasons(actions, labels, finding.due.remediation),
    ...(cycle
      ? [
          {
            code: 'action-cycle',
            message: `These actions wait for each other: ${cycle.join(' → ')}.`,
            field: 'actions',
          },
        ]
      : []),
  ];
};
