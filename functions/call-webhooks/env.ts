import * as z from 'zod';
import { bus, calendar, mail, observed, table, webhookKey } from '../_runtime/env.ts';

/** Calls webhooks with events. */
export const Env = z.object({ ...bus, ...calendar, ...mail, ...observed, ...table, ...webhookKey });
export type Env = z.infer<typeof Env>;
