import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runQuiet } from '../../scripts/setup/run.mjs';
import { ensureSandbox } from '../../scripts/setup/sandbox.mjs';

const script = path.resolve('scripts', 'streamwright.mjs');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'streamwright-checkout-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function streamwright(args: readonly string[], startedIn: string) {
  return runQuiet(process.execPath, [script, ...args], { env: { ...process.env, INIT_CWD: startedIn } });
}

describe('the command line from a checkout', () => {
  it('prints only what the command prints', async () => {
    const done = await streamwright(['rules', '--format', 'json'], folder);
    expect(done.err).toBe('');
    expect(() => JSON.parse(done.out) as unknown).not.toThrow();
  });

  it('finds a file from the folder in which it was typed, and passes the exit code on', async () => {
    writeFileSync(path.join(folder, 'not-a-map.vsmap'), 'nonsense');
    const done = await streamwright(['validate', 'not-a-map.vsmap'], folder);
    expect(done.code).toBe(2);
    expect(done.err).toContain('not-a-map.vsmap');
  });
});

describe('a machine without user namespaces', () => {
  const isLinux = process.platform === 'linux';

  it.runIf(isLinux)(
    'is told that the helper of the sandbox is missing, rather than the sandbox switched off',
    async () => {
      await expect(ensureSandbox({ dist: folder }, ['false'])).rejects.toThrow('chrome-sandbox is missing');
    },
  );

  it.runIf(isLinux && process.getuid?.() !== 0)('is told the command that sets the helper up', async () => {
    writeFileSync(path.join(folder, 'chrome-sandbox'), '');
    await expect(ensureSandbox({ dist: folder }, ['false'])).rejects.toThrow('sudo chmod 4755');
  });
});
