import type { CalendarPart } from './notices.ts';

/** One deadline in a calendar program: an all-day event under an id that stays. */
export interface CalendarEntry {
  readonly uid: string;
  /** Rises with each change: the entry with the highest one stands (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
  /** Civil date. */
  readonly on: string;
  readonly summary: string;
  /** Left out of feeds: whoever has their address reads them, and it says what the finding says. */
  readonly description?: string | undefined;
  /** Left out where the reader has no account to open it with. */
  readonly url?: string | undefined;
}

/** Writes iCalendar (RFC 5545). */
export interface CalendarFiles {
  /** One deadline for a message to one person; `CANCEL` takes it out again (RFC 5546, 3.2.5). */
  part(method: CalendarPart['method'], entry: CalendarEntry, to: string): CalendarPart;
  /** A feed that calendar programs read again and again. */
  feed(title: string, entries: readonly CalendarEntry[]): string;
}
