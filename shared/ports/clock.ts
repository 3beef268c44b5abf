/** The only source of time. `now` is an instant in UTC, ISO 8601 with milliseconds (`2026-03-09T08:00:00.000Z`). */
export interface Clock {
  now(): string;
}
