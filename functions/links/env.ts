import * as z from 'zod';
import { calendar, front, mail, observed, table } from '../_runtime/env.ts';

/** Makes, lists and revokes links for people without an account, and people's feeds of their own deadlines. */
export const Env = z.object({ ...calendar, ...front, ...mail, ...observed, ...table });
export type Env = z.infer<typeof Env>;
