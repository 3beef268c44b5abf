import * as z from 'zod';
import { compactDates, DatesFromCompact } from '../calendar/compact-dates.ts';
import { ok, type Result, refuse } from '../result.ts';
import { Policy } from './policy.ts';

/** Bytes an encoded policy may have: Lambda takes 4 KB of environment in all, names included. */
const mostBytes = 3000;

/** A policy as JSON on one line, with `closedOn` by years: public holidays of a dozen years fit into an environment. */
export const encodePolicy = ({ closedOn, ...policy }: Policy): string =>
  JSON.stringify({ ...policy, closedOn: compactDates(closedOn) });

/** Refuses a policy that no function's environment could hold. */
export const refusedSize = (policy: Policy): Result<Policy> => {
  const bytes = new TextEncoder().encode(encodePolicy(policy)).length;
  return bytes <= mostBytes
    ? ok(policy)
    : refuse({
        code: 'policy-too-large',
        message: `The whole policy has ${bytes} bytes; ${mostBytes} at most fit. List fewer closed days: those of the next years.`,
        field: 'policy.closedOn',
      });
};

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.issues.push({ code: 'custom', message: 'The policy is not JSON.', input: text });
    return z.NEVER;
  }
});

/** What {@link encodePolicy} made, read again. */
export const EncodedPolicy = json.pipe(z.looseObject({ closedOn: DatesFromCompact })).pipe(Policy);
