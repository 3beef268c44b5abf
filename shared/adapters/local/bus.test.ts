import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BusFault, type BusMessage } from '#ports/bus.ts';
import { createLocalBus } from './bus.ts';
import { createVirtualClock } from './virtual-clock.ts';

const clock = createVirtualClock('2026-03-09T08:00:00Z');
const message = (seq: number, detailType = 'submitted'): BusMessage => ({ detailType, detail: { seq } });
const seqOf = ({ detail }: BusMessage) => (detail as { seq: number }).seq;

const newBus = (database = new DatabaseSync(':memory:')) => {
  const failures: unknown[] = [];
  const bus = createLocalBus({ database, clock, onFailure: ({ dead }) => failures.push(dead) });
  return { bus, failures };
};

/** Remembers the numbers of what it was given. */
const listener = (name: string, detailTypes?: readonly string[]) => {
  const heard: number[] = [];
  const receive = async (each: BusMessage): Promise<void> => {
    heard.push(seqOf(each));
  };
  return { heard, name, receive, ...(detailTypes && { detailTypes }) };
};

describe('the local bus', () => {
  it('gives each subscriber what it asked for, in order', async () => {
    const { bus } = newBus();
    const [all, some] = [listener('all'), listener('some', ['closed', 'submitted'])];
    bus.subscribe(all);
    bus.subscribe(some);
    await bus.publish([message(1), message(2, 'returned'), message(3, 'closed')]);
    await bus.settled();
    expect(all.heard).toEqual([1, 2, 3]);
    expect(some.heard).toEqual([1, 3]);
  });

  it('delivers what is published while it delivers, and just after', async () => {
    const { bus } = newBus();
    const all = listener('all');
    bus.subscribe({
      ...all,
      receive: async (each) => {
        await all.receive(each);
        if (seqOf(each) < 3) await bus.publish([message(seqOf(each) + 1)]);
      },
    });
    await bus.publish([message(1)]);
    await bus.settled();
    expect(all.heard).toEqual([1, 2, 3]);
    for (let round = 0; round < 20; round += 1) {
      await bus.publish([message(100)]);
      for (let turn = 0; turn < round; turn += 1) await Promise.resolve();
    }
    await bus.settled();
    expect(all.heard).toHaveLength(23);
  });

  it('lets nobody wait for a slow subscriber', async () => {
    const { bus } = newBus();
    const [slow, quick] = [listener('slow'), listener('quick')];
    let finish = (): void => {};
    const busy = new Promise<void>((resolve) => {
      finish = resolve;
    });
    bus.subscribe({ ...slow, receive: (each) => busy.then(() => slow.receive(each)) });
    bus.subscribe(quick);
    await bus.publish([message(1), message(2)]);
    await expect.poll(() => quick.heard).toEqual([1, 2]);
    expect(slow.heard).toEqual([]);
    finish();
    await bus.settled();
    expect(slow.heard).toEqual([1, 2]);
  });

  it('tries three times, after what has not failed, and then keeps a dead letter', async () => {
    const { bus, failures } = newBus();
    const tried: number[] = [];
    bus.subscribe({
      name: 'weak',
      receive: async (each) => {
        tried.push(seqOf(each));
        if (seqOf(each) === 1) throw new Error('no room');
        if (seqOf(each) === 2 && tried.filter((seq) => seq === 2).length < 3) throw new Error('not yet');
      },
    });
    await bus.publish([message(1), message(2), message(3)]);
    await bus.settled();
    expect(tried).toEqual([1, 2, 3, 1, 2, 1, 2]);
    expect(failures).toEqual([false, false, false, false, true]);
    const [letter, ...others] = bus.deadLetters();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      subscriber: 'weak',
      detailType: 'submitted',
      detail: { seq: 1 },
      attempts: 3,
      error: 'no room',
      at: clock.now(),
    });
    await bus.drain();
    expect(tried).toHaveLength(7);
  });

  it('puts off what failed by the waits of its subscriber, while others are delivered, and tells when to look again', async () => {
    const ownClock = createVirtualClock('2026-03-09T08:00:00.000Z');
    const database = new DatabaseSync(':memory:');
    let told = 0;
    const bus = createLocalBus({ database, clock: ownClock, onWaiting: () => (told += 1) });
    const tried: string[] = [];
    bus.subscribe({
      name: 'weak',
      retry: { tries: 3, wait: (tries) => tries * 60 },
      receive: async (each, attempt) => {
        tried.push(`${ownClock.now().slice(11, 16)} ${seqOf(each)} ${attempt}`);
        if (seqOf(each) === 1) throw new Error('down');
      },
    });
    await bus.publish([message(1), message(2)]);
    await bus.settled();
    expect(tried.splice(0)).toEqual(['08:00 1 1', '08:00 2 1']);
    expect([bus.waitsUntil(), told]).toEqual(['2026-03-09T08:01:00.000Z', 1]);

    ownClock.set('2026-03-09T08:00:59.999Z');
    await bus.deliverDue();
    expect(tried).toEqual([]);
    ownClock.set('2026-03-09T08:01:00.000Z');
    await bus.deliverDue();
    expect(bus.waitsUntil()).toBe('2026-03-09T08:03:00.000Z');

    // Another process takes it up where this one left it.
    const after = createLocalBus({ database, clock: ownClock });
    after.subscribe({
      name: 'weak',
      retry: { tries: 3, wait: () => 0 },
      receive: async (each, attempt) => {
        tried.push(`${seqOf(each)} ${attempt}`);
        throw new Error('still down');
      },
    });
    await after.drain();
    expect(after.waitsUntil()).toBe('2026-03-09T08:03:00.000Z');
    ownClock.set('2026-03-09T08:03:00.000Z');
    await after.deliverDue();
    expect(tried).toEqual(['08:01 1 2', '1 3']);
    expect(after.waitsUntil()).toBeUndefined();
    expect(after.deadLetters()).toMatchObject([{ subscriber: 'weak', attempts: 3, error: 'still down' }]);
  });

  it('does not wait for what nobody here subscribes to', async () => {
    const database = new DatabaseSync(':memory:');
    const { bus: before } = newBus(database);
    before.subscribe({
      name: 'gone',
      retry: { tries: 9, wait: () => 60 },
      receive: async () => {
        throw new Error('no');
      },
    });
    await before.publish([message(1)]);
    await before.settled();
    const { bus } = newBus(database);
    bus.subscribe(listener('one'));
    expect(bus.waitsUntil()).toBeUndefined();
  });

  it('replays dead letters, with all their tries', async () => {
    const { bus } = newBus();
    let isDown = true;
    const attempts: number[] = [];
    bus.subscribe({
      name: 'weak',
      receive: async (_each, attempt) => {
        attempts.push(attempt);
        if (isDown) throw new Error('down');
      },
    });
    expect(bus.replay()).toBe(0);
    await bus.publish([message(1), message(2)]);
    await bus.settled();
    expect(bus.deadLetters()).toHaveLength(2);
    expect(bus.replay()).toBe(2);
    await bus.settled();
    expect(attempts).toEqual([1, 1, 2, 2, 3, 3, 1, 1, 2, 2, 3, 3]);
    isDown = false;
    expect(bus.replay()).toBe(2);
    await bus.settled();
    expect(bus.deadLetters()).toEqual([]);
    expect(attempts).toHaveLength(14);
  });

  it('delivers after a restart what the process before did not, under the name of the subscriber', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bus-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const open = () => new DatabaseSync(join(folder, 'local.sqlite'));

    const killed = open();
    const { bus: before } = newBus(killed);
    const hangs = () => new Promise<never>(() => undefined);
    before.subscribe({ name: 'one', receive: hangs });
    before.subscribe({ name: 'gone', receive: hangs });
    await before.publish([message(1), message(2)]);
    killed.close();

    const database = open();
    const { bus } = newBus(database);
    const one = listener('one');
    bus.subscribe(one);
    bus.subscribe(listener('new'));
    await bus.drain();
    expect(one.heard).toEqual([1, 2]);
    await bus.drain();
    expect(one.heard).toEqual([1, 2]);
    database.close();
  });

  it('stops after the delivery under way when it is closed', async () => {
    const { bus } = newBus();
    const all = listener('all');
    let closing: Promise<void> | undefined;
    bus.subscribe({
      ...all,
      receive: async (each) => {
        closing ??= bus.close();
        await all.receive(each);
      },
    });
    await bus.publish([message(1), message(2)]);
    await closing;
    expect(all.heard).toEqual([1]);
    await expect(bus.publish([message(3)])).rejects.toBeInstanceOf(BusFault);
  });
});
