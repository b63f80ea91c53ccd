import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRecovery } from '../../../main/files/recovery';
import { buildShim, type FaultKind, shimEnvironment, shimIsImpossible } from '../../fault-shim/build-shim';
import { bundleForNode } from '../../fault-shim/bundle';
import { type Operation, operationsSince } from '../../fault-shim/operations';
import { tell } from '../../helpers/tell';

const impossible = shimIsImpossible();
if (impossible !== null) console.log(`Faults of the recovery journal are left out: ${impossible}.`);

let home = '';
let library = '';
let script = '';
let count = 0;

interface Outcome {
  /** The last state that the process called flushed; 0 before the first. */
  readonly flushed: number;
  readonly isCleared: boolean;
  readonly operations: readonly Operation[];
  /** The state that the next start finds; 0 for none. */
  readonly found: number;
}

function freshFolder(): { root: string; log: string } {
  count += 1;
  const root = join(home, `run-${count}`);
  mkdirSync(root);
  return { root, log: `${root}.log` };
}

async function stateFoundIn(root: string): Promise<number> {
  const recovery = createRecovery({
    folder: join(root, 'recovery'),
    session: 'next',
    now: () => 0,
    isAlive: () => false,
    onProblem: (kind) => {
      throw new Error(kind);
    },
  });
  const [document] = await recovery.listRecoverable();
  return document === undefined ? 0 : Number(document.patches.at(-1) ?? document.snapshotText);
}

async function edit(order: string, ending: 'stay' | 'clear'): Promise<Outcome> {
  const { root, log } = freshFolder();
  const { stdout } = spawnSync(process.execPath, [script, join(root, 'recovery'), ending], {
    env: shimEnvironment(library, root, log, order),
    encoding: 'utf8',
  });
  const said = stdout.trimEnd().split('\n');
  return {
    flushed: Math.max(0, ...said.map(Number).filter(Number.isFinite)),
    isCleared: said.includes('cleared'),
    operations: operationsSince(log, order),
    found: await stateFoundIn(root),
  };
}

describe.skipIf(impossible !== null)('a recovery journal whose every file operation is disturbed', () => {
  let steps: readonly Operation[] = [];
  const totals = { cases: 0, lost: 0 };

  beforeAll(async () => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'streamwright-journal-')));
    library = buildShim(home);
    script = await bundleForNode(join(import.meta.dirname, '../../fault-shim/journal-child.ts'), home);
    const quiet = await edit('none/0', 'stay');
    expect(quiet).toMatchObject({ flushed: 6, found: 7 });
    steps = quiet.operations;
  });

  afterAll(() => {
    console.log(`Recovery journal: ${totals.cases} cases, ${totals.lost} with flushed work lost.`);
    tell(
      'R4',
      totals.cases,
      'faults and kills at each file operation of the safety copy, 0 with confirmed work lost',
    );
    rmSync(home, { recursive: true, force: true });
  });

  const kinds: readonly FaultKind[] = ['kill', 'torn', 'full', 'eio'];
  test.each(kinds)('%s: everything that was flushed is found', { timeout: 60_000 }, async (kind) => {
    const lost: string[] = [];
    for (const { number } of steps) {
      const { flushed, found } = await edit(`${kind}/${number}`, 'stay');
      totals.cases += 1;
      if (found < flushed || found > 7) lost.push(`at ${number}: flushed ${flushed}, found ${found}`);
    }
    totals.lost += lost.length;
    expect(lost).toEqual([]);
  });

  test('work that was saved is not offered again', async () => {
    expect(await edit('none/0', 'clear')).toMatchObject({ flushed: 6, isCleared: true, found: 0 });
  });

  test('each state is flushed before it is called so: file before its name, name before the old file goes', () => {
    const names = steps.filter(({ name }) => name !== 'close' && name !== 'open').map(({ name }) => name);
    const roll = ['write', 'fdatasync', 'rename', 'fsync'];
    const append = ['write', 'fdatasync'];
    expect(names).toEqual([
      'mkdir',
      'mkdir',
      'fsync',
      ...roll,
      'fdatasync',
      ...append,
      ...append,
      ...roll,
      'unlink',
      'fdatasync',
      ...append,
      ...append,
      ...append,
    ]);
  });

  test('what nobody asks to flush is flushed within a second', async () => {
    const { root, log } = freshFolder();
    const child = spawn(process.execPath, [script, join(root, 'recovery'), 'wait'], {
      env: shimEnvironment(library, root, log, 'none/0'),
      stdio: 'ignore',
    });
    const namesAfterLastWrite = () => {
      const text = readFileSync(log, { encoding: 'utf8', flag: 'a+' });
      if (!text.includes('arm')) return null;
      const names = operationsSince(log, 'none/0').map(({ name }) => name);
      const writes = names.filter((name) => name === 'write').length;
      return writes === 7 ? names.slice(names.lastIndexOf('write') + 1) : null;
    };
    await expect.poll(namesAfterLastWrite, { timeout: 10_000, interval: 5 }).not.toBeNull();
    await expect.poll(namesAfterLastWrite, { timeout: 1000, interval: 5 }).toEqual(['fdatasync']);
    child.kill('SIGKILL');
    expect(await stateFoundIn(root)).toBe(7);
  });
});
