import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,functions,workflows,local,infra,test,scripts,bench,verifier,web}/**/*.test.ts'],
    // In a real browser: `npm run test:e2e`.
    exclude: ['test/e2e/**', '**/node_modules/**'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // Files share a worker's modules: loading CDK and the SDK anew for each would take longer than the tests.
    isolate: false,
    maxWorkers: 2,
  },
});
