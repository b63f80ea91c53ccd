import { defineConfig } from 'vitest/config';

/** What these test is pure: nothing that one file of tests does can be seen by the next, and all share loaded modules. */
const pure = ['tests/shared/**', 'tests/renderer/**'];

/** Unit and property tests; the real app is driven by Playwright (playwright.config.ts). */
export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: pure.map((folder) => `${folder}/*.test.{ts,tsx}`), isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'others',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...pure, 'tests/e2e/**', 'tests/bench/**'],
        },
      },
    ],
  },
});
