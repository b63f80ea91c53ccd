import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { readProject } from '../../shared/file-format/read';
import { crashApp, endApp, launchApp, type Place, waitUntilReady } from '../e2e/harness/launch';
import { state, streamName } from '../e2e/pages/documents';

/** The real app as a proof drives it: one window with one document. */
export interface SavingApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Resolves when the main process has ended, by whatever. */
  readonly ended: Promise<void>;
  readonly end: () => Promise<void>;
  readonly crash: () => Promise<void>;
}

const started = new Set<SavingApp>();
let repeated = 0;

/** Kills every app that was started here and still runs. */
export async function endAll(): Promise<void> {
  for (const running of started) await running.crash();
}

/** How many starts had to be tried again, because the runtime crashed or hung as the debugger of the test took hold of it. */
export function repeatedStarts(): number {
  return repeated;
}

/** Starts the app, a second time where the first does not get as far as to be driven. */
async function launched(...args: Parameters<typeof launchApp>): ReturnType<typeof launchApp> {
  try {
    return await launchApp(...args);
  } catch (error) {
    repeated += 1;
    console.error(error instanceof Error ? error.message : error);
    return await launchApp(...args);
  }
}

/** Starts the app; with `files` it shows the first of them. */
export async function startApp(
  place: Place,
  { files = [], env = {} }: { files?: readonly string[]; env?: Readonly<Record<string, string>> } = {},
): Promise<SavingApp> {
  const app = await launched(place, { files, env });
  const child = app.process();
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const page = await waitUntilReady(await app.firstWindow());
  const running = { app, page, ended, end: () => endApp(app, child), crash: () => crashApp(child) };
  started.add(running);
  void ended.then(() => started.delete(running));
  return running;
}

/** Gives the stream another name, which makes the work unsaved. */
export async function edit(page: Page, name: string): Promise<void> {
  await streamName(page).fill(name);
  await streamName(page).press('Enter');
  await state(page).getByText('Unsaved changes').waitFor();
}

/** The name of the stream in a file that is whole by its own checksum; null for anything else. */
export function wholeStreamIn(file: string): string | null {
  if (!existsSync(file)) return null;
  const read = readProject(readFileSync(file, 'utf8'));
  if (read.kind !== 'read' || read.warnings.length > 0) return null;
  return Object.values(read.project.streams)[0]?.name ?? null;
}

/** Temporary files of a save in a folder. */
export function leftoversIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.startsWith('.~'));
}

/** True once the settings on the disk name a file among the recent ones: the next start looks into its folder. */
export function isRecent(profile: string, file: string): boolean {
  const settings = path.join(profile, 'settings.json');
  return existsSync(settings) && readFileSync(settings, 'utf8').includes(JSON.stringify(file));
}

/** Waits until something holds; throws with its name where it does not in time (ms). */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  most = 20_000,
): Promise<void> {
  const end = Date.now() + most;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`${what}: not within ${most} ms`);
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}

/** Asks the main process again where its answer was collected with the garbage before it got here; `ask` may be done twice. */
export async function asked<T>(ask: () => Promise<T>): Promise<T> {
  for (let left = 5; left > 1; left -= 1) {
    try {
      return await ask();
    } catch (error) {
      if (!String(error).includes('garbage collected')) throw error;
    }
  }
  return await ask();
}
