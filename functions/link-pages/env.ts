import * as z from 'zod';
import { calendar, front, intake, mail, observed, policy, table, vault } from '../_runtime/env.ts';

/** What a link opens: its pages, uploads, downloads and decisions. */
export const Env = z.object({ ...calendar, ...front, ...intake, ...mail, ...observed, ...policy, ...table, ...vault });
export type Env = z.infer<typeof Env>;
