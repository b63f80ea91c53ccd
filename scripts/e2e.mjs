// `npm run e2e [-- Playwright's arguments]`: the end-to-end tests alone, with the same set-up as `npm test`.
import { prepare } from './setup/prepare.mjs';
import { runMain } from './setup/say.mjs';
import { runEndToEnd, testGround } from './test/run-tests.mjs';

await runMain(async () => {
  const ground = await testGround(await prepare({ programs: ['Xvfb', 'gcc'] }));
  try {
    return (await runEndToEnd(ground, process.argv.slice(2))).code;
  } finally {
    ground.end();
  }
});
