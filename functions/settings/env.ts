import * as z from 'zod';
import { bus, mail, morning, observed, table, webhookKey } from '../_runtime/env.ts';

/** People, their preferences, suppressed addresses and webhooks. */
export const Env = z.object({ ...bus, ...mail, ...morning, ...observed, ...table, ...webhookKey });
export type Env = z.infer<typeof Env>;
