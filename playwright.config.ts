import { defineConfig } from '@playwright/test';

const results = process.env['STREAMWRIGHT_TEST_RESULTS'] ?? 'out/test-results';

const longest = /(?:three-ways|accessibility)\.spec\.ts$/;
/** What RELIABILITY.md and SECURITY.md stand on: a second try must never save it. */
const promised =
  /[\\/](?:conflicts|damage|disk-trouble|large-map|memory|network-silence|odd-files|profile-trouble|recovery|security|support|typed-text)[\w-]*\.spec\.ts$/;
/** Whatever else types and points in a window may be tried again, where a whole run wishes so. */
const retries = Number(process.env['STREAMWRIGHT_SECOND_TRIES'] ?? 0);

/** End-to-end tests of the built app on real Electron; start them with `npm run e2e` or `npm test`. */
export default defineConfig({
  testDir: 'tests/e2e/specs',
  outputDir: `${results}/e2e`,
  reporter: [['list'], ['json', { outputFile: `${results}/e2e.json` }]],
  // Two of them fill two processors; the third works while a spec that types as people do only waits.
  workers: 3,
  fullyParallel: true,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  // The longest first, so that no worker is left alone with one at the end.
  projects: [
    { name: 'long', testMatch: longest, retries },
    { name: 'promised', testMatch: promised, retries: 0 },
    { name: 'rest', testIgnore: [longest, promised], retries },
  ],
});
