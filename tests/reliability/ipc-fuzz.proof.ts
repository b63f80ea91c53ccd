import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import type {} from '../../renderer/bridge';
import { startDisplay } from '../../scripts/setup/display.mjs';
import { soundArguments } from '../../main/ipc-guard';
import { endApp, launchApp, root, waitUntilReady } from '../e2e/harness/launch';
import { callFromPage, filesBelow, guardOutside } from '../e2e/pages/call-attacks';
import { anyCalls, fits, sent } from '../helpers/ipc-attacks';
import { record } from './record';

/** Calls to the guard alone, and from the page of the real app. */
const runs = Number(process.env['PROVE_RUNS'] ?? 200_000);
const seed = Number(process.env['PROVE_SEED'] ?? Date.now() % 1_000_000_000);
const fromPage = Math.ceil(runs / 20);
console.log(`Seed ${String(seed)}`);

function demand(isSo: boolean, otherwise: string): void {
  if (!isSo) throw new Error(otherwise);
}

/** How many of the calls the guard let through; throws where one did not fit. */
function tryGuard(): number {
  let accepted = 0;
  const each = fc.property(anyCalls(), ([channel, given]) => {
    const args = sent(given);
    const sound = args && soundArguments(channel, args);
    if (sound === null) return;
    accepted += 1;
    demand(fits(channel, sound), `${channel} let through what does not fit`);
  });
  fc.assert(each, { seed, numRuns: runs, endOnFailure: true });
  demand(Object.keys(Object.prototype).length === 0, 'A prototype was changed.');
  return accepted;
}

const started = performance.now();
const accepted = tryGuard();
const guarding = (performance.now() - started) / 1000;
const folder = mkdtempSync(path.join(os.tmpdir(), 'streamwright-calls-'));
const profile = path.join(folder, 'profile');
const display = await startDisplay();
try {
  const maps = path.join(folder, 'maps');
  for (const name of ['own.vsmap', 'victim.vsmap'])
    cpSync(path.join(root, 'examples', 'it-incident-response.vsmap'), path.join(maps, name));
  const app = await launchApp({ display: display.name, profile }, { files: [path.join(maps, 'own.vsmap')] });
  const child = app.process();
  const page = await waitUntilReady(await app.firstWindow());
  await page.locator('[data-canvas]').first().waitFor();
  const outside = await guardOutside(app);
  const before = filesBelow(maps);
  const outcomes = await callFromPage(page, seed, fromPage);
  const [now, seen] = [filesBelow(maps), await outside()];
  demand(now.join('\n') === before.join('\n'), `Files changed: ${now.join('\n')}`);
  demand(seen.length === 0, `The app opened something: ${seen.join('\n')}`);
  demand(outcomes.leaked.length === 0, `A refusal names a path: ${outcomes.leaked.join('\n')}`);
  demand(app.windows().length === 1 && child.exitCode === null, 'The app did not live on.');
  await page.evaluate(() => self.streamwright.call['present:end']());
  await page.reload();
  await waitUntilReady(page);
  await endApp(app, child);
  record('ipc-fuzz', {
    promises: ['S3'],
    figures: `${String(runs)} calls to the guard in ${guarding.toFixed(0)} s, ${String(accepted)} let through, 0 that do not fit; ${String(fromPage)} calls from the real page: ${String(outcomes.answered)} answered, the rest refused or not to be sent, 0 files touched, 0 programs or windows opened, the app lives (seed ${String(seed)})`,
  });
} finally {
  display.stop();
  rmSync(folder, { recursive: true, force: true });
}
