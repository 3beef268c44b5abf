import { expect, test } from 'vitest';
import type { Happened } from '../record/events.ts';
import { hasArrived } from './arrived.ts';

const lena = 'lena@cb.example';
const returned = (person: string) => [
  {
    event: {
      seq: 5,
      actor: { person, role: 'lead-auditor' },
      command: { name: 'return' },
      data: { comment: 'And the "mail" archive?', means: 'documents', codes: ['other'] },
    } as unknown as Happened,
    before: undefined,
  },
];
const typed = { comment: ' And the "mail" archive? ', means: 'documents', codes: ['other'] };

test('what one typed, in an event of that very command by oneself, has arrived', () => {
  expect(hasArrived('return', typed, returned(lena), lena)).toBe(true);
});

test('another text, another command and another person are something else', () => {
  expect(hasArrived('return', { ...typed, comment: 'And the archive?' }, returned(lena), lena)).toBe(false);
  expect(hasArrived('accept', { means: 'documents' }, returned(lena), lena)).toBe(false);
  expect(hasArrived('return', typed, returned('dora@cb.example'), lena)).toBe(false);
  expect(hasArrived('return', typed, [], lena)).toBe(false);
});
