import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256Of } from '../../../main/files/file-stamp';
import { buildShim, shimEnvironment, shimIsImpossible } from '../../fault-shim/build-shim';
import { bundleForNode } from '../../fault-shim/bundle';
import { type Operation, operationsSince } from '../../fault-shim/operations';

const impossible = shimIsImpossible();
if (impossible !== null) console.log(`Confirming what others wrote is left out: ${impossible}.`);

const text = 'a map that another program wrote\n';
let home = '';
let library = '';
let script = '';
let count = 0;

interface Asked {
  readonly answer: string;
  readonly operations: readonly Operation[];
  readonly folder: string;
}

function ask(order: string, { holds = text, mode = 0o644 } = {}): Asked {
  count += 1;
  const folder = join(home, `run-${count}`);
  mkdirSync(folder);
  const file = join(folder, 'map.vsmap');
  writeFileSync(file, holds);
  chmodSync(file, mode);
  const { stdout } = spawnSync(process.execPath, [script, file, sha256Of(Buffer.from(text))], {
    env: shimEnvironment(library, folder, `${folder}.log`, order),
    encoding: 'utf8',
  });
  return { answer: stdout, operations: operationsSince(`${folder}.log`, order), folder };
}

describe.skipIf(impossible !== null)('a file that others wrote', () => {
  beforeAll(async () => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'streamwright-confirm-')));
    library = buildShim(home);
    script = await bundleForNode(join(import.meta.dirname, '../../fault-shim/confirm-child.ts'), home);
  });

  afterAll(() => rmSync(home, { recursive: true, force: true }));

  test.each([0o644, 0o444])(
    'is confirmed once it and its folder were flushed and it was read again (rights %o)',
    (mode) => {
      const { answer, operations, folder } = ask('none/0', { mode });
      expect(answer).toBe('confirmed');
      const steps = operations.map(({ name, path }) => `${name} ${path === folder ? 'folder' : 'file'}`);
      expect(steps.filter((step) => /^(?:fsync|pread64)/.test(step)).slice(0, 3)).toEqual([
        'fsync file',
        'fsync folder',
        'pread64 file',
      ]);
    },
  );

  test('is not confirmed where any of these steps fails, and nothing of it is changed', () => {
    const { operations } = ask('none/0');
    const steps = operations.filter(({ name }) => name !== 'close');
    expect(steps.length).toBeGreaterThan(4);
    for (const { number, name } of steps) {
      const asked = ask(`eio/${number}`);
      expect(`${name} ${number}: ${asked.answer}`).toBe(`${name} ${number}: unconfirmed`);
      expect(asked.operations.some((each) => /write|rename|unlink|trunc/.test(each.name))).toBe(false);
    }
  });

  test('is no longer the same where it changed meanwhile or is gone', () => {
    expect(ask('none/0', { holds: 'something else' }).answer).toBe('other');
    const { folder } = ask('none/0');
    const { stdout } = spawnSync(process.execPath, [script, join(folder, 'gone.vsmap'), ''], {
      encoding: 'utf8',
    });
    expect(stdout).toBe('other');
  });
});
