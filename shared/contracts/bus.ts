import * as z from 'zod';
import { toldOf } from '#domain/notice/audience.ts';
import { eventVersion } from './event-catalogue.ts';

/** The `source` of everything on the event bus. */
export const busSource = 'redress';

/**
 * A committed event as Redress's own functions go by it: ids only, the content is read from the trail. All that is told of
 * it: `event-catalogue.ts`.
 */
export const EventCommitted = z.object({
  /** Left out by what was on its way when versions came in. */
  version: z.literal(eventVersion).optional(),
  kind: z.enum(['finding', 'audit']),
  aggregate: z.string(),
  seq: z.int(),
  type: z.string(),
  at: z.string(),
});
export type EventCommitted = z.infer<typeof EventCommitted>;

/** The hour of a person's digest of deadlines has come. `send-notice` reads its lines, and what they are about, itself. */
export const DigestDue = z.object({ person: z.string(), date: z.string() });
export type DigestDue = z.infer<typeof DigestDue>;
export const digestDueType = 'digest-due';

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
export const toldTypes: readonly string[] = [...Object.keys(toldOf), digestDueType, evidenceSettledType];

/** Somebody asked for an evidence pack: `build-pack` makes it. */
export const PackRequested = z.object({ kind: z.enum(['finding', 'audit']), aggregate: z.string(), id: z.string() });
export type PackRequested = z.infer<typeof PackRequested>;
export const packRequestedType = 'pack-requested';

/** A webhook is to be called with an event: `call-webhooks` says so to itself, once for each webhook that wants it. */
export const WebhookCall = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['finding', 'audit']), webhook: z.string(), aggregate: z.string(), seq: z.int() }),
  /** An administrator tries it out: a sample, once, whatever comes of it. */
  z.object({ kind: z.literal('sample'), webhook: z.string(), id: z.string(), at: z.string() }),
]);
export type WebhookCall = z.infer<typeof WebhookCall>;
export const webhookCallType = 'webhook-call';
