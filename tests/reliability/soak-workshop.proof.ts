import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startDisplay } from '../../scripts/setup/display.mjs';
import { readProject } from '../../shared/file-format/read';
import { writeProject } from '../../shared/file-format/write';
import { Complaints } from '../e2e/harness/complaints';
import { dialogsOf } from '../e2e/harness/dialogs';
import { chanceFrom } from '../fuzz/random';
import { facilitatorMap } from '../helpers/facilitator-map';
import { record } from './record';
import { endAll, type SavingApp, startApp, until } from './saving-app';
import { type Held, megabytes, SoakMeasure } from './soak-measure';
import { WorkshopMonkey } from './workshop-monkey';

/*
 * Four hours of a workshop as fast as the app takes them: 7,200 actions (PROVE_ACTIONS) by mouse and keys, one for each
 * two seconds. After every 500 the work is saved, opened again and saved under another name: the same bytes. At the end
 * the first map is opened once more, and the page holds no more than it did after the first 300 (PROVE_WARM), in which
 * everything is shown for the first time; code that V8 compiles does not count. PROVE_SEED replays.
 */

const actions = Number(process.env['PROVE_ACTIONS'] ?? 7_200);
const warm = Number(process.env['PROVE_WARM'] ?? 300);
const seed = Number(process.env['PROVE_SEED'] ?? Date.now() % 1_000_000);
const every = 500;
const most = { heap: 2 * 1024 * 1024, main: 0.1 };
const size = { width: 1280, height: 800 };

const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'streamwright-soak-')));
const inHome = (name: string): string => path.join(home, name);
writeFileSync(inHome('start.vsmap'), writeProject(facilitatorMap(7, 12).project));
const display = await startDisplay(size);

/** No dialog, printer or browser of the system waits for an answer that nobody gives. */
async function answerNothing({ app }: SavingApp): Promise<void> {
  await app.evaluate(({ app: running, BrowserWindow, dialog, shell }) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' });
    dialog.showMessageBox = (...given: readonly unknown[]) => {
      const options = given.at(-1);
      const cancel =
        typeof options === 'object' && options !== null && 'cancelId' in options ? options.cancelId : 0;
      return Promise.resolve({ response: Number(cancel), checkboxChecked: false });
    };
    shell.openExternal = () => Promise.resolve();
    const noPrinter = (window: Electron.BrowserWindow): void => {
      window.webContents.print = (_options, done) => done?.(false, 'cancelled');
    };
    for (const window of BrowserWindow.getAllWindows()) noPrinter(window);
    running.on('browser-window-created', (_event, window) => noPrinter(window));
  });
}

const isSaved = async ({ page }: SavingApp): Promise<boolean> =>
  (await page.locator('header [role=status]').first().textContent()) === 'Saved';

async function saveAs(running: SavingApp, name: string): Promise<string> {
  await dialogsOf(running.app).nextSavePath(inHome(name));
  await running.page.keyboard.press('Control+Shift+s');
  await until(`${name} is saved`, async () => existsSync(inHome(name)) && (await isSaved(running)));
  return readFileSync(inHome(name), 'utf8');
}

async function openCopy(running: SavingApp, of: string, name: string): Promise<void> {
  copyFileSync(inHome(of), inHome(name));
  await dialogsOf(running.app).nextOpenPath(inHome(name));
  await running.page.keyboard.press('Control+o');
  await until(
    `${name} is open`,
    async () =>
      (await running.page.title()).includes(path.basename(name, '.vsmap')) ||
      (
        await running.app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()
            .map((window) => window.getTitle())
            .join(),
        )
      ).includes(path.basename(name, '.vsmap')),
  );
  await until(`${name} is as saved`, () => isSaved(running));
}

/** The work as a file, opened and written again: the same bytes, valid, without a warning. */
async function checkpoint(running: SavingApp, monkey: WorkshopMonkey, at: number): Promise<number> {
  await monkey.comeHome();
  const saved = await saveAs(running, `saved-${at}.vsmap`);
  const read = readProject(saved);
  if (read.kind !== 'read' || read.warnings.length > 0)
    throw new Error(`after ${at} actions the file is not sound`);
  if (writeProject(read.project) !== saved) throw new Error(`after ${at} actions the file is not canonical`);
  await openCopy(running, `saved-${at}.vsmap`, `opened-${at}.vsmap`);
  if ((await saveAs(running, `again-${at}.vsmap`)) !== saved)
    throw new Error(`after ${at} actions the file changes when it is opened`);
  return Object.keys(read.project.nodes).length;
}

/** Everything that is loaded when it is first shown. */
async function lookAround({ page }: SavingApp, monkey: WorkshopMonkey): Promise<void> {
  for (const key of ['1', '2', '3', '4', '5', '6', '7', '8', '9'])
    await page.keyboard.press(`Control+${key}`);
  await monkey.comeHome();
}

/** How high the lower panel is when it is folded at most, px. */
const folded = 40;

/** What a panel shows takes memory, and the monkey opens and closes them: all are closed where the heap is compared. */
async function closePanels({ page }: SavingApp): Promise<void> {
  const panels = [
    { at: '[data-pane="findings"]', keys: 'Control+j', least: folded },
    { at: '[data-pane="inspector"]', keys: 'Control+Alt+b', least: 0 },
    { at: 'aside[aria-label="Palette and outline"]', keys: 'Control+b', least: 0 },
  ];
  for (const { at, keys, least } of panels) {
    const isOpen = async (): Promise<boolean> => {
      const panel = page.locator(at);
      return (await panel.count()) > 0 && ((await panel.boundingBox())?.height ?? 0) > least;
    };
    if (await isOpen()) await page.keyboard.press(keys);
    await until(`${at} is closed`, async () => !(await isOpen()));
  }
}

interface HeldData extends Held {
  /** The heap without compiled code, bytes. */
  readonly data: number;
}

const look = async (measure: SoakMeasure): Promise<HeldData> => ({
  data: await measure.heapWithoutCode(),
  ...(await measure.take()),
});

interface Result {
  readonly before: HeldData;
  readonly full: HeldData;
  readonly after: HeldData;
  readonly nodes: number;
  readonly seconds: number;
}

function judge({ before, full, after, nodes, seconds }: Result): void {
  const [kept, main] = [after.data - before.data, after.main / before.main - 1];
  record('soak-workshop', {
    promises: ['R14'],
    figures: [
      `${actions.toLocaleString('en-GB')} actions in ${Math.round(seconds)} s, saved and opened again after every ${every} byte by byte: 0 errors`,
      `heap without compiled code ${megabytes(before.data)} at the start, ${megabytes(full.data)} with ${nodes} elements and all that can be undone (${Math.round((full.data - after.data) / Math.min(every, actions))} bytes an action since it was opened), ${megabytes(after.data)} after the first map was opened again (${megabytes(before.heap)} and ${megabytes(after.heap)} with code)`,
      `listeners ${before.listeners} to ${after.listeners}, main process ${megabytes(before.main)} to ${megabytes(after.main)}`,
    ].join('; '),
  });
  if (kept > most.heap) throw new Error(`${megabytes(kept)} are not given back`);
  if (main > most.main) throw new Error(`the main process grew by ${Math.round(main * 100)} %`);
}

console.log(`seed ${seed}`);
try {
  const running = await startApp(
    { display: display.name, profile: inHome('profile') },
    { files: [inHome('start.vsmap')] },
  );
  const complaints = new Complaints();
  complaints.watch(running.app);
  await answerNothing(running);
  const monkey = new WorkshopMonkey(running.page, chanceFrom(seed), size);
  await lookAround(running, monkey);
  for (let at = 0; at < warm; at += 1) await monkey.act();
  await monkey.comeHome();
  await saveAs(running, 'warm.vsmap');
  await openCopy(running, 'start.vsmap', 'first.vsmap');
  const measure = await SoakMeasure.of(running.app, running.page);
  await closePanels(running);
  const before = await look(measure);
  const began = performance.now();
  let [full, nodes] = [before, 0];
  for (let at = 1; at <= actions; at += 1) {
    await monkey.act();
    if (at % 40 === 0) await monkey.comeHome();
    if (at === actions) full = await look(measure);
    if (at % every === 0 || at === actions) {
      nodes = await checkpoint(running, monkey, at);
      console.log(`${at} actions: ${nodes} elements, ${Math.round((performance.now() - began) / 1000)} s`);
    }
    if (complaints.unexpected().length > 0)
      throw new Error(`at action ${at}: ${complaints.unexpected().join('\n')}`);
  }
  const seconds = (performance.now() - began) / 1000;
  await openCopy(running, 'start.vsmap', 'last.vsmap');
  await closePanels(running);
  judge({ before, full, after: await look(measure), nodes, seconds });
} finally {
  await endAll();
  display.stop();
  rmSync(home, { recursive: true, force: true });
}
