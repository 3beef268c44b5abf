import { expect, test } from 'vitest';
import { linkPageWordsOf } from '#domain/words/link-pages/index.ts';
import { wordsOf } from './words.ts';

const en = wordsOf(linkPageWordsOf('en').script, 'en');
const de = wordsOf(linkPageWordsOf('de').script, 'de');

test.each([
  [0, '0 bytes', '0 Byte'],
  [1, '1 byte', '1 Byte'],
  [999, '999 bytes', '999 Byte'],
  [1000, '1 kB', '1 kB'],
  [1_100_000, '1.1 MB', '1,1 MB'],
  [100_000_000, '100 MB', '100 MB'],
  [100_000_001, '100.1 MB', '100,1 MB'],
  [5_000_000_000, '5 GB', '5 GB'],
  [12_000_000_000_000, '12000 GB', '12000 GB'],
])('%d bytes are %s', (bytes, english, german) => {
  expect(en.size(bytes)).toBe(english);
  expect(de.size(bytes)).toBe(german);
});

test('what is said has its values in it', () => {
  expect(en.sending(7)).toBe('Sending: 7 %');
  expect(de.tooLarge('1,1 MB', '1 MB')).toBe(
    'Eine Datei darf hier höchstens 1 MB groß sein; diese hat 1,1 MB. Teilen Sie sie auf.',
  );
  expect(en.takesFewer(1)).toBe('This link takes one more file.');
  expect(en.takesFewer(2)).toBe('This link takes 2 more files.');
});
