import * as z from 'zod';
import { calendar, mail, observed, table } from '../_runtime/env.ts';

/** Makes, lists and revokes links for people without an account, and people's feeds of their own deadlines. */
export const Env = z.object({ ...calendar, ...mail, ...observed, ...table });
export type Env = z.infer<typeof Env>;
