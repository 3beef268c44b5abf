import { expect, test } from 'vitest';
import { mostViews, SavedViews } from './saved-view.ts';

const view = (name: string) => ({ name, query: 'status=open' });
const refusal = (views: unknown): string | undefined => SavedViews.safeParse(views).error?.issues[0]?.message;

test('a name is trimmed, there, and given once', () => {
  expect(SavedViews.parse([view('  Late ')])).toEqual([view('Late')]);
  expect(refusal([view('   ')])).toBe('Give the view a name.');
  expect(refusal([view('n'.repeat(61))])).toContain('at most 60');
  expect(refusal([view('Late'), view('Late ')])).toContain('another');
});

test('no more are kept than one finds again', () => {
  const many = Array.from({ length: mostViews + 1 }, (_each, n) => view(`View ${n}`));
  expect(refusal(many.slice(1))).toBeUndefined();
  expect(refusal(many)).toContain('delete one');
});
