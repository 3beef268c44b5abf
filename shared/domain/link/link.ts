import * as z from 'zod';
import { Instant } from '../calendar/civil-date.ts';
import { stages } from '../finding/stage.ts';
import { PersonId } from '../people/person.ts';

/** What a link is for. A link does one thing. */
export const linkPurposes = ['upload-report', 'upload-evidence', 'review', 'calendar'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** How a link stands now. Only an `open` one opens. */
export const linkStatuses = ['open', 'used-up', 'expired', 'revoked'] as const;
export type LinkStatus = (typeof linkStatuses)[number];

/**
 * A capability link: it lets the one person behind one e-mail address, who has no account, do one thing. The secret in
 * its address is stored nowhere; the table knows it by its SHA-256.
 */
export const Link = z.strictObject({
  /** By which people speak of it; tells nothing of the secret. */
  id: z.string(),
  purpose: z.enum(linkPurposes),
  email: PersonId,
  /** Left out: the deadlines of all that concern the person (`calendar` alone). */
  audit: z.string().optional(),
  /** `upload-evidence` and `review` are for one finding. */
  finding: z.string().optional(),
  /** Where the link is for one stage alone. */
  stage: z.enum(stages).optional(),
  by: PersonId,
  at: Instant,
  expiresAt: Instant,
  /** How often it may be used: one use is one file granted or one decision. Left out: as often as one likes. */
  uses: z.int().min(1).optional(),
  used: z.int().min(0),
  /** What the last use was, so that a button pressed twice counts once. */
  lastUse: z.string().optional(),
  revoked: z.strictObject({ by: PersonId, at: Instant }).optional(),
  /** The one-time code that was sent last. `hash` is taken with the link's secret, so that the table alone gives none away. */
  code: z.strictObject({ hash: z.string(), sentAt: Instant, expiresAt: Instant, triesLeft: z.int().min(0) }).optional(),
  /** After too many wrong codes: until then none is sent and none is taken. */
  pausedUntil: Instant.optional(),
  /** Opened by a right code: whoever holds this session's secret (a cookie) may act until it ends. */
  session: z.strictObject({ hash: z.string(), openedAt: Instant, expiresAt: Instant }).optional(),
  /** Counts the changes, so that two at once do not both count as one. */
  version: z.int().min(1),
});
export type Link = z.infer<typeof Link>;
