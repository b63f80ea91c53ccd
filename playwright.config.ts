import { defineConfig } from '@playwright/test';

const results = process.env['STREAMWRIGHT_TEST_RESULTS'] ?? 'out/test-results';

/** End-to-end tests of the built app on real Electron; start them with `npm run e2e` or `npm test`. */
export default defineConfig({
  testDir: 'tests/e2e/specs',
  outputDir: `${results}/e2e`,
  reporter: [['list'], ['json', { outputFile: `${results}/e2e.json` }]],
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
});
