import * as z from 'zod';
import { bus, calendar, machines, morning, observed, table } from '../_runtime/env.ts';

/** Carries committed events on: register, workflow, bus. */
export const Env = z.object({ ...bus, ...calendar, ...machines, ...morning, ...observed, ...table });
export type Env = z.infer<typeof Env>;
