import * as z from 'zod';
import { calendar, intake, observed, table } from '../_runtime/env.ts';

/** Grants uploads, checks and registers uploaded files, hands reports to the intake. */
export const Env = z.object({ ...calendar, ...intake, ...observed, ...table });
export type Env = z.infer<typeof Env>;
