// Builds what has changed of out/main, out/preload, out/renderer and out/cli; part names as arguments limit it.
import { buildStale } from './build/build.mjs';
import { checkNodeVersion } from './setup/node-version.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { runMain } from './setup/say.mjs';

await runMain(async () => {
  checkNodeVersion();
  await ensurePackages();
  const named = process.argv.slice(2);
  await buildStale(named.length > 0 ? named : undefined);
});
