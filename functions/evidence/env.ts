import * as z from 'zod';
import { calendar, intake, observed, policy, table } from '../_runtime/env.ts';

/** Grants uploads, whole or in parts, and hands reports to the intake. */
export const Env = z.object({ ...calendar, ...intake, ...observed, ...policy, ...table });
export type Env = z.infer<typeof Env>;
