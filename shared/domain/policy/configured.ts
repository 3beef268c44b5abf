import * as z from 'zod';
import { defaultPolicy } from './default.ts';
import { Policy } from './policy.ts';

const { due, extensions, appeal, evidence, notices } = Policy.shape;

/**
 * What an organization sets differently from the default policy. The clock of a stage is set as a whole. A changed
 * policy has a name of its own, so that no finding calls it the default.
 */
const PolicyChanges = z.strictObject({
  ...Policy.partial().shape,
  name: Policy.shape.name.refine((name) => name !== defaultPolicy.name, {
    error: 'Give the changed policy a name of its own.',
  }),
  due: z
    .strictObject({ major: due.shape.major.partial().optional(), minor: due.shape.minor.partial().optional() })
    .optional(),
  extensions: extensions.partial().optional(),
  appeal: appeal.partial().optional(),
  evidence: evidence.partial().optional(),
  notices: notices.partial().optional(),
});

/** Lambda takes 4 KB of environment in all; the policy goes there as JSON. */
const mostBytes = 3000;

/** The default policy, or the default policy with changes: always a whole policy. */
export const ConfiguredPolicy = PolicyChanges.transform((changes) => ({
  ...defaultPolicy,
  ...changes,
  due: {
    major: { ...defaultPolicy.due.major, ...changes.due?.major },
    minor: { ...defaultPolicy.due.minor, ...changes.due?.minor },
  },
  extensions: { ...defaultPolicy.extensions, ...changes.extensions },
  appeal: { ...defaultPolicy.appeal, ...changes.appeal },
  evidence: { ...defaultPolicy.evidence, ...changes.evidence },
  notices: { ...defaultPolicy.notices, ...changes.notices },
}))
  .pipe(Policy)
  .refine((policy) => new TextEncoder().encode(JSON.stringify(policy)).length <= mostBytes, {
    error: `The whole policy has at most ${mostBytes} bytes as JSON. List fewer closed days: those of the next years.`,
    path: ['closedOn'],
  })
  .default(defaultPolicy);
