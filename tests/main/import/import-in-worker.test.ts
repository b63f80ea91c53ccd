import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importBounds, importInWorker } from '../../../main/import/import-in-worker';
import { bundleForNode } from '../../fault-shim/bundle';
import { importFixture } from '../../helpers/import-fixture';

const entry = fileURLToPath(new URL('../../../main/import/import-worker.ts', import.meta.url));

/** A chart with so many crossing flows that reading it takes seconds. */
function tangle(): string {
  const flows = Array.from({ length: 9000 }, (_, at) => `  a${at % 2900} --> a${(at * 7919) % 2900}`);
  return ['flowchart LR', ...flows].join('\n');
}

describe('the thread that reads foreign files', () => {
  let folder = '';
  let script = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'streamwright-import-'));
    script = await bundleForNode(entry, folder);
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const text = new TextEncoder();

  it('gives what the file holds', async () => {
    const bytes = await readFile(importFixture('order.bpmn'));
    const outcome = await importInWorker({ name: 'order.bpmn', bytes, mapsColumns: true }, script);
    if (outcome.kind !== 'read') throw new Error(JSON.stringify(outcome));
    expect(Object.values(outcome.project.streams).map(({ name }) => name)).toEqual(['Order to cash']);
  });

  it('is stopped at once on request, and its thread ends', async () => {
    const threads = (): number =>
      process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;
    const before = threads();
    const job = { name: 'tangle.mmd', bytes: text.encode(tangle()), mapsColumns: true };
    const ending = new AbortController();
    const start = performance.now();
    const reading = importInWorker(job, script, importBounds, ending.signal);
    expect(threads()).toBeGreaterThan(before);
    setTimeout(() => ending.abort(), 300);
    expect((await reading).kind).toBe('refused');
    expect(performance.now() - start).toBeLessThan(2000);
    await expect.poll(threads, { timeout: 5000 }).toBe(before);
  });

  it('is stopped when it takes too long', async () => {
    const job = { name: 'a.csv', bytes: text.encode('name\nLog\n'), mapsColumns: true };
    const outcome = await importInWorker(job, script, { seconds: 0.001, megabytes: 512 });
    expect(outcome).toEqual({
      kind: 'refused',
      sentence:
        'Reading the file took longer than 0.001 seconds and was stopped. Import the part of it that you need.',
    });
  });

  it('is stopped when it takes too much memory', async () => {
    const cell = '<mxCell value="x" vertex="1"><mxGeometry x="1" y="2"/></mxCell>';
    const bytes = text.encode(`<mxGraphModel><root>${cell.repeat(100_000)}</root></mxGraphModel>`);
    const job = { name: 'a.drawio', bytes, mapsColumns: true };
    const outcome = await importInWorker(job, script, { seconds: 20, megabytes: 16 });
    expect(outcome).toEqual({
      kind: 'refused',
      sentence:
        'Reading the file needs more memory than any map should, so it was stopped. Import the part of it that you need.',
    });
  }, 30_000);

  it('is stopped alone where one step takes more memory than the thread may have', async () => {
    // The heap ends amidst a step that cannot be interrupted: without room beyond the limit, the process would end.
    const greedy = path.join(folder, 'greedy.mjs');
    await writeFile(greedy, "Object.entries(JSON.parse('[' + '{},'.repeat(7_000_000) + '0]'));");
    const job = { name: 'a.json', bytes: text.encode('[]'), mapsColumns: true };
    const outcome = await importInWorker(job, greedy, { seconds: 60, megabytes: 256 });
    expect(outcome).toEqual({
      kind: 'refused',
      sentence:
        'Reading the file needs more memory than any map should, so it was stopped. Import the part of it that you need.',
    });
  }, 90_000);

  it('says in words when it cannot even start', async () => {
    const job = { name: 'a.csv', bytes: text.encode('name\nLog\n'), mapsColumns: true };
    const outcome = await importInWorker(job, path.join(folder, 'nothing.mjs'));
    expect(outcome).toEqual({
      kind: 'refused',
      sentence:
        'The file could not be understood. Save it anew in its own program, or as another of the kinds that can be imported.',
    });
  });
});
