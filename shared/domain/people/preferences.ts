import * as z from 'zod';

/** The languages that Redress speaks. Each has one catalogue of words: `shared/domain/words/`. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/**
 * What a person chooses of how Redress writes to them. None of it touches what is overdue or escalated: nobody can
 * switch that off.
 */
export const Preferences = z.strictObject({
  /** Left out: the organization's. */
  language: z.enum(languages, { error: `Choose one of these languages: ${languages.join(', ')}.` }).optional(),
  /** The hour (0-23, of the organization's wall clock) from which the day's digest comes; not before the morning. */
  digestHour: z.int().min(0).max(23).optional(),
  /** `overdue`: nothing comes of what is not due yet. Left out: `all`. */
  reminders: z.enum(['all', 'overdue']).optional(),
  /** Whether messages carry deadlines for the calendar program. Left out: `attached`. */
  calendar: z.enum(['attached', 'none']).optional(),
});
export type Preferences = z.infer<typeof Preferences>;
