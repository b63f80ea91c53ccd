// `npm run test:package [-- --built]`: makes the packages for Linux and tries them out: unpacked, installed, started
// in their sandbox, driven, removed. `--built` takes those of the last run.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureSandbox } from './setup/sandbox.mjs';
import { prepare } from './setup/prepare.mjs';
import { root } from './setup/paths.mjs';
import { runThrough } from './setup/run.mjs';
import { runMain, SetupError } from './setup/say.mjs';

const PACKAGES = 'out/packages';

await runMain(async () => {
  if (process.platform !== 'linux') throw new SetupError('The packages are tried out on Linux only.');
  const { unprivileged } = await import('./setup/unprivileged.mjs');
  const runtime = await prepare({ programs: ['Xvfb'] });
  const env = { ...process.env, STREAMWRIGHT_PACKAGES: PACKAGES, STREAMWRIGHT_QUICK_PACKAGES: '1' };
  const isBuilt = process.argv.includes('--built') && existsSync(path.join(root, PACKAGES));
  if (!isBuilt) {
    const code = await runThrough(process.execPath, [path.join(root, 'scripts', 'package.mjs')], {
      cwd: root,
      env,
    });
    if (code !== 0) return code;
  }
  const run = await unprivileged();
  await ensureSandbox(runtime, run.prefix).finally(run.end);
  const more = process.argv.slice(2).filter((each) => each !== '--built');
  const cli = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const args = [cli, 'test', '--config', 'tests/package/playwright.config.ts', ...more];
  return runThrough(process.execPath, args, { cwd: root, env });
});
