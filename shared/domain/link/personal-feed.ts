import { secondsAfter } from '../calendar/instants.ts';
import type { Link } from './link.ts';
import { purposeRules } from './make.ts';

/** A link to one's own deadlines, made by oneself: for no audit, read as often as one likes, for as long as any calendar. */
export const personalFeed = (id: string, person: string, now: string): Link => ({
  id,
  purpose: 'calendar',
  email: person,
  by: person,
  at: now,
  expiresAt: secondsAfter(now, purposeRules.calendar.mostDays * 24 * 60 * 60),
  used: 0,
  version: 1,
});
