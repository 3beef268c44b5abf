import { addDays, daysBetween } from '../calendar/civil-date.ts';
import type { Policy } from '../policy/policy.ts';

type NoticePolicy = Policy['notices'];

/** Whether a notice goes out so many days after the due date; before it, `offset` is negative. */
const isOffset = (policy: NoticePolicy, offset: number): boolean => {
  if (offset <= 0) return policy.before.includes(-offset);
  const last = Math.max(0, ...policy.overdue);
  return policy.overdue.includes(offset) || (offset > last && (offset - last) % policy.thenEvery === 0);
};

/**
 * The first civil date on or after `from` on which a notice about this due date goes out. There always is one: overdue
 * notices never end while the finding waits.
 */
export const nextNoticeDate = (due: string, policy: NoticePolicy, from: string): string => {
  let offset = Math.max(daysBetween(due, from), -Math.max(0, ...policy.before));
  while (!isOffset(policy, offset)) offset += 1;
  return addDays(due, offset);
};

/** The offsets (days from the due date, negative before it) of all notices from `from` to `until`, both included. */
export const noticesBetween = (due: string, policy: NoticePolicy, from: string, until: string): readonly number[] => {
  const offsets: number[] = [];
  for (
    let date = nextNoticeDate(due, policy, from);
    date <= until;
    date = nextNoticeDate(due, policy, addDays(date, 1))
  )
    offsets.push(daysBetween(due, date));
  return offsets;
};
