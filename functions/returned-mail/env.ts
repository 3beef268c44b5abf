import * as z from 'zod';
import { calendar, mail, observed, table } from '../_runtime/env.ts';

/** Marks what came back by mail, and tells the ISMS managers. */
export const Env = z.object({ ...calendar, ...mail, ...observed, ...table });
export type Env = z.infer<typeof Env>;
