import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHistory } from '../../../main/files/history';
import { buildShim, type FaultKind, shimEnvironment, shimIsImpossible } from '../../fault-shim/build-shim';
import { bundleForNode } from '../../fault-shim/bundle';
import { type Operation, operationsSince } from '../../fault-shim/operations';

const impossible = shimIsImpossible();
if (impossible !== null) console.log(`Faults of kept versions are left out: ${impossible}.`);

let home = '';
let library = '';
let script = '';
let count = 0;

interface Outcome {
  /** The versions that the process called kept. */
  readonly kept: readonly number[];
  readonly operations: readonly Operation[];
  /** What the next start finds, the newest first; 0 for a version that cannot be read. */
  readonly found: readonly number[];
  readonly isRebuilt: boolean;
  /** What the next start says to a further version. */
  readonly next: string;
}

async function keepTwo(order: string): Promise<Outcome> {
  count += 1;
  const root = join(home, `run-${count}`);
  mkdirSync(root);
  const folder = join(root, 'history');
  const { stdout } = spawnSync(process.execPath, [script, folder], {
    env: shimEnvironment(library, root, `${root}.log`, order),
    encoding: 'utf8',
  });
  const history = createHistory({
    folder,
    now: () => Date.UTC(2026, 10, 22, 1),
    isOn: () => true,
    onProblem: (kind) => {
      throw new Error(kind);
    },
  });
  const path = '/desk.vsmap';
  const { versions, isRebuilt } = await history.list(path);
  const bytes = await Promise.all(versions.map(({ number }) => history.read(path, number)));
  return {
    kept: stdout.split('\n').map(Number).filter(Boolean),
    operations: operationsSince(`${root}.log`, order),
    found: bytes.map((each) => Number(each === null ? 0 : Buffer.from(each).toString()[0])),
    isRebuilt,
    next: await history.keep({ path, bytes: 'next', why: 'saved' }),
  };
}

describe.skipIf(impossible !== null)('keeping versions while every file operation is disturbed', () => {
  let steps: readonly Operation[] = [];
  let cases = 0;

  beforeAll(async () => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'streamwright-history-')));
    library = buildShim(home);
    script = await bundleForNode(join(import.meta.dirname, '../../fault-shim/history-child.ts'), home);
    const quiet = await keepTwo('none/0');
    expect(quiet).toMatchObject({ kept: [1, 2], found: [2], isRebuilt: false, next: 'kept' });
    // What fails while a file is closed was written and flushed before.
    steps = quiet.operations.filter(({ name }) => name !== 'close');
  });

  afterAll(() => {
    console.log(`Kept versions: ${cases} cases.`);
    rmSync(home, { recursive: true, force: true });
  });

  const kinds: readonly (readonly [FaultKind, string])[] = [
    ['torn', ''],
    ['full', 'write'],
    ['eio', ''],
  ];
  test.each(kinds)(
    '%s: what was kept is found and the next version is kept',
    { timeout: 180_000 },
    async (kind, only) => {
      const wrong: string[] = [];
      for (const { number } of steps.filter(({ name }) => name.includes(only))) {
        const { kept, found, isRebuilt, next } = await keepTwo(`${kind}/${number}`);
        cases += 1;
        const newest = kept.at(-1) ?? 0;
        const isFound = newest === 0 || found[0] === newest || found[0] === newest + 1;
        // Before the first list is written there is only the version itself.
        const isTold = isRebuilt && kept.length > 0;
        if (!isFound || found.includes(0) || isTold || next !== 'kept')
          wrong.push(`at ${number}: kept ${kept.join(' ')}, found ${found.join(' ')}, ${next}`);
      }
      expect(wrong).toEqual([]);
    },
  );
});
