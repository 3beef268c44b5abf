import type { AuditEvent } from '#domain/audit/events.ts';
import type { FindingEvent } from '#domain/finding/events.ts';
import type { Digest } from '#domain/trail/chain.ts';
import type { Clock } from '#ports/clock.ts';
import type { Trail } from '#ports/trail.ts';

/** What every use case that commits needs. */
export interface Trails {
  readonly findings: Trail<FindingEvent>;
  readonly audits: Trail<AuditEvent>;
  readonly digest: Digest;
  readonly clock: Clock;
  /** IANA time zone of the organization. */
  readonly timeZone: string;
}
