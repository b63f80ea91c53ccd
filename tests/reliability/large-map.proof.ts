import { mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { startDisplay } from '../../scripts/setup/display.mjs';
import { readProject } from '../../shared/file-format/read';
import { writeProject } from '../../shared/file-format/write';
import type { Project } from '../../shared/model/project';
import { bigMap } from '../bench/big-map';
import { dialogsOf } from '../e2e/harness/dialogs';
import { journalsIn, state } from '../e2e/pages/documents';
import { record } from './record';
import { endAll, type SavingApp, startApp, until } from './saving-app';

/*
 * A map of 10,000 steps (PROVE_STEPS) in the window of the real app: opened, a step renamed, saved, the name taken back and
 * saved again; then changed once more, the app killed, and the work found again. Times are on the clock, from the key or
 * command to the frame that shows its end; what else the machine does is in them.
 */

const steps = Number(process.env['PROVE_STEPS'] ?? 10_000);
const patience = 300_000;
const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'streamwright-large-')));
const file = path.join(home, 'Large.vsmap');
const display = await startDisplay({ width: 1600, height: 1000 });
const place = { display: display.name, profile: path.join(home, 'profile') };
const { project } = bigMap(steps, false);
const took: Record<string, number> = {};

/** The time until `work` is done and a frame after it has been drawn, ms. */
async function measured(what: string, { page }: SavingApp, work: () => Promise<unknown>): Promise<void> {
  const begun = performance.now();
  await work();
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve));
      }),
  );
  took[what] = Math.round(performance.now() - begun);
  console.log(`${what}: ${took[what]} ms`);
}

const says = ({ page }: SavingApp, words: string): Promise<void> =>
  state(page).getByText(words, { exact: true }).waitFor({ timeout: patience });

function inFile(): Project {
  const read = readProject(readFileSync(file, 'utf8'));
  if (read.kind !== 'read' || read.warnings.length > 0) throw new Error(`the file is ${read.kind}`);
  return read.project;
}

/** Throws unless two maps are the same but for the name of one step. */
function mustBe(found: Project, id: string, name: string | undefined, when: string): void {
  const node = project.nodes[id];
  if (node === undefined) throw new Error('the map has that step');
  const wanted = { ...project, nodes: { ...project.nodes, [id]: { ...node, name: name ?? node.name } } };
  if (!isDeepStrictEqual(found, wanted)) throw new Error(`${when}: the map is not what it should be`);
}

/** Selects a step of the window and gives it another name; its id. */
async function rename(running: SavingApp, name: string): Promise<string> {
  const { page } = running;
  const node = page.locator('.react-flow__node.selected');
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await says(running, 'Unsaved changes');
  return (await node.getAttribute('data-id')) ?? '';
}

/** Clicks a step that lies in the middle of the window. */
async function selectOne({ page }: SavingApp): Promise<void> {
  const at = await page.evaluate(() => {
    for (const node of document.querySelectorAll('.react-flow__node:has([data-type="step"])')) {
      const { x, y, width, height } = node.getBoundingClientRect();
      const middle = { x: x + width / 2, y: y + height / 2 };
      if (node.contains(document.elementFromPoint(middle.x, middle.y))) return middle;
    }
    return null;
  });
  if (at === null) throw new Error('no step can be reached by the mouse');
  await page.mouse.click(at.x, at.y);
  await page.locator('.react-flow__node.selected').waitFor({ timeout: patience });
}

async function goThrough(running: SavingApp): Promise<void> {
  const { app, page } = running;
  page.setDefaultTimeout(patience);
  await dialogsOf(app).nextOpenPath(file);
  await measured('opened, to the first frame with steps', running, async () => {
    await page.keyboard.press('Control+o');
    await page.locator('.react-flow__node').first().waitFor();
  });
  await measured('on top of that until it takes commands', running, () => selectOne(running));
  let id = '';
  await measured('a step renamed', running, async () => {
    id = await rename(running, 'Renamed in a large map');
  });
  await measured('saved', running, async () => {
    await page.keyboard.press('Control+s');
    await says(running, 'Saved');
  });
  mustBe(inFile(), id, 'Renamed in a large map', 'after the save');
  await measured('taken back', running, async () => {
    await page.keyboard.press('Control+z');
    await says(running, 'Unsaved changes');
  });
  await page.keyboard.press('Control+s');
  await says(running, 'Saved');
  mustBe(inFile(), id, undefined, 'taken back and saved');
  if (readFileSync(file, 'utf8') !== writeProject(project))
    throw new Error('the bytes are not those of before');
  await killAndFind(running);
}

/** The app is killed with an edit that no file holds, which the next start must offer and give back whole. */
async function killAndFind(running: SavingApp): Promise<void> {
  const id = await rename(running, 'Only in the safety copy');
  await until('the work is kept', () => journalsIn(path.join(place.profile, 'recovery')) > 0, patience);
  // A crash may cost two seconds; what is older must be there.
  await running.page.waitForTimeout(2_000);
  await running.crash();
  const next = await startApp(place);
  next.page.setDefaultTimeout(patience);
  await measured('the work of a killed app opened again', next, async () => {
    await next.page.getByRole('button', { name: /^Open the copy/ }).click();
    await next.page.locator('.react-flow__node').first().waitFor();
  });
  await dialogsOf(next.app).nextSavePath(file);
  await next.page.keyboard.press('Control+s');
  await says(next, 'Saved');
  mustBe(inFile(), id, 'Only in the safety copy', 'after the kill');
  await next.end();
}

try {
  writeFileSync(file, writeProject(project));
  await goThrough(await startApp(place));
  const size = (statSync(file).size / 1024 / 1024).toFixed(1);
  const load = Math.round(loadavg()[1] ?? 0);
  const times = Object.entries(took).map(([what, ms]) => `${what} ${ms.toLocaleString('en-GB')} ms`);
  record('large-map', {
    promises: ['R13'],
    figures: `${steps.toLocaleString('en-GB')} steps and ${Object.keys(project.flows).length.toLocaleString('en-GB')} flows (${size} MB) in the window of the real app, software rendering, at a load of ${load}: ${times.join(', ')}; 0 lost by saving, undo and a kill`,
  });
} finally {
  await endAll();
  display.stop();
  rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
