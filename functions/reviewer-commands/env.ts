import * as z from 'zod';
import { calendar, observed, table } from '../_runtime/env.ts';

/** Commands of those who review: internal auditor, certification body. */
export const Env = z.object({ ...calendar, ...observed, ...table });
export type Env = z.infer<typeof Env>;
