import type { Language } from '#domain/people/preferences.ts';
import type { Said } from '../said.ts';

export const preferences = {
  title: 'How Redress writes to you',
  asOrganization: 'As the organization has it',
  language: 'Language',
  languages: { en: 'English', de: 'Deutsch' } satisfies Said<Language>,
  digestHour: 'When the day’s digest of deadlines comes',
  digestHint: 'By the organization’s clock, and not before its morning.',
  morning: 'In the organization’s morning',
  hour: (hour: number) => `From ${String(hour).padStart(2, '0')}:00`,
  reminders: 'Reminders',
  remindersHint: 'What is overdue, and what is escalated to you, comes in any case.',
  allReminders: 'Before a date and after it',
  overdueOnly: 'Only what is overdue',
  calendar: 'Calendar entries in mail',
  attached: 'With each date that is set, moves or is met',
  noCalendar: 'None',
  save: 'Save',
  saved: 'Saved.',
  feed: 'Calendar feed',
  feedLead: 'An address that your calendar program reads by itself: every deadline that concerns you.',
  feedUntil: (at: string) => `You have a feed. It is good until ${at}.`,
  noFeed: 'You have no feed.',
  makeFeed: 'Make a feed',
  makeAnother: 'Make another, and revoke this one',
};
