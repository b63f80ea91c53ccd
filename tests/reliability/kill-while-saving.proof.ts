import {
  type FSWatcher,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startDisplay } from '../../scripts/setup/display.mjs';
import { stampOnDisk } from '../../main/files/file-stamp';
import { sweepLeftovers } from '../../main/files/temp-file';
import { writeProject } from '../../shared/file-format/write';
import { bigMap } from '../bench/big-map';
import { state } from '../e2e/pages/documents';
import { bundleForNode } from '../fault-shim/bundle';
import { Saver } from '../fault-shim/saver';
import { versionOf, versionText } from '../fault-shim/versions';
import { randomFrom } from '../helpers/random-map';
import { record } from './record';
import {
  edit,
  endAll,
  isRecent,
  leftoversIn,
  type SavingApp,
  startApp,
  until,
  wholeStreamIn,
} from './saving-app';

// Kills at random moments of saving: of a process that does nothing but save with the product's own code, and of the real
// app. After each kill the file must be whole and at least as new as what was last called saved, and the next start (or
// the next save) must clean up what was left.

const runs = Number(process.env['PROVE_RUNS'] ?? 500);
const appRuns = Number(process.env['PROVE_APP_RUNS'] ?? 60);
const seed = Number(process.env['PROVE_SEED'] ?? 20_261_122);
const random = randomFrom(seed);
const wrong: string[] = [];
const counts = {
  kills: 0,
  saves: 0,
  leftovers: 0,
  inSave: 0,
  appKills: 0,
  appSaves: 0,
  appLeftovers: 0,
  appInSave: 0,
};

/** Saves versions one after the other until it is killed; what was acknowledged last, or the version before where nothing was. */
async function saveUntilKilled(script: string, file: string, from: number): Promise<number> {
  const saver = new Saver({ script });
  let acknowledged = from;
  let timer: NodeJS.Timeout | null = null;
  let expected = await stampOnDisk(file);
  for (;;) {
    const content = versionText(acknowledged + 1);
    const result = await saver.save({ path: file, content, options: { expected } });
    timer ??= setTimeout(() => saver.kill(), random() * 40);
    if (result === null) break;
    if (result.kind !== 'saved') throw new Error(`a save was refused: ${result.kind}`);
    expected = result.stamp;
    acknowledged += 1;
    counts.saves += 1;
  }
  await saver.end();
  return acknowledged;
}

async function killSavers(home: string): Promise<void> {
  const documents = path.join(home, 'saver');
  const file = path.join(documents, 'map.vsmap');
  mkdirSync(documents);
  writeFileSync(file, versionText(1));
  const script = await bundleForNode(path.join(import.meta.dirname, '../fault-shim/save-child.ts'), home);
  let version = 1;
  for (let run = 1; run <= runs; run += 1) {
    const acknowledged = await saveUntilKilled(script, file, version);
    const found = versionOf(readFileSync(file, 'utf8'));
    const left = leftoversIn(documents).length;
    counts.kills += 1;
    counts.leftovers += left;
    if (left > 0 || (found !== null && found > acknowledged)) counts.inSave += 1;
    if (found === null) wrong.push(`kill ${run}: damaged`);
    else if (found < acknowledged) wrong.push(`kill ${run}: version ${acknowledged} is lost, found ${found}`);
    // Every other time the next save has to clean up.
    if (run % 2 === 0) await sweepLeftovers(documents, Date.now());
    if (run % 2 === 0 && leftoversIn(documents).length > 0) wrong.push(`kill ${run}: not swept`);
    if (leftoversIn(documents).length > 1) wrong.push(`kill ${run}: the saves before left something`);
    version = found ?? acknowledged;
    if (found === null) writeFileSync(file, versionText(version));
  }
}

/** Watches a folder; how long it was busy since it was asked last, milliseconds from the first change to the last. */
function busyIn(folder: string): { readonly watcher: FSWatcher; readonly last: () => number } {
  let [first, last] = [0, 0];
  const watcher = watch(folder, () => {
    last = performance.now();
    first ||= last;
  });
  const taken = (): number => {
    const lasted = last - first;
    first = 0;
    return lasted;
  };
  return { watcher, last: taken };
}

/** Saves twice by the shortcut, and once more, with a kill soon after the disk hears of it; the name saved last, and the one in work. */
async function saveThenKill(
  { app, page, ended }: SavingApp,
  run: number,
  documents: string,
): Promise<readonly [string, string, boolean]> {
  const [first = '', last = '', next = ''] = [1, 2, 3].map((number) => `run ${run}, save ${number}`);
  const busy = busyIn(documents);
  let lasts = 0;
  for (const name of [first, last]) {
    await edit(page, name);
    await page.keyboard.press('Control+s');
    await state(page).getByText('Saved', { exact: true }).waitFor();
    lasts = busy.last();
    counts.appSaves += 1;
  }
  busy.watcher.close();
  await edit(page, next);
  const pid = app.process().pid ?? 0;
  const trigger = watch(documents, () => {
    trigger.close();
    setTimeout(() => process.kill(pid, 'SIGKILL'), random() * lasts);
  });
  await page.keyboard.press('Control+s').catch(() => undefined);
  const isSaved = state(page)
    .getByText('Saved', { exact: true })
    .waitFor()
    .then(
      () => true,
      () => false,
    );
  const isAcknowledged = await Promise.race([isSaved, ended.then(() => false)]);
  await ended;
  return [isAcknowledged ? next : last, next, isAcknowledged];
}

async function killApps(home: string, display: string): Promise<void> {
  const documents = path.join(home, 'documents');
  const file = path.join(documents, 'map.vsmap');
  const place = { display, profile: path.join(home, 'profile') };
  mkdirSync(documents);
  // Large enough for a save to take a while.
  writeFileSync(file, writeProject(bigMap(300, true).project));
  for (let run = 1; run <= appRuns; run += 1) {
    const running = await startApp(place, { files: run === 1 ? [file] : [] });
    if (run > 1) {
      await until(`start ${run}: swept`, () => leftoversIn(documents).length === 0);
      // What was not saved would be offered with the file, which is another proof's matter.
      rmSync(path.join(place.profile, 'recovery'), { recursive: true, force: true });
      await running.page.getByRole('button', { name: /^map\.vsmap/ }).click();
    }
    await state(running.page).getByText('Saved', { exact: true }).waitFor();
    await until('the file is a recent one', () => isRecent(place.profile, file));
    const [last, next, isAcknowledged] = await saveThenKill(running, run, documents);
    const found = wholeStreamIn(file);
    counts.appKills += 1;
    const left = leftoversIn(documents).length;
    counts.appLeftovers += left;
    if (left > 0 || (found === next && !isAcknowledged)) counts.appInSave += 1;
    if (found === null) wrong.push(`kill ${run} of the app: damaged`);
    else if (found !== last && found !== next)
      wrong.push(`kill ${run} of the app: ${last} is lost, found ${found}`);
  }
  await sweepLeftovers(documents, Date.now());
}

console.log(`Kills while saving: seed ${seed}.`);
const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'streamwright-kills-')));
const display = await startDisplay({ width: 1600, height: 1000 });
try {
  await killSavers(home);
  console.log(`${counts.kills} kills of a saving process, ${counts.inSave} in the middle of a save.`);
  await killApps(home, display.name);
} finally {
  await endAll();
  display.stop();
  rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
for (const line of wrong.slice(0, 20)) console.error(line);
record('kill-while-saving', {
  promises: ['R3'],
  figures:
    `${counts.kills} kills of a saving process (${counts.saves} saves, ${counts.inSave} killed in the middle, ` +
    `${counts.leftovers} temporary files left and cleaned) and ${counts.appKills} of the real app (${counts.appSaves} saves, ` +
    `${counts.appInSave} killed in the middle, ${counts.appLeftovers} left and cleaned): ${wrong.length} damaged, lost or not cleaned`,
});
if (wrong.length > 0) throw new Error(`${wrong.length} promises were broken.`);
