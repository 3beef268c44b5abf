import { auditAround, createRandomLife, type RandomLife } from './life.ts';
import { seeded } from './random.ts';
import { openWorld } from './world.ts';

const hour = 3_600_000;
const day = 24 * hour;
const begin = Date.parse('2026-03-01T00:00:00.000Z');

/** One place, one seed of chance, how many years pass, and how many findings are issued in them. */
export interface Decade {
  readonly timeZone: string;
  readonly years: number;
  readonly seed: number;
  readonly findings: number;
}

/** Times at which the clock is wrong: from an hour on, for so many hours, by so many days. */
const wrongClocks = [
  { from: 9_000, for: 5, by: 3 },
  { from: 15_000, for: 30, by: -2 },
  { from: 21_010, for: 3, by: 1 },
  { from: 30_000, for: 9, by: 40 },
  { from: 41_000, for: 100, by: -9 },
  { from: 58_500, for: 14, by: 0.5 },
  { from: 70_000, for: 26, by: 6 },
];

/** Hours from which on no sweep runs for a week, or for so many days. */
const missed = [
  { from: 5_000, days: 7 },
  { from: 9_005, days: 7 },
  { from: 27_000, days: 31 },
  { from: 48_000, days: 7 },
  { from: 63_003, days: 2 },
  { from: 80_000, days: 7 },
];

const instant = (time: number): string => new Date(time).toISOString();

/** Lives some years hour by hour. The sweep runs at five past, things happen at half past. */
export const live = async ({ timeZone, years, seed, findings }: Decade) => {
  const hours = Math.ceil(years * 365.25 * 24);
  const random = seeded(seed);
  const world = await openWorld(timeZone);
  const due = new Map<number, RandomLife[]>();
  const plan = (life: RandomLife, at: number): void => void due.set(at, [...(due.get(at) ?? []), life]);
  const births = new Map<number, number>();
  for (let n = 0; n < findings; n += 1) births.set(random.below(Math.floor(hours * 0.97)), n);

  for (let h = 0; h < hours; h += 1) {
    const wrong = wrongClocks.find(({ from, for: length }) => h >= from && h < from + length);
    const now = begin + h * hour + (wrong?.by ?? 0) * day;
    world.at(instant(now + 5 * 60_000));
    if (!missed.some(({ from, days }) => h >= from && h < from + days * 24))
      await world.sweep(random.chance(0.02) ? 2 : 1);
    if (random.chance(0.9)) await world.deliver(random.chance(0.05) ? 2 : 1);

    world.at(instant(now + 30 * 60_000));
    const born = births.get(h);
    if (born !== undefined) {
      const { today } = world.moment();
      const facts = auditAround(random, today);
      await world.openAudit(`audit-${born}`, facts);
      const life = createRandomLife(random, `finding-${born}`, `audit-${born}`, facts);
      const issued = life.begin(world.moment());
      if (!issued) throw new Error(`finding ${born} was not issued`);
      await world.commit(issued);
      plan(life, h + life.pause() + 1);
    }
    for (const life of due.get(h) ?? []) {
      const event = life.step(world.moment());
      if (event) await world.commit(event);
      plan(life, h + life.pause() + 1);
    }
    due.delete(h);
  }
  await world.deliver(1);
  return world;
};
