import { mkdtemp, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startExport } from '../../../main/export/export-in-worker';
import { makeExport } from '../../../main/export/make-export';
import type { ExportJob } from '../../../main/export/messages';
import { writeProject } from '../../../shared/file-format/write';
import { notBundled } from '../../../scripts/build/parts.mjs';
import { bundleForNode } from '../../fault-shim/bundle';
import { exportWish } from '../../helpers/export-wish';
import { root } from '../../helpers/run-command';
import { mockProject } from '../../shared/drawing/mock-map';

const entry = fileURLToPath(new URL('../../../main/export/export-worker.ts', import.meta.url));
const nobody = (): void => undefined;
const listeners = { onProgress: nobody, onTrouble: nobody };

describe('the thread that makes exports', () => {
  let folder = '';
  let script = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'test-export-'));
    // Not all packages are bundled: the thread finds them as it does in a checkout.
    await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
    script = await bundleForNode(entry, folder, notBundled);
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const job = (more: Parameters<typeof exportWish>[1] = {}, format: 'md' | 'png' = 'md'): ExportJob => ({
    text: writeProject(mockProject),
    wish: exportWish(format, more),
    rules: [],
  });

  it('gives the bytes that are made here too, and tells how far it is', async () => {
    const told: number[] = [];
    const outcome = await startExport(job(), script, {
      ...listeners,
      onProgress: (done) => told.push(done),
    }).outcome;
    const { bytes } = await makeExport(mockProject, exportWish('md'));
    expect(outcome).toEqual({ kind: 'made', bytes });
    expect([told[0], told.at(-1)]).toEqual([0, 1]);
  });

  it('ends at once when it is stopped, in the middle of a picture too', async () => {
    let stop = nobody;
    const running = startExport(job({ scale: 4 }, 'png'), script, { ...listeners, onProgress: () => stop() });
    stop = running.stop;
    expect(await running.outcome).toEqual({ kind: 'cancelled' });
  });

  it('says in a sentence what it refuses', async () => {
    const gone = job({ scope: { kind: 'map', map: 'gone' } });
    expect(await startExport(gone, script, listeners).outcome).toEqual({
      kind: 'failed',
      sentence: 'There is no map to export: it was deleted, or the project has none yet.',
    });
  });

  it('says in words when it cannot even start', async () => {
    const troubles: unknown[] = [];
    const outcome = await startExport(job(), path.join(folder, 'nothing.mjs'), {
      ...listeners,
      onTrouble: (error) => troubles.push(error),
    }).outcome;
    expect(troubles).toEqual([expect.any(Error)]);
    expect(outcome).toEqual({
      kind: 'failed',
      sentence: 'The file could not be made. Your work is untouched; try another format.',
    });
  });
});
