import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type DueIndex, dueShards, type Register } from '#ports/register.ts';
import { findingHead } from './samples.ts';

interface Indexed {
  readonly register: Pick<Register, 'raise' | 'head'>;
  readonly due: DueIndex;
}

/** A day that no other test uses. */
const someDay = (): string => `${randomInt(2100, 9999)}-${String(randomInt(1, 12)).padStart(2, '0')}-15`;

export const dueIndexContract = (name: string, makeAdapter: () => Indexed): void => {
  describe(`due index: ${name}`, () => {
    const shards = Array.from({ length: dueShards }, (_, shard) => shard);
    const dueOn = async (due: DueIndex, day: string) =>
      (await Promise.all(shards.map((shard) => due.on(day, shard)))).flat().toSorted((a, b) => (a.id < b.id ? -1 : 1));

    it('holds each finding once on the day of its next notice, over all shards', async () => {
      const { register, due } = makeAdapter();
      const day = someDay();
      const heads = Array.from({ length: 40 }, () => findingHead({ nextNoticeOn: day }));
      for (const head of heads) await register.raise(head);
      await register.raise(findingHead());
      await expect.poll(() => dueOn(due, day)).toEqual(heads.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
      const sizes = await Promise.all(shards.map(async (shard) => (await due.on(day, shard)).length));
      expect(Math.min(...sizes)).toBeGreaterThan(0);
    });

    it('follows the head when that is raised', async () => {
      const { register, due } = makeAdapter();
      const [day, later] = [someDay(), someDay()];
      const head = findingHead({ nextNoticeOn: day });
      await register.raise(head);
      await register.raise({ ...head, seq: 2, nextNoticeOn: later });
      await expect.poll(async () => (await dueOn(due, later)).map(({ seq }) => seq)).toEqual([2]);
      await expect.poll(() => dueOn(due, day)).toEqual([]);
      await register.raise({ ...head, seq: 3, nextNoticeOn: undefined });
      await expect.poll(() => dueOn(due, later)).toEqual([]);
    });

    it('moves a finding on to its next day, and out of the index', async () => {
      const { register, due } = makeAdapter();
      const [day, later] = [someDay(), someDay()];
      const head = findingHead({ nextNoticeOn: day });
      await register.raise(head);
      await due.moveOn(head, later);
      const moved = { ...head, nextNoticeOn: later };
      await expect.poll(() => dueOn(due, later)).toEqual([moved]);
      expect(await register.head(head.id)).toEqual(moved);
      await due.moveOn(moved, undefined);
      await expect.poll(() => dueOn(due, later)).toEqual([]);
      const { nextNoticeOn, ...rest } = head;
      expect(await register.head(head.id)).toEqual(rest);
    });

    it('leaves a head alone that was raised or moved on since, and makes none', async () => {
      const { register, due } = makeAdapter();
      const [day, later] = [someDay(), someDay()];
      const head = findingHead({ seq: 2, nextNoticeOn: day });
      await register.raise(head);
      await due.moveOn({ ...head, seq: 1 }, later);
      await due.moveOn({ ...head, seq: 3 }, undefined);
      expect(await register.head(head.id)).toEqual(head);
      await due.moveOn(head, later);
      await due.moveOn(head, someDay());
      await due.moveOn(head, undefined);
      expect(await register.head(head.id)).toEqual({ ...head, nextNoticeOn: later });
      const nobody = findingHead({ nextNoticeOn: day });
      await due.moveOn(nobody, later);
      expect(await register.head(nobody.id)).toBeUndefined();
    });

    it('remembers how far the sweep has come, by who knows how far it had', async () => {
      const { due } = makeAdapter();
      expect(await due.sweptUntil()).toBeUndefined();
      await due.sweepAgain('2026-03-01');
      expect(await due.sweptUntil()).toBeUndefined();
      await due.setSweptUntil('2026-03-09', undefined);
      await due.setSweptUntil('2026-03-20', undefined);
      expect(await due.sweptUntil()).toBe('2026-03-09');
      await due.setSweptUntil('2026-03-20', '2026-03-08');
      expect(await due.sweptUntil()).toBe('2026-03-09');
      await due.setSweptUntil('2026-03-12', '2026-03-09');
      expect(await due.sweptUntil()).toBe('2026-03-12');
    });

    it('has a day swept again that was swept, and no day that was not', async () => {
      const { due } = makeAdapter();
      const was = await due.sweptUntil();
      await due.setSweptUntil('2026-05-10', was);
      await due.sweepAgain('2026-05-11');
      expect(await due.sweptUntil()).toBe('2026-05-10');
      await due.sweepAgain('2026-05-10');
      expect(await due.sweptUntil()).toBe('2026-05-09');
      await due.sweepAgain('2026-03-01');
      expect(await due.sweptUntil()).toBe('2026-02-28');
    });
  });
};
