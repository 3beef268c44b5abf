import * as z from 'zod';
import { calendar, observed, table } from '../_runtime/env.ts';

/** Commands of the organization on its findings. */
export const Env = z.object({ ...calendar, ...observed, ...table });
export type Env = z.infer<typeof Env>;
