import * as z from 'zod';
import { calendar, mail, observed, table } from '../_runtime/env.ts';

/** Sends notices by mail, each once. */
export const Env = z.object({ ...calendar, ...mail, ...observed, ...table });
export type Env = z.infer<typeof Env>;
