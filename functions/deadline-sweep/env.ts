import * as z from 'zod';
import { bus, calendar, morning, observed, table } from '../_runtime/env.ts';

/** Finds the deadline notices that are due. */
export const Env = z.object({ ...bus, ...calendar, ...morning, ...observed, ...table });
export type Env = z.infer<typeof Env>;
