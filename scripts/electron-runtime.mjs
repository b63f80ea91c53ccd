// Prints the Electron executable that this machine runs (fetching it when needed); `--json` for details.
import { ensurePackages } from './setup/packages.mjs';
import { runMain } from './setup/say.mjs';
import { resolveRuntime } from './runtime/resolve.mjs';

await runMain(async () => {
  await ensurePackages();
  const runtime = await resolveRuntime();
  console.log(process.argv.includes('--json') ? JSON.stringify(runtime) : runtime.exe);
});
