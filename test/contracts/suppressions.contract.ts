import { describe, expect, it } from 'vitest';
import type { Suppression } from '#domain/notice/suppression.ts';
import type { Suppressions } from '#ports/suppressions.ts';
import { instant, newId } from './samples.ts';

export const suppressionsContract = (name: string, makeAdapter: () => Suppressions): void => {
  describe(`suppressions: ${name}`, () => {
    const suppression = (more: Partial<Suppression> = {}): Suppression => ({
      address: `${newId()}@example.org`,
      kind: 'bounce',
      reason: 'smtp; 550 5.1.1 user unknown',
      at: instant(0),
      ...more,
    });

    it('keeps an address, and lists it', async () => {
      const suppressions = makeAdapter();
      const [one, two] = [suppression(), suppression({ kind: 'complaint', reason: 'abuse' })];
      for (const each of [one, two]) await suppressions.add(each);
      expect(await suppressions.get(one.address)).toEqual(one);
      expect(await suppressions.get(two.address)).toEqual(two);
      expect(await suppressions.get(suppression().address)).toBeUndefined();
      expect(await suppressions.all()).toEqual(expect.arrayContaining([one, two]));
    });

    it('keeps the first reason', async () => {
      const suppressions = makeAdapter();
      const first = suppression();
      await suppressions.add(first);
      await suppressions.add({ ...first, kind: 'complaint', reason: 'abuse', at: instant(9) });
      expect(await suppressions.get(first.address)).toEqual(first);
      expect((await suppressions.all()).filter(({ address }) => address === first.address)).toEqual([first]);
    });

    it('lifts an address once, and takes it again', async () => {
      const suppressions = makeAdapter();
      const first = suppression();
      const other = suppression();
      await suppressions.add(first);
      await suppressions.add(other);
      expect(await suppressions.lift(first.address)).toBe(true);
      expect(await suppressions.lift(first.address)).toBe(false);
      expect(await suppressions.get(first.address)).toBeUndefined();
      expect(await suppressions.get(other.address)).toEqual(other);
      const again = { ...first, at: instant(20) };
      await suppressions.add(again);
      expect(await suppressions.get(first.address)).toEqual(again);
    });
  });
};
