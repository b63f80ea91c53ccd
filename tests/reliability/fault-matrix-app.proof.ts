import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startDisplay } from '../../scripts/setup/display.mjs';
import { Faults } from '../e2e/harness/faults';
import { journalsIn, mapText, saveByMenu, state } from '../e2e/pages/documents';
import { type FaultKind, faultKinds } from '../fault-shim/build-shim';
import type { Operation } from '../fault-shim/operations';
import { record } from './record';
import {
  edit,
  endAll,
  isRecent,
  leftoversIn,
  repeatedStarts,
  type SavingApp,
  startApp,
  until,
  wholeStreamIn,
} from './saving-app';

// The fault matrix on the real app: a document is saved by the shortcut while the N-th file operation in its folder is
// disturbed, for every N and every kind of fault. The file must be the old or the new version; "Saved" must mean so; a
// refusal must say that the work is safe, and keep it; the next save must succeed and leave nothing behind. Faults that
// kill the app are followed by a new start, which must offer the work and sweep what was left.

const kinds = faultKinds.filter((kind) => (process.env['PROVE_KINDS'] ?? kind).split(' ').includes(kind));
const most = Number(process.env['PROVE_RUNS'] ?? Number.POSITIVE_INFINITY);
const lethal: readonly FaultKind[] = ['kill', 'torn'];
const mostOperations = 100;

const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'streamwright-matrix-')));
const documents = path.join(home, 'documents');
const file = path.join(documents, 'map.vsmap');
const display = await startDisplay({ width: 1600, height: 1000 });
const faults = new Faults(home);
const counts = { cases: 0, refused: 0, saved: 0, killed: 0, offered: 0, inFile: 0, leftovers: 0 };
const wrong = { damaged: [] as string[], falselySaved: [] as string[], stuck: [] as string[] };
const operations = new Map<FaultKind, number>();

const place = (kind: FaultKind) => ({ display: display.name, profile: path.join(home, `profile-${kind}`) });
const env = faults.variables(documents);

function startOver(): void {
  rmSync(documents, { recursive: true, force: true });
  mkdirSync(documents);
  writeFileSync(file, mapText('old'));
}

/** Whether flushing the folder or reading the file back met the fault after the new version took its name; what looks at the file later is not meant. */
function isFaultedOncePlaced(done: readonly Operation[]): boolean {
  const placing = done.findIndex(({ to }) => to === file);
  if (placing === -1) return false;
  const after = done.slice(placing + 1);
  const readBack = after.findIndex(({ name, path: of }) => name === 'close' && of === file);
  return after
    .slice(0, readBack === -1 ? after.length : readBack)
    .some(({ name, fate }) => fate !== 'none' && /^(?:fsync|open|p?read)/.test(name));
}

function judge(
  label: string,
  { before, name, said }: { before: string; name: string; said: string | null },
): void {
  const isOld = readFileSync(file, 'utf8') === before;
  const isNew = wholeStreamIn(file) === name;
  if (!isOld && !isNew) wrong.damaged.push(label);
  if (said === 'Saved' && !isNew) wrong.falselySaved.push(label);
}

/** Saves with a fault armed; what the app then says: `Saved`, or the text of its dialog. */
async function saveDisturbed({ app, page }: SavingApp, order: string): Promise<string> {
  await faults.arm(app, order);
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog').first();
  const saved = state(page).getByText('Saved', { exact: true });
  await dialog.or(saved).first().waitFor();
  return (await dialog.isVisible()) ? await dialog.innerText() : 'Saved';
}

/** One case that the app survives; false when there is no N-th operation. */
async function disturb(running: SavingApp, kind: FaultKind, number: number): Promise<boolean> {
  const { app, page } = running;
  const label = `${kind} at ${number}`;
  const order = `${kind}/${number}`;
  const before = readFileSync(file, 'utf8');
  await edit(page, label);
  const said = await saveDisturbed(running, order);
  await faults.arm(app, 'none/0');
  const done = faults.operationsSince(order);
  judge(label, { before, name: label, said });
  if (said === 'Saved') {
    if (isFaultedOncePlaced(done)) wrong.falselySaved.push(`${label}: not confirmed`);
    counts.saved += 1;
    await edit(page, `${label}, then well`);
    await page.keyboard.press('Control+s');
  } else {
    counts.refused += 1;
    if (!said.includes('Your work is safe')) wrong.stuck.push(`${label}: says "${said}"`);
    if ((await state(page).innerText()) !== 'Unsaved changes')
      wrong.falselySaved.push(`${label}: not marked`);
    await until(`${label}: kept`, () => journalsIn(path.join(place(kind).profile, 'recovery')) > 0);
    await page.getByRole('button', { name: 'Try again' }).click();
  }
  await state(page)
    .getByText('Saved', { exact: true })
    .waitFor()
    .catch(async () => {
      throw new Error(`${label}: ${await page.locator('body').innerText()}`);
    });
  const name = said === 'Saved' ? `${label}, then well` : label;
  if (wholeStreamIn(file) !== name) wrong.stuck.push(`${label}: the next save`);
  if (leftoversIn(documents).length > 0) wrong.stuck.push(`${label}: a temporary file stays`);
  counts.cases += 1;
  return done.length >= number;
}

async function disturbAll(kind: FaultKind): Promise<void> {
  startOver();
  const running = await startApp(place(kind), { files: [file], env });
  for (let number = 1; number <= Math.min(most, mostOperations); number += 1) {
    const isThere = await disturb(running, kind, number);
    if (!isThere) break;
    operations.set(kind, number);
  }
  await running.end();
}

/** Looks at what the next start makes of a killed save: it sweeps, and offers the work that the file does not hold. */
async function judgeNextStart(label: string, { page }: SavingApp, profile: string): Promise<void> {
  await page.getByRole('button', { name: /^map\.vsmap/ }).waitFor();
  await until(`${label}: swept`, () => leftoversIn(documents).length === 0);
  const offer = page.getByRole('button', { name: /^Open the copy/ });
  if (wholeStreamIn(file) === label) counts.inFile += 1;
  else {
    await offer.first().waitFor();
    counts.offered += 1;
  }
  rmSync(path.join(profile, 'recovery'), { recursive: true, force: true });
}

async function killAll(kind: FaultKind): Promise<void> {
  startOver();
  const { profile } = place(kind);
  let running = await startApp(place(kind), { files: [file], env });
  for (let number = 1; number <= Math.min(most, mostOperations); number += 1) {
    const label = `${kind} at ${number}`;
    const before = readFileSync(file, 'utf8');
    await until('the file is a recent one', () => isRecent(profile, file));
    await edit(running.page, label);
    await until(`${label}: kept`, () => journalsIn(path.join(profile, 'recovery')) > 0);
    await faults.arm(running.app, `${kind}/${number}`);
    const isSaved = state(running.page)
      .getByText('Saved', { exact: true })
      .waitFor()
      .then(
        () => true,
        () => false,
      );
    await saveByMenu(running.page).catch(() => undefined);
    const isKilled = !(await Promise.race([isSaved, running.ended.then(() => false)]));
    if (!isKilled) {
      await running.end();
      break;
    }
    await running.ended;
    counts.cases += 1;
    counts.killed += 1;
    counts.leftovers += leftoversIn(documents).length;
    operations.set(kind, number);
    judge(label, { before, name: label, said: null });
    running = await startApp(place(kind), { env });
    await judgeNextStart(label, running, profile);
    await running.page.getByRole('button', { name: /^map\.vsmap/ }).click();
    await state(running.page).getByText('Saved', { exact: true }).waitFor();
  }
  await running.end().catch(() => undefined);
}

try {
  for (const kind of kinds) {
    await (lethal.includes(kind) ? killAll(kind) : disturbAll(kind));
    console.log(`${kind}: ${operations.get(kind) ?? 0} operations disturbed.`);
  }
} finally {
  await endAll();
  display.stop();
  rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
const all = [...wrong.damaged, ...wrong.falselySaved, ...wrong.stuck];
for (const line of all.slice(0, 20)) console.error(line);
const { cases, saved, refused, killed, offered, inFile, leftovers } = counts;
record('fault-matrix-app', {
  promises: ['R1', 'R5'],
  figures:
    `${kinds.length} kinds of fault at each of up to ${Math.max(...operations.values())} file operations of a save in the real app, ` +
    `${cases} cases: ${wrong.damaged.length} damaged, ${wrong.falselySaved.length} falsely called saved; ` +
    `${saved} saves went through, ${refused} were refused in words with the work kept, ${killed} were killed ` +
    `(${inFile} with the new version already in the file, ${offered} with the work offered again, ${leftovers} temporary files left and swept); ` +
    `${wrong.stuck.length} next saves in trouble` +
    (repeatedStarts() > 0
      ? ` (${repeatedStarts()} starts of the runtime under the debugger tried again)`
      : ''),
});
if (saved + refused + killed !== cases) throw new Error('the ends of the cases do not add up');
if (offered + inFile !== killed) throw new Error('not all work of killed saves is there');
if (all.length > 0) throw new Error(`${all.length} promises were broken.`);
