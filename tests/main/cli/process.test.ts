import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../helpers/run-command';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'streamwright-process-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function start(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const script = path.join(root, 'scripts/streamwright.mjs');
    const env = { ...process.env, DISPLAY: '' };
    execFile(process.execPath, [script, ...args], { cwd: root, env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

describe('the command line as a program of its own, without a display', () => {
  it('imports, judges and exports', async () => {
    const project = path.join(folder, 'stream.vsmap');
    const imported = await start('import', 'examples/it-incident-response.csv', '-o', project);
    expect(imported).toEqual({ code: 0, out: 'Wrote stream.vsmap: 6 steps, 7 flows.\n', err: '' });
    const checked = await start('check', project, '--fail-on', 'info');
    expect({ code: checked.code, err: checked.err }).toEqual({ code: 1, err: '' });
    const exported = await start('export', project, '--to', 'pdf', '-o', path.join(folder, 'stream.pdf'));
    expect({ code: exported.code, err: exported.err }).toEqual({ code: 0, err: '' });
  }, 120_000);

  it('prints its version and answers bad usage with exit code 2', async () => {
    expect((await start('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(await start('frob')).toMatchObject({ code: 2, out: '' });
  }, 120_000);
});
