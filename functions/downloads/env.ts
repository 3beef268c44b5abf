import * as z from 'zod';
import { bus, calendar, front, observed, packs, signing, table, vault } from '../_runtime/env.ts';

/** Downloads of evidence, reports and packs, who made them, and requests for packs. */
export const Env = z.object({ ...bus, ...calendar, ...front, ...observed, ...packs, ...signing, ...table, ...vault });
export type Env = z.infer<typeof Env>;
