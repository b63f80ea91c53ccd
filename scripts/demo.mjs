// Run by start.mjs where no display exists (and by `npm run demo`): from an example to its files, then the app.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startDisplay } from './setup/display.mjs';
import { root } from './setup/paths.mjs';
import { runQuiet } from './setup/run.mjs';
import { runMain, SetupError } from './setup/say.mjs';

const out = path.join(root, 'out', 'demo');
const SCREEN = { width: 1600, height: 1000 };

/** Runs the command line and gives what it printed; findings (exit code 1) are no failure. */
async function streamwright(...args) {
  const script = path.join(root, 'out', 'cli', 'streamwright.js');
  const done = await runQuiet(process.execPath, [script, ...args], { cwd: root });
  if (done.code > 1)
    throw new SetupError(`streamwright ${args.join(' ')} failed (${done.code}): ${done.err.trim()}`);
  return done.out;
}

/** The example to show: a map of examples/, or else a step table of it, imported. */
async function exampleMap() {
  const folder = path.join(root, 'examples');
  const names = readdirSync(folder).sort();
  const map = names.find((name) => name.endsWith('.vsmap'));
  if (map) return { shown: `examples/${map}`, file: path.join(folder, map) };
  const table = names.find((name) => name.endsWith('.json') || name.endsWith('.csv'));
  if (!table) throw new SetupError('There is no example in examples/.');
  const file = path.join(out, `${path.parse(table).name}.vsmap`);
  await streamwright('import', path.join(folder, table), '-o', file);
  return { shown: `examples/${table} (imported)`, file };
}

async function makeFiles(file, figures) {
  writeFileSync(path.join(out, 'figures.txt'), figures);
  writeFileSync(path.join(out, 'report.md'), await streamwright('check', file, '--format', 'markdown'));
  for (const format of ['svg', 'png', 'pdf']) {
    await streamwright('export', file, '--to', format, '-o', path.join(out, `diagram.${format}`));
  }
}

/** Opens the file in the real app, sandbox and all, and takes its picture. */
async function photograph(file) {
  const { _electron } = await import('@playwright/test');
  const display = await startDisplay(SCREEN);
  const profile = path.join(process.env.TMPDIR ?? out, 'demo-profile');
  try {
    const app = await _electron.launch({
      chromiumSandbox: true,
      cwd: root,
      args: ['--disable-gpu', `--user-data-dir=${profile}`, root, file],
      env: { ...process.env, DISPLAY: display.name },
    });
    try {
      const page = await app.firstWindow();
      await page.waitForSelector('.react-flow__node');
      // The panels come right after the map.
      await page.waitForSelector('[aria-label=Problems] [role=listitem], [aria-label=Problems] li');
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.screenshot({ path: path.join(out, 'app.png') });
    } finally {
      await app.evaluate(({ app: running }) => running.exit(0)).catch(() => undefined);
    }
  } finally {
    display.stop();
  }
}

await runMain(async () => {
  mkdirSync(out, { recursive: true });
  const { shown, file } = await exampleMap();
  console.log(`The example: ${shown}\n`);
  const figures = await streamwright('figures', file);
  console.log(figures);
  await makeFiles(file, figures);
  await photograph(file);
  console.log(`\nThe files are in ${out}:`);
  for (const name of readdirSync(out).sort()) console.log(`  ${name}`);
});
