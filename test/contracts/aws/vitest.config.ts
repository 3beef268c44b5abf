import { defineConfig } from 'vitest/config';

/** The AWS side of the contract suites: one after the other, each thing that was skipped with its reason. */
export default defineConfig({
  test: {
    include: ['test/contracts/aws/*.aws.ts'],
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 15_000, interval: 250 } },
    reporters: ['verbose'],
  },
});
