import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, test } from 'vitest';
import type { Item } from './item-size.ts';
import { indexWriteUnits, readUnits, tableWriteUnits, writeUnits } from './units.ts';

test('reads go in steps of 4 KB, at least one, half where they need not be consistent', () => {
  expect(readUnits(0, true)).toBe(1);
  expect(readUnits(4096, true)).toBe(1);
  expect(readUnits(4097, true)).toBe(2);
  expect(readUnits(4097, false)).toBe(1);
  expect(readUnits(0, false)).toBe(0.5);
});

test('writes go in steps of 1 KB, at least one', () => {
  expect(writeUnits(0)).toBe(1);
  expect(writeUnits(1024)).toBe(1);
  expect(writeUnits(1025)).toBe(2);
});

const item = (more: Record<string, unknown>): Item => marshall({ pk: 'NC#1', sk: 'HEAD', ...more });

test('a write is charged by the larger of before and after', () => {
  const large = item({ text: 'x'.repeat(3000) });
  expect(tableWriteUnits(large, item({}))).toBe(3);
  expect(tableWriteUnits(undefined, large)).toBe(3);
});

describe('index writes', () => {
  const due = (dueKey: string, head: unknown, more = {}): Item => item({ dueKey, dueSort: '1', head, ...more });
  const cost = (before: Item | undefined, after: Item): number => indexWriteUnits('due', before, after);

  test('none where the item has no keys of the index', () => {
    expect(cost(undefined, item({ head: { seq: 1 } }))).toBe(0);
    expect(cost(undefined, item({ dueKey: 'DUE#a', head: { seq: 1 } }))).toBe(0);
  });

  test('one where an entry comes, and one where it goes', () => {
    expect(cost(undefined, due('DUE#a', 1))).toBe(1);
    expect(cost(due('DUE#a', 1), item({}))).toBe(1);
  });

  test('one where what the index holds changes, none where something else does', () => {
    expect(cost(due('DUE#a', 1), due('DUE#a', 2))).toBe(1);
    expect(cost(due('DUE#a', 1), due('DUE#a', 1, { seq: 9 }))).toBe(0);
  });

  test('two where the entry moves', () => {
    expect(cost(due('DUE#a', 1), due('DUE#b', 1))).toBe(2);
  });

  test('only what the index holds is charged', () => {
    expect(cost(undefined, due('DUE#a', 'x'.repeat(2000), { event: 'x'.repeat(9000) }))).toBe(2);
    const event = item({ outbox: 'EVENT', outboxSort: 'a', event: 'x'.repeat(9000) });
    expect(indexWriteUnits('outbox', undefined, event)).toBe(1);
  });
});
