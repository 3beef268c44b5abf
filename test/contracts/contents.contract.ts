import { describe, expect, it } from 'vitest';
import { ContentTooLarge, maxContentBytes } from '#ports/store.ts';
import type { Contents } from '#ports/trail.ts';
import { newId } from './samples.ts';

export const contentsContract = (name: string, makeAdapter: () => Contents): void => {
  describe(`contents: ${name}`, () => {
    it('gives a content back under its hash, whatever JSON it is', async () => {
      const contents = makeAdapter();
      const owner = { kind: 'finding', aggregate: newId() } as const;
      const value = { text: 'Ursache: «fehlte» 🗄️', numbers: [0.1, 1e21, -3], nothing: null, '': {}, list: [[]] };
      await contents.put(owner, 'h1', value);
      await contents.put(owner, 'h2', [1, 2]);
      expect(await contents.get(owner, 'h1')).toEqual(value);
      expect(await contents.get(owner, 'h2')).toEqual([1, 2]);
    });

    it('has none that nobody stored, nor those of somebody else', async () => {
      const contents = makeAdapter();
      const aggregate = newId();
      await contents.put({ kind: 'finding', aggregate }, 'h1', 'mine');
      expect(await contents.get({ kind: 'audit', aggregate }, 'h1')).toBeUndefined();
      expect(await contents.get({ kind: 'finding', aggregate: newId() }, 'h1')).toBeUndefined();
    });

    it('never changes what is there', async () => {
      const contents = makeAdapter();
      const owner = { kind: 'audit', aggregate: newId() } as const;
      await contents.put(owner, 'h1', 'first');
      await contents.put(owner, 'h1', 'second');
      expect(await contents.get(owner, 'h1')).toBe('first');
    });

    it('holds as much as it says, and refuses more by name', async () => {
      const contents = makeAdapter();
      const owner = { kind: 'audit', aggregate: newId() } as const;
      // Two bytes each as UTF-8, and the two quotes of JSON.
      const most = 'ü'.repeat((maxContentBytes - 2) / 2);
      await contents.put(owner, newId() + newId(), most);
      await expect(contents.put(owner, 'h2', `${most}.`)).rejects.toBeInstanceOf(ContentTooLarge);
      expect(await contents.get(owner, 'h2')).toBeUndefined();
    });
  });
};
