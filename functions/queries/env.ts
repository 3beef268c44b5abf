import * as z from 'zod';
import { calendar, observed, policy, table } from '../_runtime/env.ts';

/** Reads; changes nothing. */
export const Env = z.object({ ...calendar, ...observed, ...policy, ...table });
export type Env = z.infer<typeof Env>;
