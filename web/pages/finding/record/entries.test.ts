import { expect, test } from 'vitest';
import { type Comment, entriesOf, type Notice } from './entries.ts';
import type { Happened } from './events.ts';

const at = (minute: number): string => `2026-03-09T08:0${minute}:00.000Z`;
const event = (seq: number, type: string, minute: number) => ({ seq, type, at: at(minute) }) as unknown as Happened;
const notice = (key: string, minute: number): Notice => ({
  key,
  kind: 'issued',
  to: 'omar@example.org',
  subject: 'NC-01: issued',
  status: 'sent',
  at: at(minute),
});
const comment = (id: string, minute: number): Comment => ({
  id,
  at: at(minute),
  person: 'omar@example.org',
  text: 'So.',
});

const events = [event(1, 'issued', 0), event(2, 'submitted', 2), event(3, 'returned', 4)];
const keysOf = (filter?: Parameters<typeof entriesOf>[3]) =>
  entriesOf(events, [notice('n2', 4), notice('n1', 0)], [comment('c1', 3)], filter).map(({ key }) => key);

test('everything comes in the order of time, and what an event set off after it', () => {
  expect(keysOf()).toEqual(['event 1', 'notice n1', 'event 2', 'comment c1', 'event 3', 'notice n2']);
});

test('an event knows the one before it, also where that is not shown', () => {
  const [returned] = entriesOf(events, [], [], 'decisions');
  expect(returned).toMatchObject({ key: 'event 3', before: { seq: 2 } });
});

test('each filter lets its own through', () => {
  expect(keysOf('decisions')).toEqual(['event 3']);
  expect(keysOf('notices')).toEqual(['notice n1', 'notice n2']);
  expect(keysOf('comments')).toEqual(['comment c1']);
});
