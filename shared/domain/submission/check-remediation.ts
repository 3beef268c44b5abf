import type { Refusal } from '../result.ts';
import type { Checked } from './check.ts';
import { inTheFuture, missingParts, usedTwice } from './missing.ts';
import type { RemediationSubmission } from './submission.ts';

const effectivenessReasons = (effectiveness: RemediationSubmission['effectiveness']): Refusal[] =>
  effectiveness === undefined
    ? missingParts({ effectiveness: [undefined, 'Add the effectiveness review.'] })
    : missingParts({
        'effectiveness.criterion': [effectiveness.criterion, 'Add the criterion of the effectiveness review.'],
        'effectiveness.method': [effectiveness.method, 'Add the method of the effectiveness review.'],
        'effectiveness.sample': [effectiveness.sample, 'Add the sample or the period observed.'],
        'effectiveness.result': [effectiveness.result, 'Add the result of the effectiveness review.'],
        'effectiveness.by': [effectiveness.by, 'Add who reviewed the effectiveness.'],
      });

type Plan = NonNullable<Checked['acceptedPlan']>;

/** Every action of the accepted plan, and no other: done, when, and by what that is seen. */
const actionReasons = (
  actions: NonNullable<RemediationSubmission['actions']>,
  plan: Plan,
  today: string,
): Refusal[] => {
  const planned = (plan.actions ?? []).map(({ label }) => label);
  const handedIn = actions.map(({ label }) => label);
  return [
    ...usedTwice(handedIn, 'actions'),
    ...planned
      .filter((label) => !handedIn.includes(label))
      .map((label) => ({
        code: 'action-left-out',
        message: `Action ${label} of the accepted plan is left out.`,
        field: 'actions',
      })),
    ...actions.flatMap(({ label, doneOn, evidence }, i): Refusal[] => [
      ...(planned.includes(label)
        ? []
        : [
            {
              code: 'unknown-action',
              message: `${label} is no action of the accepted plan.`,
              field: `actions[${i}].label`,
            },
          ]),
      ...missingParts({
        [`actions[${i}].doneOn`]: [doneOn, `Add the day action ${label} was done.`],
        [`actions[${i}].evidence`]: [evidence, `Add evidence that action ${label} was done.`],
      }),
      ...inTheFuture(`actions[${i}].doneOn`, doneOn, today),
    ]),
  ];
};

/** Every root cause of the accepted plan; a contributing one may be there too. */
const causeReasons = (causes: NonNullable<RemediationSubmission['causes']>, plan: Plan): Refusal[] => {
  const { causes: roots = [], contributing = [] } = plan.rootCause ?? {};
  const handedIn = causes.map(({ label }) => label);
  const known = [...roots, ...contributing].map(({ label }) => label);
  return [
    ...usedTwice(handedIn, 'causes'),
    ...roots
      .filter(({ label }) => !handedIn.includes(label))
      .map(({ label }) => ({
        code: 'cause-left-out',
        message: `Say how cause ${label} of the accepted plan is known to be gone.`,
        field: 'causes',
      })),
    ...handedIn.flatMap((label, i): Refusal[] =>
      known.includes(label)
        ? []
        : [
            {
              code: 'unknown-cause',
              message: `${label} is no cause of the accepted plan.`,
              field: `causes[${i}].label`,
            },
          ],
    ),
  ];
};

/** What evidence of remediation lacks: every cause and action of the accepted plan, and the effectiveness review. */
export const checkRemediation = (
  remediation: RemediationSubmission,
  { acceptedPlan = {}, today }: Checked,
): Refusal[] => [
  ...missingParts({
    ismsChanges: [remediation.ismsChanges, 'Add the changes made to the ISMS, or that there are none.'],
  }),
  ...actionReasons(remediation.actions ?? [], acceptedPlan, today),
  ...causeReasons(remediation.causes ?? [], acceptedPlan),
  ...effectivenessReasons(remediation.effectiveness),
];
