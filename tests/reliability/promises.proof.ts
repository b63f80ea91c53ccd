import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { toldOf } from '../../scripts/reliability/figures.mjs';
import { type NamedPromise, promises } from '../helpers/promises';
import { root } from '../helpers/run-command';
import { type RanTest, testsOfPlaywright, testsOfVitest } from './read-reports';
import { record } from './record';

/*
 * The tests that each promise of RELIABILITY.md names: whether they are there, and what became of each of them, none tried
 * twice. How much they tried inside, they tell themselves (tests/helpers/tell.ts). PROVE_ONLY="R7 R15" takes some promises.
 */

const only = process.env['PROVE_ONLY']?.split(' ') ?? null;
const chosen = promises.filter(({ id }) => only === null || only.includes(id));
const folder = mkdtempSync(path.join(tmpdir(), 'streamwright-promises-'));
const told = path.join(folder, 'told.jsonl');
const broken: string[] = [];

/** Edges of a save that were found in other programs, and the test that says what becomes of each here. */
const edges: readonly (readonly [edge: string, test: RegExp])[] = [
  ['a read-only file in a folder that may be written', /refuses a read-only file/],
  ['a file in a read-only folder', /without the right to write in the folder/],
  ['a file with a second hard link', /a second hard link keeps the older version/],
  ['a link to a file', /a link stays a link and its target gets/],
  ['a link to nothing', /a link to nothing yet makes its target/],
  ['links in a circle', /links in a circle are refused/],
  ['a pipe', /a named pipe, which stays one/],
  ['a device', /a device, which stays one/],
  ['a name of 255 letters', /names n{255}$/],
  ['a name that is too long', /one letter too long/],
  ['a path longer than 260 letters', /a path longer than 260 letters/],
  ['rights of the file', /keeps the rights .* of the file/],
  ['what a killed save left', /what a killed save left behind is swept at the next start/],
];

/** Runs a program of node_modules on the checkout; resolves at its end, whatever its code: the reports tell. */
function run(script: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  const child = spawn(process.execPath, [path.join('node_modules', script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, STREAMWRIGHT_TOLD: told, ...env },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => resolve());
  });
}

async function runUnit(files: readonly string[]): Promise<readonly RanTest[]> {
  if (files.length === 0) return [];
  const report = path.join(folder, 'unit.json');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const env = { NO_COLOR: '1' };
  await run('vitest/vitest.mjs', ['run', '--configLoader=runner', ...reporters, ...files], env);
  return testsOfVitest(readFileSync(report, 'utf8'), root);
}

async function runEndToEnd(files: readonly string[]): Promise<readonly RanTest[]> {
  if (files.length === 0) return [];
  const report = path.join(folder, 'e2e.json');
  const args = ['test', '--retries=0', '--reporter=list,json', ...files];
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report, STREAMWRIGHT_TEST_RESULTS: folder };
  await run('@playwright/test/cli.js', args, env);
  return testsOfPlaywright(readFileSync(report, 'utf8'), 'tests/e2e/specs');
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** The row of a promise; what is wrong goes to `broken`. */
function judge({ id, tests, proofs }: NamedPromise, all: readonly RanTest[]): string {
  const own = all.filter(({ file }) => tests.includes(file));
  const passed = own.filter(({ end }) => end === 'passed');
  const failed = own.filter(({ end }) => end === 'failed');
  const left = own.filter(({ end }) => end === 'skipped');
  if (tests.length === 0 && proofs.length === 0) broken.push(`${id} names no test`);
  for (const file of tests)
    if (!passed.some((each) => each.file === file)) broken.push(`${id}: nothing of ${file} passed`);
  for (const { file, title } of failed) broken.push(`${id}: ${file}: ${title}`);
  for (const { file, title } of left) console.log(`${id}: left out here: ${file}: ${title}`);
  const more = left.length > 0 ? `, ${left.length} left out here` : '';
  return [
    `${counted(passed.length, 'test')} in ${counted(tests.length, 'file')} passed, ${failed.length} failed${more}`,
    ...toldOf(readFileSync(told, 'utf8'), id),
    ...(id === 'R15' ? [judgeEdges(passed)] : []),
  ].join('; ');
}

function judgeEdges(passed: readonly RanTest[]): string {
  const found = edges.filter(([edge, form]) => {
    const isTested = passed.some(({ title }) => form.test(title));
    if (!isTested) broken.push(`R15: no test of ${edge} passed`);
    return isTested;
  });
  return `${found.length} of ${edges.length} edges of saving, from links and devices to what a killed save left`;
}

const files = [...new Set(chosen.flatMap(({ tests }) => tests))];
for (const file of files) if (!existsSync(path.join(root, file))) broken.push(`${file} is not there`);
try {
  writeFileSync(told, '');
  const isSpec = (file: string): boolean => file.endsWith('.spec.ts');
  const unit = await runUnit(files.filter((file) => !isSpec(file)));
  const all = [...unit, ...(await runEndToEnd(files.filter(isSpec)))];
  for (const promise of chosen)
    record(`promises ${promise.id}`, { promises: [promise.id], figures: judge(promise, all) });
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
for (const line of broken) console.error(line);
if (broken.length > 0) throw new Error(`${broken.length} promises or their tests are not as they should be.`);
