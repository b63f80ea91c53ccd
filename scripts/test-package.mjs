// `npm run test:package [-- --built]`: makes the packages for Linux and tries them out: unpacked, installed, started
// in their sandbox, driven, removed. `--built` takes those of the last run; with `--record`
// what was found goes to RELIABILITY.md.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { keepFigures, toldOf } from './reliability/figures.mjs';
import { ensureSandbox } from './setup/sandbox.mjs';
import { prepare } from './setup/prepare.mjs';
import { root } from './setup/paths.mjs';
import { runThrough } from './setup/run.mjs';
import { runMain, SetupError } from './setup/say.mjs';

const PACKAGES = 'out/packages';

/** Writes down how many checks passed and what they told; only after a run in which none failed. */
function keepFound(report, told) {
  const { stats } = JSON.parse(readFileSync(report, 'utf8'));
  const left = stats.skipped > 0 ? `, ${stats.skipped} left out` : '';
  const checks = `${stats.expected} checks of the packages for Linux, unpacked, installed, started and driven: ${stats.unexpected} failed${left}`;
  const figures = [checks, ...toldOf(readFileSync(told, 'utf8'), 'S6')].join('; ');
  const line = JSON.stringify({ name: 'test:package', promises: ['S6'], figures });
  keepFigures(line, new Date().toISOString().slice(0, 10));
}

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
  const more = process.argv.slice(2).filter((each) => each !== '--built' && each !== '--record');
  const cli = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const args = [
    cli,
    'test',
    '--config',
    'tests/package/playwright.config.ts',
    '--reporter=list,json',
    ...more,
  ];
  const [report, told] = ['json', 'jsonl'].map((end) => path.join(root, 'out', `package-checks.${end}`));
  rmSync(told, { force: true });
  const found = { PLAYWRIGHT_JSON_OUTPUT_FILE: report, STREAMWRIGHT_TOLD: told };
  const code = await runThrough(process.execPath, args, { cwd: root, env: { ...env, ...found } });
  if (code === 0 && process.argv.includes('--record')) keepFound(report, told);
  return code;
});
