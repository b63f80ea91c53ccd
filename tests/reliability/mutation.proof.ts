import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Guard, guards } from './guards';
import { record } from './record';
import { forget, type Outcome, specOutcome, unitOutcome } from './test-outcome';

/*
 * Breaks one guard of the product after the other in a copy of the checkout, and runs the test that must notice: only a
 * test that ran and failed has noticed; one that only ran out of time has not.
 * PROVE_GUARDS chooses some by words of their names.
 */

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const wanted = (process.env['PROVE_GUARDS'] ?? '').split(',').filter(Boolean);
const notCopied = new Set(['node_modules', 'dist', '.git', 'out']);
/** What is built: end-to-end tests start it. */
const built = ['main', 'preload', 'renderer', 'cli'];

function copyCheckout(): string {
  const to = mkdtempSync(path.join(tmpdir(), 'mutation-'));
  for (const name of readdirSync(root))
    if (!notCopied.has(name)) cpSync(path.join(root, name), path.join(to, name), { recursive: true });
  for (const name of built)
    cpSync(path.join(root, 'out', name), path.join(to, 'out', name), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(to, 'node_modules'), 'dir');
  return to;
}

const resultsIn = (folder: string): string => path.join(folder, 'results');

function run(folder: string, script: string, args: readonly string[]): number | null {
  const env = { ...process.env, STREAMWRIGHT_TEST_RESULTS: resultsIn(folder) };
  return spawnSync(process.execPath, [path.join(folder, script), ...args], {
    cwd: folder,
    env,
    stdio: 'ignore',
  }).status;
}

function runUnit(folder: string, test: string): Outcome {
  const report = path.join(folder, 'report.json');
  forget(report);
  const how = ['run', '--configLoader=runner', '--bail=1', '--reporter=json', `--outputFile=${report}`];
  return unitOutcome(report, run(folder, 'node_modules/vitest/vitest.mjs', [...how, test]));
}

function runSpec(folder: string, { spec, named }: { spec: string; named: string }): Outcome {
  const report = path.join(resultsIn(folder), 'e2e.json');
  forget(report);
  if (run(folder, 'scripts/build.mjs', ['main', 'preload', 'renderer']) !== 0) return 'did not run';
  return specOutcome(
    report,
    run(folder, 'node_modules/@playwright/test/cli.js', ['test', spec, '-g', named]),
  );
}

function runTest(folder: string, { test }: Guard): Outcome {
  return typeof test === 'string' ? runUnit(folder, test) : runSpec(folder, test);
}

/** The text of the file with the guard broken; throws where the break does not fit the file any more. */
function broken({ guard, file, find, replace }: Guard, text: string): string {
  const parts = text.split(find);
  if (parts.length !== 2)
    throw new Error(
      `${file} has the text of “${guard}” ${String(parts.length - 1)} times: mend tests/reliability/guards.ts`,
    );
  return parts.join(replace);
}

const nameOf = ({ test }: Guard): string => (typeof test === 'string' ? test : `${test.spec}: ${test.named}`);

function breakOne(folder: string, guard: Guard): Outcome {
  const file = path.join(folder, guard.file);
  const sound = readFileSync(file, 'utf8');
  writeFileSync(file, broken(guard, sound));
  try {
    return runTest(folder, guard);
  } finally {
    writeFileSync(file, sound);
  }
}

const chosen = guards.filter(
  ({ guard }) => wanted.length === 0 || wanted.some((word) => guard.includes(word)),
);
for (const guard of chosen) broken(guard, readFileSync(path.join(root, guard.file), 'utf8'));
const folder = copyCheckout();
const unnoticed: string[] = [];
try {
  const soundTests = new Map(chosen.map((guard) => [nameOf(guard), guard]));
  for (const [name, guard] of soundTests) {
    const outcome = runTest(folder, guard);
    if (outcome !== 'green') throw new Error(`${name} is not green before anything is broken (${outcome}).`);
  }
  for (const guard of chosen) {
    const outcome = breakOne(folder, guard);
    console.log(
      `${outcome === 'noticed' ? 'noticed  ' : 'UNNOTICED'} ${guard.guard} (${nameOf(guard)}${outcome === 'did not run' || outcome === 'timed out' ? `, which ${outcome}` : ''})`,
    );
    if (outcome !== 'noticed') unnoticed.push(guard.guard);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const noticed = chosen.length - unnoticed.length;
if (unnoticed.length > 0)
  throw new Error(
    `${String(noticed)} of ${String(chosen.length)} broken guards were noticed. Not: ${unnoticed.join('; ')}`,
  );
record('mutation', {
  promises: [...new Set(chosen.flatMap(({ promises }) => promises))].sort((one, other) =>
    one.localeCompare(other, 'en', { numeric: true }),
  ),
  figures: `${String(noticed)} of ${String(chosen.length)} broken guards were noticed`,
});
