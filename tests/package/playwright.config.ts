import path from 'node:path';
import { defineConfig } from '@playwright/test';

const results = process.env['STREAMWRIGHT_TEST_RESULTS'] ?? 'out/test-results';

/** Tests of the packages themselves, unpacked and installed; start them with `npm run test:package`. */
export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: path.resolve(results, 'package'),
  reporter: [['list']],
  workers: 1,
  timeout: 480_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
});
