import * as z from 'zod';
import { calendar, observed, packs, signing, table, vault } from '../_runtime/env.ts';

/** Makes evidence packs. */
export const Env = z.object({
  ...calendar,
  ...observed,
  ...packs,
  ...signing,
  ...table,
  ...vault,
  /** In the pack's own words: whose evidence it is. */
  ORGANIZATION: z.string().min(1).max(120),
});
export type Env = z.infer<typeof Env>;
