import { describe, expect, test } from 'vitest';
import { aLink } from '../../../test/builders/link.ts';
import type { Link } from './link.ts';
import { countUse, takeUseBack } from './uses.ts';

const counted = (link: Link, key: string): Link => {
  const next = countUse(link, key);
  if (!next.ok) throw new Error(next.refusals[0]?.code);
  return next.value;
};

describe('counting', () => {
  test('is one use, and one change of the link', () => {
    expect(counted(aLink(), 'one')).toEqual(aLink({ used: 1, lastUse: 'one', version: 2 }));
  });
  test('the same use again changes nothing', () => {
    const once = counted(aLink(), 'one');
    expect(counted(once, 'one')).toBe(once);
  });
  test('another use is another one', () => {
    expect(counted(counted(aLink(), 'one'), 'two')).toMatchObject({ used: 2, lastUse: 'two', version: 3 });
  });
  test('ends where none is left, but for the last one again', () => {
    const last = counted(aLink({ uses: 1 }), 'one');
    expect(countUse(last, 'two')).toMatchObject({ ok: false, refusals: [{ code: 'link-used-up' }] });
    expect(counted(last, 'one')).toBe(last);
  });
  test('never ends where uses are not limited', () => {
    expect(counted(aLink({ uses: undefined, used: 5000 }), 'one').used).toBe(5001);
  });
});

describe('taking back', () => {
  test('makes the use free again', () => {
    expect(takeUseBack(counted(aLink(), 'one'), 'one')).toEqual(aLink({ version: 3 }));
  });
  test('does nothing where another use came after it, or where it was taken back before', () => {
    const two = counted(counted(aLink(), 'one'), 'two');
    expect(takeUseBack(two, 'one')).toBe(two);
    const back = takeUseBack(counted(aLink(), 'one'), 'one');
    expect(takeUseBack(back, 'one')).toBe(back);
  });
});
