import { buildStale } from '../build/build.mjs';
import { testParts } from '../build/parts.mjs';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runtimeEnvironment } from '../runtime/resolve.mjs';
import { root } from '../setup/paths.mjs';
import { runThrough } from '../setup/run.mjs';
import { ensureSandbox } from '../setup/sandbox.mjs';
import { bringHome, nodeFor, openForResults, unprivileged } from '../setup/unprivileged.mjs';

const RESULTS = 'out/test-results';

/** Where test runners run: as someone who is not root, with a home and a folder of results of their own. */
export async function testGround(runtime) {
  await buildStale(testParts.map(({ name }) => name));
  const run = await unprivileged();
  await ensureSandbox(runtime, run.prefix);
  const results = openForResults(run, RESULTS);
  const own = { STREAMWRIGHT_TEST_RESULTS: results, INIT_CWD: run.folder };
  const env = { ...runtimeEnvironment(runtime), ...run.env, ...own };
  const start = (script, args, more = {}) => {
    const [command, ...all] = [...run.prefix, nodeFor(run), path.join(run.folder, script), ...args];
    return runThrough(command, all, { cwd: run.folder, env: { ...env, ...more } });
  };
  const end = () => {
    bringHome(run, RESULTS);
    run.end();
  };
  return { start, results, end };
}

/** No colours where nobody sees them. Playwright sees to that itself. */
function plainInLogs() {
  return process.stdout.isTTY ? {} : { NO_COLOR: '1' };
}

/** Counts of a runner's JSON report; null when the runner wrote none. */
function readReport(file, count) {
  return existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/** Runs vitest with more arguments; gives its exit code and counts. */
export async function runUnit(ground, args = []) {
  const report = path.join(ground.results, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const all = ['run', '--configLoader=runner', ...reporters, ...args];
  const code = await ground.start('node_modules/vitest/vitest.mjs', all, plainInLogs());
  const counts = readReport(report, (json) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests + (json.numFailedTestSuites > 0 && json.numFailedTests === 0 ? 1 : 0),
    skipped: json.numPendingTests + json.numTodoTests,
  }));
  return { code, counts };
}

/** Runs Playwright with more arguments and variables; gives its exit code and counts. */
export async function runEndToEnd(ground, args = [], more = {}) {
  const report = path.join(ground.results, 'e2e.json');
  const code = await ground.start('node_modules/@playwright/test/cli.js', ['test', ...args], more);
  const counts = readReport(report, ({ stats, errors }) => ({
    // Failed at first and passed when tried again: Playwright names them.
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }));
  return { code, counts };
}

/** Runs a tool of node_modules on the checkout, as whoever calls; gives its exit code. */
export function runTool(script, args) {
  const env = { ...process.env, ...plainInLogs() };
  return runThrough(process.execPath, [path.join(root, 'node_modules', script), ...args], { cwd: root, env });
}
