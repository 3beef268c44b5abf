import * as z from 'zod';
import { bus, calendar, intake, observed, policy, scanner, table, vault } from '../_runtime/env.ts';

/** Checks uploaded files, and keeps in the vault what is exact and clean. */
export const Env = z.object({
  ...bus,
  ...calendar,
  ...intake,
  ...observed,
  ...policy,
  ...scanner,
  ...table,
  ...vault,
});
export type Env = z.infer<typeof Env>;
