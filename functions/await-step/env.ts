import * as z from 'zod';
import { calendar, machines, observed, table } from '../_runtime/env.ts';

/** Takes down the task token of a wait, or ends the wait at once. */
export const Env = z.object({ ...calendar, ...machines, ...observed, ...table });
export type Env = z.infer<typeof Env>;
