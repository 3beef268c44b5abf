import { expect, it } from 'vitest';
import { createVirtualClock } from './virtual-clock.ts';

it('stands still until it is moved', () => {
  const clock = createVirtualClock('2026-03-09T08:00:00Z');
  expect(clock.now()).toBe('2026-03-09T08:00:00.000Z');
  clock.advance('P7D');
  clock.advance('PT90M');
  expect(clock.now()).toBe('2026-03-16T09:30:00.000Z');
  clock.set('2026-04-01T00:00:00.250+02:00');
  expect(clock.now()).toBe('2026-03-31T22:00:00.250Z');
  clock.set(clock.now());
  clock.advance('P1M');
  expect(clock.now()).toBe('2026-04-30T22:00:00.250Z');
});

it('never goes back, and takes nothing that is no time', () => {
  const clock = createVirtualClock('2026-03-09T08:00:00Z');
  for (const move of [
    () => clock.set('2026-03-09T07:59:59.999Z'),
    () => clock.advance('-PT1S'),
    () => clock.set('tomorrow'),
    () => clock.advance('a week'),
    () => createVirtualClock('2026-03-09'),
  ])
    expect(move).toThrow(RangeError);
  expect(clock.now()).toBe('2026-03-09T08:00:00.000Z');
});
