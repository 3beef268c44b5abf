import { expect, test } from 'vitest';
import { type DeadlineNotice, noticeKeyOf, noticeOfKey } from './deadline-notice.ts';

test.each<[string, DeadlineNotice]>([
  [
    'due#plan#1#2#owner#2026-03-23#-7',
    { kind: 'deadline', waitsFor: 'owner', clock: 'plan#1#2#owner', due: '2026-03-23', offset: -7 },
  ],
  [
    'due#remediation#3#1#appeal#2028-02-29#14',
    { kind: 'deadline', waitsFor: 'appeal', clock: 'remediation#3#1#appeal', due: '2028-02-29', offset: 14 },
  ],
  ['cap#six-months#2026-08-27#near', { kind: 'cap', reason: 'six-months', on: '2026-08-27', state: 'near' }],
  ['cap#certificate#2026-08-27#passed', { kind: 'cap', reason: 'certificate', on: '2026-08-27', state: 'passed' }],
])('%s, there and back', (key, notice) => {
  expect(noticeKeyOf(notice)).toBe(key);
  expect(noticeOfKey(key)).toEqual(notice);
});

test.each([
  '',
  'change#000001',
  'due#2026-03-23#-7',
  'due#plan#1#1#nobody#2026-03-23#-7',
  'due#plan#1#1#owner#2026-03-23#soon',
  'cap#never#2026-08-27#near',
  'cap#six-months#2026-08-27#soon',
])('%j names no notice', (key) => {
  expect(() => noticeOfKey(key)).toThrow(RangeError);
});
