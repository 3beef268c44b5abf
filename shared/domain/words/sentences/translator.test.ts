import { expect, test } from 'vitest';
import { translator } from './translator.ts';

const shout = (text: string): string => text.toUpperCase();
const say = translator(
  {
    'Nothing is here.': 'Hier ist nichts.',
    '{one} comes before {other}.': 'Vor {other} kommt {one}.',
    '{one} comes before the end.': '{one} kommt vor dem Ende.',
    '{loud} and {loud2}!': '{loud2} und {loud}!',
    'What costs {one} (a*b)?': 'Was kostet {one} (a*b)?',
    'Never mind {one}.': 'Macht nichts.',
  },
  { loud: shout },
);

test.each([
  ['Nothing is here.', 'Hier ist nichts.'],
  ['A comes before B.', 'Vor B kommt A.'],
  // The template is meant that leaves the least as it is.
  ['A comes before the end.', 'A kommt vor dem Ende.'],
  ['yes and no!', 'NO und YES!'],
  ['What costs $1 (a*b)?', 'Was kostet $1 (a*b)?'],
  ['Never mind what\nstands here.', 'Macht nichts.'],
  ['{other} comes before {one}.', 'Vor {one} kommt {other}.'],
])('%s', (english, expected) => {
  expect(say(english)).toBe(expected);
});

test.each(['', 'Nothing is there.', 'A comes before B. And more', 'toString', '{one} comes before {other}'])(
  'what the catalogue does not have is left to the one who asks: %s',
  (unknown) => {
    expect(say(unknown)).toBeUndefined();
  },
);
