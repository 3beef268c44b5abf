import { DatabaseSync } from 'node:sqlite';
import { createLocalBus } from '#adapters/local/bus.ts';
import { createVirtualClock } from '#adapters/local/virtual-clock.ts';
import type { BusMessage } from '#ports/bus.ts';
import { busContract } from './bus.contract.ts';

const received: BusMessage[] = [];
const bus = createLocalBus({
  database: new DatabaseSync(':memory:'),
  clock: createVirtualClock('2026-03-09T08:00:00Z'),
});
bus.subscribe({
  name: 'all',
  receive: async (message) => {
    received.push(message);
  },
});

busContract('local bus', () => ({ bus, received: async () => received }));
