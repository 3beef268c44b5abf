import * as z from 'zod';
import { toldOf } from '#domain/notice/audience.ts';

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

/** The checks of a file have come to an end, or to a stop: `send-notice` tells the uploader what went wrong. */
export const EvidenceSettled = z.object({
  kind: z.enum(['finding', 'audit']),
  aggregate: z.string(),
  id: z.string(),
  status: z.enum(['held', 'registered', 'quarantined']),
});
export type EvidenceSettled = z.infer<typeof EvidenceSettled>;
export const evidenceSettledType = 'evidence-settled';

/** The types of messages that somebody may have to be told of: what `send-notice` subscribes to, and nothing else. */
export const toldTypes: readonly string[] = [...Object.keys(toldOf), noticeDueType, evidenceSettledType];

/** Somebody asked for an evidence pack: `build-pack` makes it. */
export const PackRequested = z.object({ kind: z.enum(['finding', 'audit']), aggregate: z.string(), id: z.string() });
export type PackRequested = z.infer<typeof PackRequested>;
export const packRequestedType = 'pack-requested';
