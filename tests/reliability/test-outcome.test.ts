import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { type Outcome, specOutcome, unitOutcome } from './test-outcome';

const modules = resolve(import.meta.dirname, '../../node_modules');
let ground = '';

function plant(file: string, text: string): void {
  mkdirSync(dirname(join(ground, file)), { recursive: true });
  writeFileSync(join(ground, file), text);
}

async function run(script: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<number> {
  const env = { ...process.env, VITEST: undefined, VITEST_WORKER_ID: undefined, ...more };
  const child = spawn(process.execPath, [join(modules, script), ...args], {
    cwd: ground,
    env,
    stdio: 'ignore',
  });
  const [code] = (await once(child, 'exit')) as [number];
  return code;
}

async function runUnit(file: string): Promise<Outcome> {
  const report = join(ground, `${file}.json`);
  const how = ['run', '--configLoader=runner', '--reporter=json', `--outputFile=${report}`];
  return unitOutcome(report, await run('vitest/vitest.mjs', [...how, file]));
}

async function runSpec(file: string): Promise<Outcome> {
  const report = join(ground, `${file}.json`);
  const how = ['test', file, '--reporter=json', `--output=${report}.folder`];
  return specOutcome(
    report,
    await run('@playwright/test/cli.js', how, { PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
  );
}

beforeAll(() => {
  ground = mkdtempSync(join(tmpdir(), 'test-outcome-'));
  symlinkSync(modules, join(ground, 'node_modules'), 'dir');
  writeFileSync(join(ground, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(ground, 'vitest.config.ts'), 'export default {};');
  writeFileSync(
    join(ground, 'playwright.config.ts'),
    "export default { testDir: '.', testMatch: /spec.ts$/ };",
  );
  plant(
    'e2e/harness/launch.ts',
    "export const launch = async ({}) => { throw new Error('No Electron is named'); };",
  );
});
afterAll(() => rmSync(ground, { recursive: true, force: true }));

const unit = "import { beforeAll, expect, test } from 'vitest';\n";
const spec = "import { expect, test } from '@playwright/test';\n";

describe.concurrent('a broken guard is noticed by a test that began and saw it, by nothing else', () => {
  test.for<[string, string, Outcome]>([
    ['sees something wrong', `${unit}test('a', () => expect(1).toBe(2));`, 'noticed'],
    ['does not compile', `${unit}test('a', () => expect(1).toBe(2);`, 'did not run'],
    [
      'cannot prepare its ground',
      `${unit}beforeAll(() => { throw new Error('no ground'); });\ntest('a', () => expect(1).toBe(2));`,
      'did not run',
    ],
    ['names what is nowhere', `${unit}test('a', () => expect(nowhere).toBe(2));`, 'did not run'],
    ['does not end', `${unit}test('a', () => new Promise(() => undefined), 50);`, 'timed out'],
    [
      'does not end and sees something wrong',
      `${unit}test('a', () => new Promise(() => undefined), 50);\ntest('b', () => expect(1).toBe(2));`,
      'noticed',
    ],
  ])('a unit test that %s', async ([name, text, outcome], { expect: own }) => {
    const file = `${name.replaceAll(' ', '-')}.test.ts`;
    plant(file, text);
    own(await runUnit(file)).toBe(outcome);
  });

  test.for<[string, string, Outcome]>([
    ['sees something wrong', `${spec}test('a', () => expect(1).toBe(2));`, 'noticed'],
    ['does not compile', `${spec}test('a', () => expect(1).toBe(2);`, 'did not run'],
    [
      'has no app',
      `${spec}import { launch } from './e2e/harness/launch';\ntest('a', launch);`,
      'did not run',
    ],
    [
      'does not end',
      `${spec}test('a', async () => { test.setTimeout(50); await new Promise(() => undefined); });`,
      'timed out',
    ],
  ])('a spec that %s', async ([name, text, outcome], { expect: own }) => {
    const file = `${name.replaceAll(' ', '-')}.spec.ts`;
    plant(file, text);
    own(await runSpec(file)).toBe(outcome);
  });
});
