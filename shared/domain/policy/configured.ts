import * as z from 'zod';
import { builtInNames, builtInPolicies } from './built-in/index.ts';
import { refusedSize } from './encoded.ts';
import { Policy } from './policy.ts';

const { due, review, extensions, appeal, evidence, notices } = Policy.shape;
const { holidays: _resolved, ...settings } = Policy.shape;

/** The name of a built-in policy, for that policy as it is. */
const BuiltIn = z.enum(builtInNames, { error: `Give one of ${builtInNames.join(', ')}, or an object with changes.` });

/**
 * What an organization sets differently from a built-in policy (`extends`; left out: the default). The clock of a stage is
 * set as a whole. A changed policy has a name of its own, so that no finding calls it by that of another.
 */
const PolicyChanges = z.strictObject({
  ...z.strictObject(settings).partial().shape,
  extends: z.enum(builtInNames, { error: `Give one of ${builtInNames.join(', ')}.` }).optional(),
  name: settings.name.refine((name) => !builtInNames.some((each) => each === name), {
    error: 'Give the changed policy a name of its own.',
  }),
  due: z
    .strictObject({ major: due.shape.major.partial().optional(), minor: due.shape.minor.partial().optional() })
    .optional(),
  review: review.partial().optional(),
  extensions: extensions.partial().optional(),
  appeal: appeal.partial().optional(),
  evidence: evidence.partial().optional(),
  notices: notices.partial().optional(),
});

const changed = ({ extends: name = 'default', ...changes }: z.infer<typeof PolicyChanges>) => {
  const base = builtInPolicies[name];
  return {
    ...base,
    ...changes,
    due: {
      major: { ...base.due.major, ...changes.due?.major },
      minor: { ...base.due.minor, ...changes.due?.minor },
    },
    review: { ...base.review, ...changes.review },
    extensions: { ...base.extensions, ...changes.extensions },
    appeal: { ...base.appeal, ...changes.appeal },
    evidence: { ...base.evidence, ...changes.evidence },
    notices: { ...base.notices, ...changes.notices },
  };
};

const reasonsOf = (issue: z.core.$ZodIssue) =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({
        code: 'custom' as const,
        message: 'There is no such setting.',
        path: [...issue.path, key],
      }))
    : [{ code: 'custom' as const, message: issue.message, path: [...issue.path] }];

/**
 * The policy of a configuration, whole: a built-in one by its name, or one with changes. Its region is not resolved yet:
 * `resolvedPolicy` (`resolved.ts`) adds the public holidays.
 */
export const ConfiguredPolicy = z
  .union([BuiltIn, z.looseObject({})], { error: `Give one of ${builtInNames.join(', ')}, or an object with changes.` })
  .transform((given, context) => {
    if (typeof given === 'string') return builtInPolicies[given];
    const changes = PolicyChanges.transform(changed).pipe(Policy).safeParse(given);
    if (!changes.success) {
      // Each of its own, and not as branches of a union: whoever wrote the file sees which field is wrong.
      context.issues.push(...changes.error.issues.flatMap(reasonsOf).map((reason) => ({ ...reason, input: given })));
      return z.NEVER;
    }
    const fits = refusedSize(changes.data);
    if (fits.ok) return changes.data;
    for (const { message } of fits.refusals)
      context.issues.push({ code: 'custom', message, path: ['closedOn'], input: given });
    return z.NEVER;
  })
  .default(builtInPolicies.default satisfies Policy);
