import { expect, test } from 'vitest';
import { mostTextBytes, textIn } from './text.ts';

const encoded = (text: string) => new TextEncoder().encode(text);

test('text is what it says, whatever it looks like', () => {
  expect(textIn(encoded('<b>Müller</b>\n'))).toEqual({ text: '<b>Müller</b>\n', isCut: false });
  expect(textIn(Uint8Array.of(0x61, 0xff, 0x62)).text).toBe('a\ufffdb');
});

test('a long one is cut, and no character of it', () => {
  const long = textIn(encoded(`a${'ü'.repeat(mostTextBytes)}`));
  expect(long.isCut).toBe(true);
  expect(long.text).toBe(`a${'ü'.repeat(mostTextBytes / 2 - 1)}`);
  expect(textIn(encoded('a'.repeat(mostTextBytes))).isCut).toBe(false);
});
