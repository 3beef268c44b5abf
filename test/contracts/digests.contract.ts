import { describe, expect, it } from 'vitest';
import type { DigestLine, DigestRef, Digests } from '#ports/digests.ts';
import { newId } from './samples.ts';

export interface Digesting {
  readonly digests: Digests;
  /** Why writers cannot be raced against each other here. */
  readonly racesNothing?: string | undefined;
}

const newDigest = (date = '2026-03-16'): DigestRef => ({ person: `${newId()}@example.org`, date });
const aLine = (more: Partial<DigestLine> = {}): DigestLine => ({
  finding: newId(),
  key: 'due#plan#1#1#owner#2026-03-23#-7',
  escalated: false,
  ...more,
});

export const digestsContract = (name: string, makeAdapter: () => Digesting): void => {
  describe(`digests: ${name}`, () => {
    /** Of some that are due, these; others share the table. */
    const dueOf = async (digests: Digests, date: string, hour: number, ...of: readonly DigestRef[]) => {
      const people = of.map(({ person }) => person);
      return (await digests.due(date, hour)).filter(({ person }) => people.includes(person));
    };
    const versionOf = async (digests: Digests, digest: DigestRef): Promise<number> =>
      (await digests.get(digest))?.version ?? 0;
    const sorted = (lines: readonly DigestLine[] = []) =>
      lines.toSorted((a, b) => (`${a.finding}#${a.key}` < `${b.finding}#${b.key}` ? -1 : 1));

    it('holds every line once, as it came first', async () => {
      const { digests } = makeAdapter();
      const digest = newDigest();
      const lines = [aLine(), aLine({ escalated: true })] as const;
      const again = { ...lines[0], key: 'cap#six-months#2026-08-27#near' };
      for (const line of [...lines, again, { ...lines[0], escalated: true }]) await digests.add(digest, line, 8);
      expect(sorted((await digests.get(digest))?.lines)).toEqual(sorted([...lines, again]));
      expect((await digests.get({ ...digest, date: '2026-03-17' }))?.lines).toBeUndefined();
      expect(await digests.get(newDigest())).toBeUndefined();
    });

    it('is due from its hour on, and until it is closed', async () => {
      const { digests } = makeAdapter();
      const [early, late] = [newDigest(), newDigest()];
      await digests.add(late, aLine(), 17);
      await digests.add(early, aLine(), 8);
      const due = (date: string, hour: number) => dueOf(digests, date, hour, early, late);
      await expect.poll(() => due('2026-03-16', 17)).toEqual([early, late]);
      expect(await due('2026-03-16', 7)).toEqual([]);
      expect(await due('2026-03-16', 8)).toEqual([early]);
      expect(await due('2026-03-16', 16)).toEqual([early]);
      expect(await due('2026-03-17', 0)).toEqual([early, late]);
      expect(await digests.close(early, await versionOf(digests, early))).toBe('closed');
      await expect.poll(() => due('2026-03-17', 0)).toEqual([late]);
    });

    it('is due from its hour on also where its date is still to come, and after those of earlier dates', async () => {
      const { digests } = makeAdapter();
      const [ahead, before] = [newDigest('2026-03-20'), newDigest('2026-03-02')];
      for (const digest of [ahead, before]) await digests.add(digest, aLine(), 9);
      await expect.poll(() => dueOf(digests, '2026-03-16', 9, ahead, before)).toEqual([before, ahead]);
      expect(await dueOf(digests, '2026-03-16', 8, ahead, before)).toEqual([before]);
    });

    it('keeps the hour of its first line', async () => {
      const { digests } = makeAdapter();
      const digest = newDigest();
      await digests.add(digest, aLine(), 10);
      await digests.add(digest, aLine(), 8);
      await expect.poll(() => dueOf(digests, digest.date, 10, digest)).toEqual([digest]);
      expect(await dueOf(digests, digest.date, 9, digest)).toEqual([]);
      await digests.close(digest, await versionOf(digests, digest));
      await digests.add(digest, aLine(), 8);
      await expect.poll(() => dueOf(digests, digest.date, 10, digest)).toEqual([digest]);
      expect(await dueOf(digests, digest.date, 9, digest)).toEqual([]);
    });

    it('stays open where it has grown since it was read, and is open again with what comes after', async () => {
      const { digests } = makeAdapter();
      const digest = newDigest();
      await digests.add(digest, aLine(), 8);
      const read = await versionOf(digests, digest);
      await digests.add(digest, aLine(), 8);
      expect(await digests.close(digest, read)).toBe('grown');
      expect(await digests.get(digest)).toMatchObject({ open: true });
      expect(await digests.close(digest, await versionOf(digests, digest))).toBe('closed');
      expect(await digests.get(digest)).toMatchObject({ open: false });
      await digests.add(digest, aLine(), 8);
      expect(await digests.get(digest)).toMatchObject({ open: true });
      expect((await digests.get(digest))?.lines).toHaveLength(3);
      await expect.poll(() => dueOf(digests, digest.date, 8, digest)).toEqual([digest]);
    });

    it('is not closed by who read it before a line came again: whoever wrote that line may have died half way', async () => {
      const { digests } = makeAdapter();
      const digest = newDigest();
      const line = aLine();
      await digests.add(digest, line, 8);
      const read = await versionOf(digests, digest);
      await digests.add(digest, line, 8);
      expect(await digests.close(digest, read)).toBe('grown');
    });

    it('loses no line of many who add at once', async (context) => {
      const { digests, racesNothing } = makeAdapter();
      if (racesNothing !== undefined) context.skip(racesNothing);
      const digest = newDigest();
      const lines = Array.from({ length: 6 }, () => aLine());
      await Promise.all([...lines, ...lines].map((line) => digests.add(digest, line, 8)));
      expect(sorted((await digests.get(digest))?.lines)).toEqual(sorted(lines));
      expect(await digests.close(digest, await versionOf(digests, digest))).toBe('closed');
    });
  });
};
