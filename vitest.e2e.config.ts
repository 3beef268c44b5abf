import { defineConfig } from 'vitest/config';

/** The pages in a real browser, against the local system: `npm run test:e2e`. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    testTimeout: 240_000,
    hookTimeout: 120_000,
    // As long as Playwright waits for what is to be seen: pages ask every two seconds.
    expect: { poll: { timeout: 30_000 } },
    // Each file boots a system and a browser of its own.
    maxWorkers: 2,
    maxConcurrency: 2,
  },
});
