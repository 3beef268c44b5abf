import type { DatabaseSync } from 'node:sqlite';
import type { VirtualClock } from '#adapters/local/virtual-clock.ts';

/**
 * A virtual clock that stands after a restart where it stood before. `start` counts only the first time, or where it
 * lies after what is remembered: a clock never goes back.
 */
export const rememberClock = (
  database: DatabaseSync,
  create: (start: string) => VirtualClock,
  start: string,
): VirtualClock => {
  database.exec('CREATE TABLE IF NOT EXISTS clock (id INTEGER PRIMARY KEY CHECK (id = 1), now TEXT NOT NULL) STRICT');
  const remembered = database.prepare('SELECT now FROM clock').get()?.now;
  const write = database.prepare(
    'INSERT INTO clock (id, now) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET now = excluded.now',
  );
  const first = create(start).now();
  const clock = create(typeof remembered === 'string' && remembered > first ? remembered : first);
  const remember = (): void => {
    write.run(clock.now());
  };
  remember();
  return {
    now: clock.now,
    set: (instant) => {
      clock.set(instant);
      remember();
    },
    advance: (duration) => {
      clock.advance(duration);
      remember();
    },
  };
};
