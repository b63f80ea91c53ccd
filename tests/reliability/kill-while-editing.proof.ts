import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startDisplay } from '../../scripts/setup/display.mjs';
import { listOf } from '../../shared/model/queries';
import { dialogsOf } from '../e2e/harness/dialogs';
import { renderersOf } from '../e2e/harness/sandbox';
import { journalsIn, mapText, streamName } from '../e2e/pages/documents';
import { projectIn } from '../e2e/pages/saved-file';
import { type Content, lossOf, Monkey, randomFrom } from './editing-monkey';
import { record } from './record';
import { asked, endAll, type SavingApp, startApp, until, wholeStreamIn } from './saving-app';

// The app is killed while somebody edits: its main process, its page, or both, at any moment. A monkey edits by the
// keyboard and writes down which edits the app had taken in; what comes back is saved and compared with that. Nothing
// that was taken in earlier than two seconds before the kill may be missing, and the file that was open may be neither
// damaged nor changed by the kill.

const runs = Number(process.env['PROVE_RUNS'] ?? 200);
const seed = Number(process.env['PROVE_SEED'] ?? Date.now() % 1_000_000);
const random = randomFrom(seed);
const mostLost = 2_000;
const mostEditing = 4_000;

type Victim = 'main' | 'page' | 'both';

const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'streamwright-editing-')));
const documents = path.join(home, 'documents');
const file = path.join(documents, 'map.vsmap');
const display = await startDisplay({ width: 1600, height: 1000 });
const place = { display: display.name, profile: path.join(home, 'profile') };

const losses: { edits: number; ms: number }[] = [];
const secondsToBack: number[] = [];
const counts = { main: 0, page: 0, both: 0, edits: 0, damaged: 0 };
const wrong: string[] = [];

const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

function contentOf(path_: string): Content {
  const project = projectIn(path_);
  const steps = Object.values(project.nodes).filter(({ type }) => type === 'step');
  return {
    stream: listOf(project.streams)[0]?.name ?? '',
    steps: steps.map(({ name }) => name).sort(),
  };
}

function startOver(): void {
  rmSync(documents, { recursive: true, force: true });
  mkdirSync(documents);
  writeFileSync(file, mapText('start'));
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}

/** Lets the monkey edit for a while, then kills; gives what it had done, and when it was stopped. */
async function editAndKill(running: SavingApp, victim: Victim, name: string) {
  const monkey = new Monkey(running.page, contentOf(file), { random, name });
  const mainPid = running.app.process().pid ?? 0;
  const pagePid = renderersOf(mainPid)[0]?.pid ?? 0;
  const editing = monkey.run();
  await wait(300 + random() * mostEditing);
  const killedAt = Date.now();
  if (victim !== 'main') process.kill(pagePid, 'SIGKILL');
  if (victim === 'both') await wait(random() * 300);
  if (victim === 'page') await until('the page is gone', () => isGone(pagePid));
  else await running.crash();
  await editing;
  counts.edits += monkey.log.filter(({ at }) => at !== null).length - 1;
  return { log: monkey.log, killedAt };
}

function judge(label: string, killed: Awaited<ReturnType<typeof editAndKill>>): void {
  const loss = lossOf(killed.log, contentOf(file), killed.killedAt);
  if (loss === null) {
    const [last, before] = [killed.log.at(-1), killed.log.at(-2)];
    wrong.push(`${label}: ${JSON.stringify({ found: contentOf(file), last, before })}`);
    return;
  }
  losses.push(loss);
  if (loss.ms > mostLost) wrong.push(`${label}: ${loss.edits} edits lost, ${loss.ms} ms`);
}

/** Does something in the page by the main process: a page that was loaded again after a crash is lost to the test's own line. */
function inPage({ app }: SavingApp, code: string): Promise<unknown> {
  return asked(() =>
    app.evaluate(({ webContents }, text) => {
      const [page] = webContents.getAllWebContents();
      return page?.executeJavaScript(text).catch(() => null);
    }, code),
  );
}

/** Leaves what was being typed aside, which a dialog may give back first, and saves; tells what the window shows where that fails. */
async function saveAll(running: SavingApp, label: string): Promise<void> {
  try {
    await pressUntilSaved(running, label);
  } catch (error) {
    console.error(await inPage(running, 'document.body.innerText'));
    throw error;
  }
}

async function pressUntilSaved(running: SavingApp, label: string): Promise<void> {
  await until(label, async () => {
    const said = await inPage(running, 'document.querySelector("header [role=status]")?.textContent');
    if (said === 'Saved') return true;
    const isAsked = await inPage(
      running,
      '(() => { const asked = document.querySelector("[role=dialog]"); asked?.querySelector("button")?.click(); return asked !== null; })()',
    );
    if (isAsked !== true)
      await asked(() =>
        running.app.evaluate(({ webContents }) => {
          for (const type of ['keyDown', 'keyUp'] as const)
            webContents
              .getAllWebContents()[0]
              ?.sendInputEvent({ type, keyCode: 'S', modifiers: ['control'] });
        }),
      );
    return false;
  });
}

/** The window is opened again by one click; the work is there again, in its file, and is saved into it. */
async function seePageBack(running: SavingApp, label: string, killedAt: number): Promise<void> {
  const before = contentOf(file).stream;
  await until(`${label}: the work is back`, async () => {
    const said = await inPage(running, 'document.querySelector("header [role=status]")?.textContent');
    return said === 'Unsaved changes' || said === 'Saved';
  });
  secondsToBack.push((Date.now() - killedAt) / 1000);
  await saveAll(running, `${label}: saved, was ${before}`);
}

/** The app is started again: it offers the work, which is opened and saved into the file. */
async function seeOffer(label: string): Promise<SavingApp> {
  if (wholeStreamIn(file) === null) {
    counts.damaged += 1;
    wrong.push(`${label}: the file is damaged`);
  }
  const hasKept = journalsIn(path.join(place.profile, 'recovery')) > 0;
  // Killed before anything was taken in, there is nothing to offer.
  if (!hasKept) return await startApp(place, { files: [file] });
  const running = await startApp(place);
  const { app, page } = running;
  await page.getByRole('button', { name: /^Open the copy/ }).click();
  await streamName(page).waitFor();
  await dialogsOf(app).nextSavePath(file);
  await saveAll(running, `${label}: the copy is saved`);
  return running;
}

async function once(running: SavingApp, label: string, victim: Victim): Promise<SavingApp> {
  if (victim === 'page') await dialogsOf(running.app).nextMessageBoxAnswer(0);
  const untouched = contentOf(file);
  const killed = await editAndKill(running, victim, label);
  if (JSON.stringify(contentOf(file)) !== JSON.stringify(untouched)) wrong.push(`${label}: the file changed`);
  if (victim !== 'page') {
    const next = await seeOffer(label);
    judge(label, killed);
    return next;
  }
  await seePageBack(running, label, killed.killedAt);
  judge(label, killed);
  await running.crash();
  startOver();
  return await startApp(place, { files: [file] });
}

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0;

console.log(`Seed ${seed}, ${runs} kills.`);
try {
  startOver();
  let running = await startApp(place, { files: [file] });
  for (let run = 1; run <= runs; run += 1) {
    const victim = (['main', 'page', 'both'] as const)[Math.floor(random() * 3)] ?? 'main';
    running = await once(running, `run ${String(run)} ${victim}`, victim);
    counts[victim] += 1;
    if (run % 20 === 0) console.log(`${run} kills, ${counts.edits} edits, ${wrong.length} wrong.`);
  }
  await running.end();
} finally {
  await endAll();
  display.stop();
  rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
for (const line of wrong.slice(0, 20)) console.error(line);
const seconds = losses.map(({ ms }) => ms / 1000);
const edits = losses.map((loss) => loss.edits);
record('kill-while-editing', {
  promises: ['R4', 'R17'],
  figures:
    `${runs} kills while editing (${counts.main} of the app, ${counts.page} of the page, ${counts.both} of both), ${counts.edits} edits: ` +
    `lost edits p50 ${percentile(edits, 0.5)}, most ${Math.max(0, ...edits)}; lost time p50 ${percentile(seconds, 0.5).toFixed(2)} s, most ${Math.max(0, ...seconds).toFixed(2)} s; ` +
    `${counts.damaged} damaged files; page back with its work within ${percentile(secondsToBack, 0.5).toFixed(1)} s (half), ${Math.max(0, ...secondsToBack).toFixed(1)} s (all)`,
});
if (wrong.length > 0) throw new Error(`${wrong.length} promises were broken; seed ${seed}.`);
