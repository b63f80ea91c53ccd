import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startDisplay } from '../../scripts/setup/display.mjs';
import { exportFormats as allFormats } from '../../shared/export/formats';
import { endApp, waitUntilReady } from '../e2e/harness/launch';
import { launchTraced, readTrace, whyNoTracing } from '../e2e/harness/traced';
import { editAndSave, exportFormats, hintOutside, importTable, lookAround } from '../e2e/pages/quiet-session';
import { record } from './record';

/** The real app on a fresh profile under strace: everything that it is for, then idle, at least so long in all, s. */
const shortest = Number(process.env['PROVE_SECONDS'] ?? 75);

function demand(isSo: boolean, otherwise: string): void {
  if (!isSo) throw new Error(otherwise);
}

const reason = whyNoTracing();
if (reason !== null) throw new Error(`Nothing can be proved here: ${reason}`);
const folder = mkdtempSync(path.join(os.tmpdir(), 'streamwright-silence-'));
const display = await startDisplay();
const file = path.join(folder, 'trace.txt');
const begun = performance.now();
try {
  const app = await launchTraced({ display: display.name, profile: path.join(folder, 'profile') }, file);
  const child = app.process();
  const page = await waitUntilReady(await app.firstWindow());
  const work = { app, page, folder };
  await editAndSave(work);
  const text = readFileSync(path.join(folder, 'quiet.vsmap'), 'utf8');
  const sizes = await exportFormats(work, text, allFormats);
  for (const [format, size] of sizes) demand(size > 0, `The export ${format} was not made.`);
  demand((await importTable(work)) === 'foreign', 'The table was not read.');
  await lookAround(work);
  const left = shortest * 1000 - (performance.now() - begun);
  if (left > 0) await wait(left);
  const seconds = Math.round((performance.now() - begun) / 1000);

  const { calls, network } = readTrace(file);
  demand(calls > 500, `Only ${String(calls)} calls were seen: the trace is not to be trusted.`);
  demand(network.length === 0, `The app spoke to the network:\n${network.join('\n')}`);
  await hintOutside(work);
  await endApp(app, child);
  const all = readTrace(file);
  const isRouteProbe = (line: string): boolean =>
    /connect\(.*(?:"8\.8\.8\.8"|"2001:4860:4860::8888")/.test(line);
  const outside = all.network.filter((line) => !isRouteProbe(line));
  demand(outside.length === 0 && all.packets.length === 0, [...outside, ...all.packets].join('\n'));
  const strange = all.programs.filter((name) => !/\/electron$|^\/proc\/self\/exe$/.test(name));
  demand(strange.length === 0, `Other programs were started: ${strange.join(', ')}`);
  record('network-silence', {
    promises: ['S1'],
    figures: `${String(seconds)} s of work with ${String(sizes.size)} exports: ${String(calls)} socket calls seen, 0 connections, 0 look-ups; hints and a STUN server tried from the page: 0 packets, 0 look-ups`,
  });
} finally {
  display.stop();
  rmSync(folder, { recursive: true, force: true });
}
