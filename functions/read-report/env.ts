import * as z from 'zod';
import { calendar, observed, table, vault } from '../_runtime/env.ts';

/** Reads an uploaded audit report into rows. */
export const Env = z.object({ ...calendar, ...observed, ...table, ...vault });
export type Env = z.infer<typeof Env>;
