import * as z from 'zod';
import { calendar, intake, observed, table } from '../_runtime/env.ts';

/** Reads an uploaded audit report into rows. */
export const Env = z.object({ ...calendar, ...intake, ...observed, ...table });
export type Env = z.infer<typeof Env>;
