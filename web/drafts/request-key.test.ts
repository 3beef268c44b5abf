import { expect, test } from 'vitest';
import { forgetRequest, requestKey } from './request-key.ts';

const drawer = () => {
  const things = new Map<string, string>();
  let made = 0;
  const storage = {
    getItem: (name: string) => things.get(name) ?? null,
    setItem: (name: string, text: string) => void things.set(name, text),
    removeItem: (name: string) => void things.delete(name),
  };
  const keyOf = (name: string, content: unknown) => requestKey(storage, name, content, () => `key-${++made}`);
  return { storage, keyOf };
};

test('the same content keeps its key', () => {
  const { keyOf } = drawer();
  const first = keyOf('nc-01:return', { version: 4, body: { comment: 'And the archive?' } });
  expect(keyOf('nc-01:return', { version: 4, body: { comment: 'And the archive?' } })).toBe(first);
});

test('another content, another version and another form have others', () => {
  const { keyOf } = drawer();
  const keys = [
    keyOf('nc-01:return', { version: 4, body: { comment: 'a' } }),
    keyOf('nc-01:return', { version: 4, body: { comment: 'b' } }),
    keyOf('nc-01:return', { version: 5, body: { comment: 'b' } }),
    keyOf('nc-01:accept', { version: 5, body: { comment: 'b' } }),
  ];
  expect(new Set(keys).size).toBe(4);
});

test('once it was taken, the same content is another request', () => {
  const { keyOf, storage } = drawer();
  const first = keyOf('nc-01:close', {});
  forgetRequest(storage, 'nc-01:close');
  expect(keyOf('nc-01:close', {})).not.toBe(first);
});

test('what cannot be read was not sent', () => {
  const { keyOf, storage } = drawer();
  storage.setItem('redress-request:nc-01:close', '{');
  expect(keyOf('nc-01:close', {})).toBe('key-1');
});

test('a browser without room gives a key all the same', () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  expect(requestKey(full, 'nc-01:return', {}, () => 'key-1')).toBe('key-1');
});
