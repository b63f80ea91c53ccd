import { readFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { edit, until } from '../saving-app';
import { dialogAfter, leave, type Shown, type Stage } from './stage';

/** Where work is that was not saved. */
export const inWindow = 'Yes: in the window, marked as not saved, and in the safety copy on this computer.';
let edits = 0;

/** Changes the work. */
export async function editAnew({ page }: Stage): Promise<void> {
  edits += 1;
  await edit(page, `Restore service ${String(edits)}`);
}

/** Changes the work and tries to save it. */
export async function trySaving(stage: Stage): Promise<Locator> {
  await editAnew(stage);
  return await dialogAfter(stage, () => stage.page.keyboard.press('Control+s'));
}

/** Makes the disk fail, and tries to save. */
export const onFault =
  (order: string) =>
  async (stage: Stage): Promise<Shown> => {
    await stage.faults.arm(stage.app, order);
    return await trySaving(stage);
  };

/** Leaves the dialog before and heals the disk. */
export async function goOn(stage: Stage): Promise<void> {
  await leave(stage);
  await stage.faults.arm(stage.app, 'none/0');
}

/** Tries to save under another name. */
export async function saveAs(stage: Stage, target: string): Promise<Locator> {
  await stage.dialogs.nextSavePath(target);
  return await dialogAfter(stage, () => stage.page.keyboard.press('Control+Shift+s'));
}

/** Changes the work and saves it; all went well. */
export async function saveWell(stage: Stage): Promise<void> {
  await editAnew(stage);
  await stage.page.keyboard.press('Control+s');
  await stage.page.locator('header [role=status]').getByText('Saved').waitFor();
}

/** What another program does while a save stands still at the operation that the order names (`1/rename`). */
export async function meanwhile(
  { app, faults }: Stage,
  { at, act, others }: { at: string; act: () => Promise<unknown>; others: () => unknown },
): Promise<void> {
  await faults.arm(app, `stop/${at}`);
  const main = app.process();
  const stands = (): boolean =>
    readFileSync(`/proc/${String(main.pid)}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .startsWith('T');
  const acting = act();
  await until('the save to stand still', stands);
  others();
  main.kill('SIGCONT');
  await acting;
}

/** Makes something go wrong inside the app itself whenever it is to write a file; gives what mends it. */
export async function breakOwn({ app }: Stage): Promise<() => Promise<void>> {
  await app.evaluate(() => {
    const { promises } = process.getBuiltinModule('node:fs');
    const { realpath } = promises;
    Object.assign(globalThis, { ownInTest: { realpath } });
    Object.assign(promises, { realpath: () => Promise.reject(new Error('a fault of our own')) });
    process.getBuiltinModule('node:module').syncBuiltinESMExports();
  });
  return async () =>
    await app.evaluate(() => {
      const { promises } = process.getBuiltinModule('node:fs');
      Object.assign(promises, (globalThis as unknown as { ownInTest: object }).ownInTest);
      process.getBuiltinModule('node:module').syncBuiltinESMExports();
    });
}
