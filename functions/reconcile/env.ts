import * as z from 'zod';
import { bus, calendar, machines, morning, observed, table } from '../_runtime/env.ts';

/** Finds what the stream missed and what stands still. */
export const Env = z.object({ ...bus, ...calendar, ...machines, ...morning, ...observed, ...table });
export type Env = z.infer<typeof Env>;
