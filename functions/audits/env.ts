import * as z from 'zod';
import { calendar, observed, policy, table } from '../_runtime/env.ts';

/** Audits, and the issue of findings by a person. */
export const Env = z.object({ ...calendar, ...observed, ...policy, ...table });
export type Env = z.infer<typeof Env>;
