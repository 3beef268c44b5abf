import * as z from 'zod';

/** The `source` of everything on the event bus. */
export const busSource = 'redress';

/** A committed event, told to whoever listens: ids only, the content is read from the trail. */
export const EventCommitted = z.object({
  kind: z.enum(['finding', 'audit']),
  aggregate: z.string(),
  seq: z.int(),
  type: z.string(),
  at: z.string(),
});
export type EventCommitted = z.infer<typeof EventCommitted>;

/** A deadline notice that the sweep found due. `offset`: days from the due date, negative before it. */
export const NoticeDue = z.object({
  finding: z.string(),
  /** The due date it is about, and which clock that is. */
  due: z.string(),
  waitsFor: z.enum(['owner', 'verifier', 'reviewer', 'appeal']),
  clock: z.string(),
  offset: z.int(),
});
export type NoticeDue = z.infer<typeof NoticeDue>;
export const noticeDueType = 'notice-due';
