import type { Policy } from '../policy.ts';
import { defaultPolicy } from './default.ts';
import { internalAuditPolicy } from './internal-audit.ts';
import { ninetyDayPolicy } from './ninety-day.ts';
import { workingDaysPolicy } from './working-days.ts';

export const builtInNames = ['default', 'ninety-day', 'working-days', 'internal-audit'] as const;
export type BuiltInName = (typeof builtInNames)[number];

/** The policies that come with Redress, by the name a configuration calls them. */
export const builtInPolicies: { readonly [N in BuiltInName]: Policy } = {
  default: defaultPolicy,
  'ninety-day': ninetyDayPolicy,
  'working-days': workingDaysPolicy,
  'internal-audit': internalAuditPolicy,
};
