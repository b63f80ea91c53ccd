// `npm run --silent streamwright -- COMMAND ...`: the command line from a checkout; prints only what it prints.
import path from 'node:path';
import { buildStale } from './build/build.mjs';
import { checkNodeVersion } from './setup/node-version.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { root, startedIn } from './setup/paths.mjs';
import { runThrough } from './setup/run.mjs';
import { runMain } from './setup/say.mjs';

process.env.STREAMWRIGHT_QUIET ??= '1';
await runMain(async () => {
  checkNodeVersion();
  await ensurePackages();
  await buildStale(['cli']);
  const script = path.join(root, 'out', 'cli', 'streamwright.js');
  return runThrough(process.execPath, [script, ...process.argv.slice(2)], { cwd: startedIn });
});
