import { expect, test } from 'vitest';
import { rememberedIn } from './remembered.ts';

const storage = () => {
  const texts = new Map<string, string>();
  return {
    texts,
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
    removeItem: (key: string) => void texts.delete(key),
  };
};
const file = { name: 'big.zip', size: 120_000_000, lastModified: 7 };
const begun = { id: 'E1', count: 8, size: 16_000_000 };

test('a file is known again by name, size and time, under its own link alone, until it is forgotten', () => {
  const kept = storage();
  rememberedIn(kept, 'L1').keep(file, begun);
  const again = rememberedIn(kept, 'L1');
  expect(again.recall({ ...file })).toEqual(begun);
  expect(again.recall({ ...file, name: 'other.zip' })).toBeUndefined();
  expect(again.recall({ ...file, size: 1 })).toBeUndefined();
  expect(again.recall({ ...file, lastModified: 8 })).toBeUndefined();
  expect(rememberedIn(kept, 'L2').recall(file)).toBeUndefined();
  again.forget(file);
  expect(again.recall(file)).toBeUndefined();
});

test.each(['{', 'null', '7', '{"id":"E1"}', '{"id":7,"count":8,"size":9}', '{"id":"E1","count":"8","size":9}'])(
  'what another page left under the key is nothing: %s',
  (text) => {
    const kept = storage();
    const remembered = rememberedIn(kept, 'L1');
    remembered.keep(file, begun);
    for (const key of kept.texts.keys()) kept.texts.set(key, text);
    expect(remembered.recall(file)).toBeUndefined();
  },
);
