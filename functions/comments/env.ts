import * as z from 'zod';
import { calendar, observed, table } from '../_runtime/env.ts';

/** Comments on findings. */
export const Env = z.object({ ...calendar, ...observed, ...table });
export type Env = z.infer<typeof Env>;
