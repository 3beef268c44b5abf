import * as z from 'zod';
import { calendar, observed, table, vault } from '../_runtime/env.ts';

/** Sets the legal hold of a finding's evidence to what the finding says. */
export const Env = z.object({ ...calendar, ...observed, ...table, ...vault });
export type Env = z.infer<typeof Env>;
